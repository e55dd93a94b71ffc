import type { Item } from '../../protocol/item.ts';
import { promptText } from '../language/hygiene.ts';
import type { CatalogEngine } from './engine.ts';

/** Longest text of one field that leaves the catalogue, in characters. */
const FIELD_LIMIT = 4000;

/** Fields whose bytes are identity or address: G2 forbids touching an id, and an address is checked by the schema. */
const EXACT = new Set(['id', 'product_id', 'sku', 'url', 'poster', 'captions', 'currency', 'external_id', 'unit', 'type', 'locale']);

function clean(value: unknown, field: string): unknown {
  if (typeof value === 'string') return EXACT.has(field) ? value : promptText(value, FIELD_LIMIT);
  if (Array.isArray(value)) return value.map((each) => clean(each, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each, key)]));
}

/** An item whose texts hold no hidden characters and no machinery text (guard contract G10, G12, G14). */
export function cleanItem(item: Item): Item {
  return clean(item, '') as Item;
}

/**
 * A catalogue behind the one gate that every text of a feed passes on its way to a prompt, a card or a route, whatever
 * engine holds it.
 */
export function cleanCatalog(engine: CatalogEngine, blocked: ReadonlySet<string> = new Set()): CatalogEngine {
  return {
    async search(search, context) {
      const ids = [...blocked];
      const without =
        ids.length > 0
          ? { ...search, exclude: { ...search.exclude, ids: [...(search.exclude?.ids ?? []), ...ids].slice(0, 200) } }
          : search;
      const result = await engine.search(without, context);
      return { ...result, items: result.items.map(cleanItem) };
    },
    async items(ids, context) {
      const items = await engine.items(
        ids.filter((id) => !blocked.has(id)),
        context,
      );
      return items.map(cleanItem);
    },
    vocabulary: () => engine.vocabulary(),
    revision: () => engine.revision(),
    close: () => engine.close(),
  };
}
