import { Worker } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import type { CatalogEngine, SearchResult, Vocabulary } from '../engine.ts';
import { openReadPool } from './pool.ts';

export interface SqliteCatalogOptions {
  /** Path of a catalogue file that `npm run import` or `importItems` wrote. */
  readonly path: string;
  /** Whether items may be put; the demo's may not, since its file is named after them. */
  readonly writable?: boolean;
  /** Read threads. */
  readonly workers?: number;
  /** Milliseconds after which a search is given up. */
  readonly timeout?: number;
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
  const { path, writable = false, workers = 2, timeout = 3000, now = () => new Date() } = options;
  const start = () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { path } });
  const pool = await openReadPool({ workers, timeout, start });
  let known: { revision: string; vocabulary: Promise<Vocabulary> } | undefined;
  const revision = () => pool.call<string>({ kind: 'revision' });
  return {
    search: (search, { locale, signal }) =>
      pool.call<SearchResult>({ kind: 'search', search, locale, today: Math.floor(now().getTime() / DAY) }, signal),
    items: (ids, { locale, signal }) => pool.call<Item[]>({ kind: 'items', ids, locale }, signal),
    async vocabulary() {
      const current = await revision();
      if (known?.revision === current) return known.vocabulary;
      const entry = { revision: current, vocabulary: pool.call<Vocabulary>({ kind: 'vocabulary' }) };
      known = entry;
      entry.vocabulary.catch(() => {
        if (known === entry) known = undefined;
      });
      return entry.vocabulary;
    },
    revision,
    ...(writable && { put: oneByOne((items: readonly Item[]) => write(path, items)) }),
    close: () => pool.close(),
  };
}

/** Runs writes in the order they came: SQLite has one writer, and a second would wait on its lock. */
function oneByOne<T>(work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const mine = last.catch(() => undefined).then(() => work(value));
    last = mine;
    return mine;
  };
}

async function write(path: string, items: readonly Item[]): Promise<void> {
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), { workerData: { path, items } });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.once('error', reject);
  worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the write thread ended with ${code}`))));
  await promise;
}
