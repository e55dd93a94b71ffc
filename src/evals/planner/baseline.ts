import { searchTokens } from '../../bff/language/tokens.ts';
import type { Item } from '../../protocol/item.ts';
import { Bm25 } from '../bm25.ts';

/** Items a plain search shows. */
const SHOWN = 3;

/** BM25 over title, brand, type, features, uses and attributes: what a shop's search box does with a whole sentence. */
export class Baseline {
  readonly #items: readonly Item[];
  readonly #index: Bm25;

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#index = new Bm25(items.map((item) => searchTokens(textOf(item))));
  }

  search(text: string): Item[] {
    const best = this.#index.ranked(searchTokens(text)).slice(0, SHOWN);
    return best.flatMap((at) => this.#items[at] ?? []);
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
