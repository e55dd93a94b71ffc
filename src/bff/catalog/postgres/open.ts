import { Worker } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import { createResilience, DependencyDown } from '../../remote/resilience.ts';
import { type CatalogEngine, CatalogTimeout, CatalogUnavailable, type SearchResult, type Vocabulary } from '../engine.ts';
import { oneByOne } from '../reading/one-by-one.ts';
import { QUICKLY_READ } from '../reading/outdated.ts';
import { openReadPool } from '../reading/pool.ts';
import { keptVocabulary } from '../reading/vocabulary.ts';
import { postgresAddress } from './connection.ts';
import { LOAD_MS } from './reader.ts';
import { putItems } from './transaction.ts';
import type { PostgresWorkerData } from './worker.ts';

export interface PostgresCatalogOptions {
  /** `postgres://user:password@host/database`, with `?schema=` where several catalogues share one. */
  readonly url: string;
  /** Read threads, each with a line of its own. */
  readonly workers?: number;
  /** Milliseconds after which a search is given up. */
  readonly timeout?: number;
  /** Items of a catalogue that is read within a search when it was replaced; see {@link QUICKLY_READ}. */
  readonly quickly?: number;
  /** The time now, for `deliver_by`. */
  readonly now?: () => Date;
}

const DAY = 86_400_000;
/** How long a server that failed again and again is not asked: long enough to spare it, short enough to be missed by nobody. */
const COOLDOWN_MS = 2000;

/**
 * A catalogue in PostgreSQL, searched in read threads. A line that breaks is opened again at the next call.
 * @throws CatalogUnusable when there is no such catalogue, or the server cannot be reached at the start.
 */
export async function openPostgresCatalog(options: PostgresCatalogOptions): Promise<CatalogEngine> {
  const { url, workers = 2, timeout = 3000, quickly = QUICKLY_READ, now = () => new Date() } = options;
  const address = postgresAddress(url);
  let started = 0;
  const start = () => {
    const workerData: PostgresWorkerData = { address, timeout, quickly, mustConnect: started++ < workers };
    return new Worker(new URL('./worker.ts', import.meta.url), { workerData });
  };
  // The server ends a query that takes too long, and callers give up by themselves. A thread is not ended for it: it may be
  // reading a new revision, which the next one would have to begin anew.
  const pool = await openReadPool({ workers, timeout: LOAD_MS, start });
  const resilience = createResilience({
    timeout_ms: timeout,
    cooldown_ms: COOLDOWN_MS,
    // What the server answered is an answer, also that it takes too long: only a line that is gone is tried again.
    isAnswer: (error) => !(error instanceof CatalogUnavailable),
  });
  const call = async <T>(request: Parameters<typeof pool.call>[0], signal?: AbortSignal): Promise<T> => {
    try {
      return await resilience((limit) => pool.call<T>(request, limit), signal ?? new AbortController().signal);
    } catch (error) {
      if (!(error instanceof DependencyDown)) throw error;
      if (error.code === 'timeout') throw new CatalogTimeout('the PostgreSQL catalogue took too long', { cause: error });
      if (error.cause instanceof CatalogUnavailable) throw error.cause;
      throw new CatalogUnavailable('the PostgreSQL server was away just now and is given a moment', { cause: error });
    }
  };
  // Past the breaker: readiness sees the server back as soon as it is.
  const revision = () => pool.call<string>({ kind: 'revision' });
  return {
    name: 'postgres',
    search: (search, { locale, signal }) =>
      call<SearchResult>({ kind: 'search', search, locale, today: Math.floor(now().getTime() / DAY) }, signal),
    items: (ids, { locale, signal }) => call<Item[]>({ kind: 'items', ids, locale }, signal),
    vocabulary: keptVocabulary(revision, () => pool.call<Vocabulary>({ kind: 'vocabulary' })),
    revision,
    put: oneByOne((items: readonly Item[]) => putItems(address, items)),
    close: () => pool.close(),
  };
}
