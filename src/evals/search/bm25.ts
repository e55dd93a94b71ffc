import { attributeValues } from '../../bff/catalog/fields.ts';
import { searchTokens } from '../../bff/language/tokens.ts';
import type { Item } from '../../protocol/item.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * Plain BM25 over title and attributes: one field, any of the words, no weights, no synonyms. Its words are cut as our index
 * cuts them, pairs of Chinese characters and a number with its unit included, so that what differs is the search and not the
 * cutting.
 */
export class PlainBm25 {
  readonly #items: readonly Item[];
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: number[] = [];
  readonly #average: number;

  /** @param items one list of records for each item. */
  constructor(items: readonly (readonly Item[])[]) {
    this.#items = items.flatMap(([first]) => first ?? []);
    for (const [at, records] of items.entries()) {
      const tokens = [...new Set(records.flatMap(textsOf))].flatMap(searchTokens);
      this.#lengths.push(tokens.length);
      for (const token of tokens) {
        const posting = this.#postings.get(token) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + 1);
        this.#postings.set(token, posting);
      }
    }
    this.#average = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length);
  }

  /** The best items, best first, one of each product as a shop shows them. */
  search(text: string, count: number): Item[] {
    const scores = new Map<number, number>();
    for (const token of new Set(searchTokens(text))) {
      const posting = this.#postings.get(token);
      if (!posting) continue;
      const idf = Math.log(1 + (this.#items.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, occurrences] of posting) {
        const norm = occurrences + K1 * (1 - B + (B * (this.#lengths[at] ?? 0)) / this.#average);
        scores.set(at, (scores.get(at) ?? 0) + (idf * occurrences * (K1 + 1)) / norm);
      }
    }
    const products = new Set<string>();
    const best: Item[] = [];
    for (const [at] of [...scores].toSorted(([a, x], [b, y]) => y - x || a - b)) {
      const item = this.#items[at];
      const product = item?.product_id ?? item?.id;
      if (!item || product === undefined || products.has(product)) continue;
      products.add(product);
      best.push(item);
      if (best.length === count) break;
    }
    return best;
  }
}

function textsOf(item: Item): string[] {
  const facts = Object.values(item.attributes ?? {}).map(
    (fact) =>
      `${fact.label} ${attributeValues(fact)
        .map((value) => `${value}${fact.unit ?? ''}`)
        .join(' , ')}`,
  );
  const own = [item.title, item.brand, item.model, ...(item.features ?? []), ...(item.options ?? []).map((option) => option.value)];
  return [...own.filter((text) => text !== undefined), ...facts];
}
