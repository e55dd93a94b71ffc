import { cleanItem } from '../language/hygiene.ts';
import { cleanVocabulary } from './clean-vocabulary.ts';
import type { CatalogEngine } from './engine.ts';
import { layered } from './layered.ts';

/** Ids that a search may exclude, as `src/protocol/search.ts` has it. */
const EXCLUDED = 200;

/**
 * A catalogue behind the one gate that every text of a feed passes on its way to a prompt, a card or a route, whatever
 * engine holds it.
 */
export function cleanCatalog(engine: CatalogEngine, blocked: ReadonlySet<string> = new Set()): CatalogEngine {
  return layered(engine, {
    async search(search, context) {
      const ids = [...blocked];
      const without =
        ids.length > 0
          ? { ...search, exclude: { ...search.exclude, ids: [...ids, ...(search.exclude?.ids ?? [])].slice(0, EXCLUDED) } }
          : search;
      const result = await engine.search(without, context);
      // What an engine gives in spite of it, or past the limit, is blocked all the same.
      return { ...result, items: result.items.filter(({ id }) => !blocked.has(id)).map(cleanItem) };
    },
    async items(ids, context) {
      const items = await engine.items(
        ids.filter((id) => !blocked.has(id)),
        context,
      );
      return items.map(cleanItem);
    },
    vocabulary: async () => cleanVocabulary(await engine.vocabulary()),
  });
}
