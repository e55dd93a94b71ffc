import { cleanItem } from '../language/hygiene.ts';
import type { CatalogEngine } from './engine.ts';

/**
 * A catalogue behind the one gate that every text of a feed passes on its way to a prompt, a card or a route, whatever
 * engine holds it.
 */
export function cleanCatalog(engine: CatalogEngine, blocked: ReadonlySet<string> = new Set()): CatalogEngine {
  return {
    name: engine.name,
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
    ...(engine.check && { check: () => engine.check?.() ?? Promise.resolve() }),
    ...(engine.put && { put: (items) => engine.put?.(items) ?? Promise.resolve() }),
    close: () => engine.close(),
  };
}
