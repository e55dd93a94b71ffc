import type { CatalogEngine } from './engine.ts';
import { openSqliteCatalog } from './sqlite/open.ts';

/**
 * The engine behind a `CATALOG_URL`.
 * @throws CatalogUnusable
 */
export async function openCatalog(url: string): Promise<CatalogEngine> {
  return openSqliteCatalog({ path: url.replace(/^sqlite:/, '') });
}
