import type { CatalogEngine } from './engine.ts';
import { openSqliteCatalog } from './sqlite/open.ts';

/** The engine behind a `CATALOG_URL`. */
export async function openCatalog(url: string): Promise<CatalogEngine> {
  if (url.startsWith('sqlite:')) return openSqliteCatalog({ path: url.slice('sqlite:'.length) });
  throw new Error(`This build has no catalogue engine for ${URL.parse(url)?.protocol ?? 'that address'}; use sqlite:path.`);
}
