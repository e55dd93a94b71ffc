import { attributeValues } from '../../bff/catalog/fields.ts';
import { searchTokens } from '../../bff/language/tokens.ts';
import type { Item } from '../../protocol/item.ts';
import { Bm25 } from '../bm25.ts';

/**
 * BM25 over title and attributes, without synonyms. Its words are cut as our index cuts them, pairs of Chinese characters and
 * a number with its unit included, so that what differs is the search and not the cutting.
 */
export class PlainSearch {
  readonly #items: readonly (Item | undefined)[];
  readonly #index: Bm25;

  /** @param items one list of records for each item. */
  constructor(items: readonly (readonly Item[])[]) {
    this.#items = items.map(([first]) => first);
    this.#index = new Bm25(items.map((records) => [...new Set(records.flatMap(textsOf))].flatMap(searchTokens)));
  }

  /** The best items, best first, one of each product as a shop shows them. */
  search(text: string, count: number): Item[] {
    const products = new Set<string>();
    const best: Item[] = [];
    for (const at of this.#index.ranked(searchTokens(text))) {
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
