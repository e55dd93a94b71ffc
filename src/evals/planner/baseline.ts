import { searchTokens } from '../../bff/language/tokens.ts';
import type { Item } from '../../protocol/item.ts';

const K1 = 1.2;
const B = 0.75;
/** Items a plain search shows. */
const SHOWN = 3;

/** A plain BM25 search over title, brand, type, features, uses and attributes: what a shop's search box does with a whole sentence. */
export class Baseline {
  readonly #items: readonly Item[];
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: number[] = [];

  constructor(items: readonly Item[]) {
    this.#items = items;
    for (const [at, item] of items.entries()) {
      const tokens = searchTokens(textOf(item));
      this.#lengths.push(tokens.length);
      for (const token of tokens) {
        const posting = this.#postings.get(token) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + 1);
        this.#postings.set(token, posting);
      }
    }
  }

  search(text: string): Item[] {
    const average = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length);
    const scores = new Map<number, number>();
    for (const token of new Set(searchTokens(text))) {
      const posting = this.#postings.get(token);
      if (!posting) continue;
      const idf = Math.log(1 + (this.#items.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, count] of posting) {
        const norm = count + K1 * (1 - B + (B * (this.#lengths[at] ?? 0)) / average);
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * (K1 + 1)) / norm);
      }
    }
    const best = [...scores].toSorted(([a, x], [b, y]) => y - x || a - b).slice(0, SHOWN);
    return best.flatMap(([at]) => this.#items[at] ?? []);
  }
}

function textOf(item: Item): string {
  const facts = Object.values(item.attributes ?? {}).map(
    ({ label, value, values, unit }) => `${label} ${(values ?? [value]).join(' ')} ${unit ?? ''}`,
  );
  return [
    item.title,
    item.brand,
    ...(item.categories ?? []).map((category) => category.value),
    ...(item.features ?? []),
    ...(item.use_cases ?? []),
    ...(item.options ?? []).map((option) => option.value),
    ...facts,
  ].join(' ');
}
