import { fold, nameKey } from '../../language/tokens.ts';
import { namesOf } from '../fields.ts';
import { type NamedTerm, nameIndex } from './named.ts';
import { type NameWord, Speller } from './spelling.ts';

/** An attribute as a search means it. */
export interface KnownAttribute {
  readonly no: number;
  readonly key: string;
  readonly unit: string | undefined;
}

/** Look-ups remembered within one revision; relaxations ask the same ones again and again. */
const REMEMBERED = 10_000;

/** Whether a folded name contains another: anywhere for Han, at word borders otherwise ("red" is not in "infrared"). */
export function containsName(name: string, part: string): boolean {
  const at = name.indexOf(part);
  if (at < 0 || part === '') return false;
  if (/\p{Script=Han}/u.test(part)) return true;
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(name);
}

/** An attribute's label as it is asked for: folded, without the unit in brackets (机身重量（g）). */
export function attributeName(label: string): string {
  return fold(label)
    .replace(/\s*\([^)]*\)$/, '')
    .replaceAll('_', ' ');
}

/** An attribute under one of its labels. */
export interface LabelledAttribute extends KnownAttribute {
  /** {@link attributeName} of the label. */
  readonly folded: string;
}

/** Where an engine keeps what its catalogue calls things. */
export interface NameSource {
  /** Terms of a field that answer to one of these folded names. */
  terms(field: string, names: readonly string[]): number[];
  /** All folded names of a field with their terms. */
  aliases(field: string): readonly { readonly folded: string; readonly term: number }[];
  /** Latin words of the names of items, for putting misspelt ones right. */
  words(): Iterable<NameWord>;
  /** Attributes that may be meant: by this key, or by a label that holds the folded name; each under all such labels. */
  attributes(key: string, folded: string): readonly LabelledAttribute[];
}

/** Looks up what names in a search mean in this catalogue: terms by field, attributes by key or label. */
export class Names {
  readonly #source: NameSource;
  readonly #known = new Map<string, unknown>();
  #index: ReadonlyMap<string, readonly NamedTerm[]> | undefined;
  #speller: Speller | undefined;

  constructor(source: NameSource) {
    this.#source = source;
  }

  /** Drops what was looked up: another revision may mean something else. */
  forget(): void {
    this.#known.clear();
    this.#index = undefined;
    this.#speller = undefined;
  }

  /** Reads what the first free text would otherwise wait for. */
  warm(): void {
    this.named('');
    this.near('');
  }

  /** What a phrase of a free text names: kinds of things, brands (also in pinyin), colours and the like. */
  named(phrase: string): readonly NamedTerm[] {
    this.#index ??= nameIndex((field) => this.#source.aliases(field));
    return this.#index.get(nameKey(phrase)) ?? [];
  }

  /** The catalogue's words that a misspelt Latin word may mean; see {@link Speller}. */
  near(word: string): readonly string[] {
    this.#speller ??= new Speller(this.#source.words());
    return this.#speller.near(word);
  }

  /** Terms of a field that answer to a name exactly, brackets and case aside; of a brand none, those it is the pinyin or a slip of. */
  equal(field: string, value: string): number[] {
    return this.#once(`equal ${field} ${value}`, () => {
      const terms = this.#source.terms(field, namesOf(value));
      return terms.length > 0 || field !== 'brands' ? terms : this.#brandLike(value);
    });
  }

  #brandLike(value: string): number[] {
    const names = [value, ...this.near(fold(value))].map((name) => this.named(name).filter((each) => each.field === 'brands'));
    return (names.find((terms) => terms.length > 0) ?? []).map(({ term }) => term);
  }

  /** Terms of a field whose name contains the value: 黑色 finds 曜石黑, `blue` finds `navy blue`. */
  containing(field: string, value: string): number[] {
    return this.#once(`containing ${field} ${value}`, () => this.#containing(field, value));
  }

  #containing(field: string, value: string): number[] {
    const part = fold(value);
    const plain = field === 'colors' ? part.replace(/(?<=.)色$/, '') : part;
    return this.#source
      .aliases(field)
      .filter((alias) => containsName(alias.folded, plain))
      .map((alias) => alias.term);
  }

  /** Terms of a field that the value contains: 上海 is in 上海市. */
  containedIn(field: string, value: string): number[] {
    const whole = fold(value);
    return this.#source
      .aliases(field)
      .filter((alias) => [...alias.folded].length > 1 && containsName(whole, alias.folded))
      .map((alias) => alias.term);
  }

  /** Equal names, and only where there are none the containing ones. */
  like(field: string, value: string): number[] {
    const equal = this.equal(field, value);
    return equal.length > 0 ? equal : this.containing(field, value);
  }

  /** Attributes by their exact key; else by label in any language; where none is called so, those whose label contains the name. */
  attributes(name: string): KnownAttribute[] {
    return this.#once(`attributes ${name}`, () => this.#attributes(name));
  }

  #attributes(name: string): KnownAttribute[] {
    const folded = attributeName(name);
    const rows = this.#source.attributes(name, folded);
    // A key is what other programs name an attribute by, so it comes before a label of another one that reads the same.
    const byKey = rows.filter((row) => row.key === name);
    const exact = rows.filter((row) => row.folded === folded || attributeName(row.key) === folded);
    const partial = rows.filter((row) => containsName(row.folded, folded));
    const chosen = [byKey, exact, partial].find((each) => each.length > 0) ?? [];
    return [...new Map(chosen.map(({ no, key, unit }) => [no, { no, key, unit }])).values()];
  }

  #once<T>(key: string, look: () => T): T {
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const found = look();
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }
}
