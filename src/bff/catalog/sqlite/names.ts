import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fold } from '../../language/tokens.ts';
import { namesOf } from '../fields.ts';
import { attributeName } from './writer.ts';

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

/** Looks up what names in a search mean in this catalogue: terms by field, attributes by key or label. */
export class Names {
  readonly #db: DatabaseSync;
  #first: StatementSync | undefined;
  readonly #known = new Map<string, unknown>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Drops what was looked up: another revision may mean something else. */
  forget(): void {
    this.#known.clear();
  }

  /** Terms of a field that answer to a name exactly, brackets and case aside. */
  equal(field: string, value: string): number[] {
    return this.#once(`equal ${field} ${value}`, () => this.#equal(field, value));
  }

  #equal(field: string, value: string): number[] {
    const rows = this.#db
      .prepare('SELECT DISTINCT term FROM alias WHERE field = ? AND folded IN (SELECT value FROM json_each(?))')
      .all(field, JSON.stringify(namesOf(value)));
    return rows.map((row) => Number(row.term));
  }

  /** Terms of a field whose name contains the value: 黑色 finds 曜石黑, `blue` finds `navy blue`. */
  containing(field: string, value: string): number[] {
    return this.#once(`containing ${field} ${value}`, () => this.#containing(field, value));
  }

  #containing(field: string, value: string): number[] {
    const part = fold(value);
    const plain = field === 'colors' ? part.replace(/(?<=.)色$/, '') : part;
    return this.#aliases(field)
      .filter((alias) => containsName(alias.folded, plain))
      .map((alias) => alias.term);
  }

  /** Terms of a field that the value contains: 上海 is in 上海市. */
  containedIn(field: string, value: string): number[] {
    const whole = fold(value);
    return this.#aliases(field)
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
    const rows = this.#db
      .prepare(
        `SELECT a.no, a.key, a.unit, l.folded FROM attribute a JOIN attribute_label l ON l.attribute = a.no
         WHERE a.key = ?1 OR l.folded = ?2 OR lower(replace(a.key, '_', ' ')) = ?2 OR instr(l.folded, ?2) > 0 ORDER BY a.no`,
      )
      .all(name, folded);
    // A key is what other programs name an attribute by, so it comes before a label of another one that reads the same.
    const byKey = rows.filter((row) => row.key === name);
    const exact = rows.filter((row) => row.folded === folded || attributeName(String(row.key)) === folded);
    const partial = rows.filter((row) => containsName(String(row.folded), folded));
    const chosen = [byKey, exact, partial].find((each) => each.length > 0) ?? [];
    return [
      ...new Map(
        chosen.map((row) => [
          Number(row.no),
          { no: Number(row.no), key: String(row.key), unit: row.unit === null ? undefined : String(row.unit) },
        ]),
      ).values(),
    ];
  }

  /** Whether any item has a token. */
  has(token: string): boolean {
    this.#first ??= this.#db.prepare('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1');
    const statement = this.#first;
    return this.#once(`has ${token}`, () => statement.get(`"${token}"`) !== undefined);
  }

  /** How many items have a token. Reads the whole posting list, so only where that is worth knowing. */
  documents(token: string): number {
    return Number(this.#db.prepare('SELECT doc FROM search_terms WHERE term = ?').get(token)?.doc ?? 0);
  }

  #once<T>(key: string, look: () => T): T {
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const found = look();
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #aliases(field: string): { folded: string; term: number }[] {
    const rows = this.#db.prepare('SELECT folded, term FROM alias WHERE field = ?').all(field);
    return rows.map((row) => ({ folded: String(row.folded), term: Number(row.term) }));
  }
}
