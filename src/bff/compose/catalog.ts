import { cacheCatalog } from '../catalog/cache.ts';
import { cleanCatalog } from '../catalog/clean.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { withSynonyms } from '../catalog/synonyms/with-synonyms.ts';
import { watchedCatalog } from '../catalog/watched.ts';
import type { ShopProfile } from '../config.ts';
import type { ReadinessCheck } from '../routes/health.ts';
import type { Observers } from './observers.ts';

/**
 * The engine as every room reads it. The order matters: what is cached is clean and without blocked items, and what is
 * watched includes answers of the cache, since a shopper asked for those too.
 */
export function shopCatalog(engine: CatalogEngine, shop: ShopProfile, { onLookup, onNothing }: Observers['catalog']): CatalogEngine {
  const clean = cleanCatalog(withSynonyms(engine, shop.synonyms ?? []), new Set(shop.blocked_items));
  return watchedCatalog(cacheCatalog(clean, { onLookup }), onNothing);
}

/** Whether the catalogue answers, and which one it is. */
export function catalogCheck(catalog: CatalogEngine): ReadinessCheck {
  return {
    name: 'catalogue',
    async check() {
      await catalog.check?.();
      return { engine: catalog.name, revision: await catalog.revision() };
    },
  };
}
