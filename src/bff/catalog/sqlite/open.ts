import { Worker } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import type { CatalogEngine, SearchResult, Vocabulary } from '../engine.ts';
import { oneByOne } from '../reading/one-by-one.ts';
import { QUICKLY_READ } from '../reading/outdated.ts';
import { openReadPool } from '../reading/pool.ts';
import { keptVocabulary } from '../reading/vocabulary.ts';

export interface SqliteCatalogOptions {
  /** Path of a catalogue file that `npm run import` or `importItems` wrote. */
  readonly path: string;
  /** Whether items may be put; the demo's may not, since its file is named after them. */
  readonly writable?: boolean;
  /** Read threads. */
  readonly workers?: number;
  /** Milliseconds after which a search is given up. */
  readonly timeout?: number;
  /** Items of a catalogue that is read within a search when it was replaced; see {@link QUICKLY_READ}. */
  readonly quickly?: number;
  /** The time now, for `deliver_by`. */
  readonly now?: () => Date;
}

const DAY = 86_400_000;

/**
 * A catalogue in one SQLite file, searched in read threads.
 * @throws CatalogUnusable when there is no such file, or it is no catalogue of this version.
 * @example
 * const catalog = await openSqliteCatalog({ path: 'shop.db' });
 * const { items } = await catalog.search({ query: '相机' }, { locale: 'zh-CN' });
 */
export async function openSqliteCatalog(options: SqliteCatalogOptions): Promise<CatalogEngine> {
  const { path, writable = false, workers = 2, timeout = 3000, quickly = QUICKLY_READ, now = () => new Date() } = options;
  const start = () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { path, quickly } });
  const pool = await openReadPool({ workers, timeout, start });
  const revision = () => pool.call<string>({ kind: 'revision' });
  return {
    name: 'sqlite',
    search: (search, { locale, signal }) =>
      pool.call<SearchResult>({ kind: 'search', search, locale, today: Math.floor(now().getTime() / DAY) }, signal),
    items: (ids, { locale, signal }) => pool.call<Item[]>({ kind: 'items', ids, locale }, signal),
    vocabulary: keptVocabulary(revision, () => pool.call<Vocabulary>({ kind: 'vocabulary' })),
    revision,
    ...(writable && { put: oneByOne((items: readonly Item[]) => write(path, items)) }),
    close: () => pool.close(),
  };
}

async function write(path: string, items: readonly Item[]): Promise<void> {
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), { workerData: { path, items } });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.once('error', reject);
  worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the write thread ended with ${code}`))));
  await promise;
}
