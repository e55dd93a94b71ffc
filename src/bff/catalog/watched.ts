import type { SearchArguments } from '../../protocol/search.ts';
import type { CatalogEngine, ReadContext } from './engine.ts';
import { layered } from './layered.ts';

/** A catalogue that tells of each search that found nothing. */
export function watchedCatalog(engine: CatalogEngine, onNothing: (search: SearchArguments, context: ReadContext) => void): CatalogEngine {
  return layered(engine, {
    async search(search, context) {
      const result = await engine.search(search, context);
      if (result.total === 0) onNothing(search, context);
      return result;
    },
  });
}
