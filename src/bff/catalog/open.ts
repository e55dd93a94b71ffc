import type { CatalogEngine } from './engine.ts';
import { openHttpCatalog } from './http/open.ts';
import type { ReportDropped } from './live/checked-items.ts';
import { postgresAddress } from './postgres/connection.ts';
import { openPostgresCatalog } from './postgres/open.ts';
import { postgresStaging } from './postgres/staging.ts';
import { postgresTransaction } from './postgres/transaction.ts';
import { openSqliteCatalog } from './sqlite/open.ts';
import { sqliteStaging } from './sqlite/staging.ts';
import { sqliteTransaction } from './sqlite/transaction.ts';
import type { ImportTarget } from './target.ts';

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

/**
 * The engine behind a `CATALOG_URL`; its scheme tells which.
 * @param onDropped told of what a live shop sent and is no item.
 * @throws CatalogUnusable
 */
export async function openCatalog(url: string, onDropped?: ReportDropped): Promise<CatalogEngine> {
  const report = onDropped ? { onDropped } : {};
  if (url.startsWith('ucp:')) {
    const { openUcpCatalog } = await import('./ucp/open.ts'); // its client (17 MB) is for those who need it
    return openUcpCatalog({ url, ...report });
  }
  if (/^https?:/.test(url)) return openHttpCatalog({ url, ...report });
  if (isPostgres(url)) return openPostgresCatalog({ url });
  return openSqliteCatalog({ path: url.replace(/^sqlite:/, ''), writable: true });
}

/** How imported items meet those that are there. */
export type ImportMode =
  /** Records of the same id and locale are replaced, others stay. */
  | { readonly kind: 'merge' }
  /** What is imported is the whole catalogue from then on. */
  | { readonly kind: 'replace'; readonly source: string; readonly force: boolean };

/**
 * Where items for a `CATALOG_URL` go.
 * @returns null for an address that takes no imports.
 * @throws CatalogUnusable, CatalogUnavailable
 */
export async function openImport(url: string, mode: ImportMode): Promise<ImportTarget | null> {
  if (isPostgres(url)) {
    const address = postgresAddress(url);
    return mode.kind === 'merge' ? postgresTransaction(address) : postgresStaging(address, mode);
  }
  if (!url.startsWith('sqlite:')) return null;
  const path = url.slice('sqlite:'.length);
  return mode.kind === 'merge' ? sqliteTransaction(path) : sqliteStaging(path, mode);
}
