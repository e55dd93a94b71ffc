import type { Item } from '../../../protocol/item.ts';
import { type ProductName, productNamesOf, squeezed, withoutMarks } from '../../language/product-name.ts';
import type { Evidence } from '../evidence.ts';

/** Something that names products: its words, and the same squeezed for codes written together or apart. */
interface Source {
  readonly words: string;
  readonly squeezed: string;
}

/** A clause that says the shop has no such thing, or asks, names a product honestly. */
const DENIES =
  /没有|没货|无货|不卖|不租|没找到|未收录|未找到|没查到|不在|缺货|下架|还没上架|不是|\b(?:no|not|never|nothing|without|neither|nor|unavailable|sold out|out of stock|instead of)\b|n['’]t\b/i;
const ASKS = /[?？]\s*$/;
const CLAUSE_MARK = /[,，。.;；!！?？\n](?=\s|[^ -~]|$)/g;

/** A clause reaches no further than this from its name, in characters. */
const REACH = 200;
/** Different names that are looked up in one text: an answer has a few, and every look-up reads all sources. */
const MOST_NAMES = 48;

/** Judges names in prose: whether a tool, a passage or the shopper named that product in this conversation. */
export class NameJudge {
  readonly #evidence: Evidence;
  #sources: Source[] | undefined;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Products the text names and nothing of this conversation does, each once. */
  strangers(text: string): ProductName[] {
    // Every name has a capital or a figure in it; most steps that only call a tool say nothing at all.
    if (!/[A-Z\d]/.test(text)) return [];
    const names = productNamesOf(this.#evidence.brands());
    const found = new Map<string, ProductName>();
    const plain = withoutMarks(text);
    const known = new Map<string, boolean>();
    for (const name of names.find(plain)) {
      if (found.has(name.text) || DENIES.test(clauseOf(plain, name.start, name.end))) continue;
      const isKnown = known.get(name.text) ?? (known.size < MOST_NAMES ? this.#isKnown(name) : true);
      known.set(name.text, isKnown);
      if (!isKnown) found.set(name.text, name);
    }
    return [...found.values()];
  }

  #isKnown({ maker, designation }: ProductName): boolean {
    this.#sources ??= [...sourcesOf(this.#evidence)];
    return this.#sources.some(
      (source) =>
        holdsCode(source.squeezed, designation) &&
        (maker === undefined || source.words.includes(maker) || sameMaker(source, maker, this.#evidence)),
    );
  }
}

/** Another spelling of the maker: brands are listed as `索尼（SONY）`. */
function sameMaker({ words }: Source, maker: string, evidence: Evidence): boolean {
  for (const brand of evidence.brands()) {
    const spellings = brand
      .toLowerCase()
      .split(/[（()）/]/)
      .map((each) => each.trim());
    if (spellings.includes(maker) && spellings.some((each) => each.length > 1 && words.includes(each))) return true;
  }
  return false;
}

/** Whether a code stands in a text and is not part of a longer figure: x3 is not in x30. */
function holdsCode(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    const [first, last] = [code[0] ?? '', code.at(-1) ?? ''];
    if (!(isFigure(first) && isFigure(text[at - 1])) && !(isFigure(last) && isFigure(text[at + code.length]))) return true;
  }
  return false;
}

const isFigure = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/** The clause a name stands in; a question counts as a denial. */
function clauseOf(plain: string, start: number, end: number): string {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const after = plain.slice(end, end + REACH);
  const from = [...before.matchAll(CLAUSE_MARK)].at(-1)?.index ?? -1;
  const stop = after.search(CLAUSE_MARK);
  const clause = before.slice(from + 1) + plain.slice(start, end) + (stop < 0 ? after : after.slice(0, stop + 1));
  return ASKS.test(clause) ? 'not' : clause;
}

function* sourcesOf(evidence: Evidence): Iterable<Source> {
  for (const text of [...evidence.namingTexts(), ...evidence.passages(), ...evidence.shopperTexts()]) yield sourceOf(text);
  for (const item of evidence.ledgerItems()) yield sourceOf(itemWords(item));
}

const sourceOf = (text: string): Source => ({ words: text.toLowerCase(), squeezed: squeezed(text) });

/** Everything an item says in words: it may name what it fits or replaces. */
function itemWords(item: Item): string {
  const { title, subtitle, brand, model, description, features, use_cases, tags, attributes, options, sku, product_id } = item;
  const facts = Object.values(attributes ?? {}).map(({ label, value, values }) => `${label} ${(values ?? [value ?? '']).join(' ')}`);
  const lists = [...(features ?? []), ...(use_cases ?? []), ...(tags ?? []), ...(options ?? []).map((option) => option.value)];
  return [brand, model, title, subtitle, item.id, sku, product_id, description?.plain, description?.markdown, ...facts, ...lists]
    .filter(Boolean)
    .join(' \n ');
}
