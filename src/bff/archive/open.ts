import { Worker } from 'node:worker_threads';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { ReadPool } from '../threads/read-pool.ts';
import { ArchiveDown, ArchiveUnusable, type RunArchive } from './archive.ts';
import { type ArchiveCall, type ArchiveFailure, fromFailure } from './messages.ts';

/** Milliseconds a reading may take before it is given up. */
const READ_MS = 15_000;
/** Pruning a year's runs takes a while; nobody waits for it. */
const WRITE_MS = 600_000;

type Pool = ReadPool<ArchiveCall, ArchiveFailure>;

const openPool = (url: string, timeout: number, readOnly: boolean): Promise<Pool> =>
  ReadPool.open<ArchiveCall, ArchiveFailure>({
    workers: 1,
    timeout,
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { url, readOnly } }),
    errors: {
      late: (message) => new ArchiveDown(`the archive takes too long: ${message}`),
      unusable: (message) => new ArchiveUnusable(message),
      failed: fromFailure,
    },
  });

/**
 * The same question asked again while it is being answered gets the same answer: somebody who loads a page anew must not wait
 * behind what nobody waits for any more.
 */
function sharedWhileAsked<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key, ask) => {
    const known = asked.get(key);
    if (known) return known;
    const answer = ask().finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}

/** Threads that start with the first question: each takes tens of megabytes, and mostly nobody looks. */
interface Readers {
  get(): Promise<Pool>;
  close(): Promise<void>;
}

function openWhenAsked(url: string): Readers {
  let pool: Promise<Pool> | undefined;
  return {
    get: () => {
      pool ??= openPool(url, READ_MS, true).catch((cause: unknown) => {
        pool = undefined;
        throw new ArchiveDown('the archive cannot be opened for reading', { cause });
      });
      return pool;
    },
    close: async () =>
      void (await pool?.then(
        (opened) => opened.close(),
        () => undefined,
      )),
  };
}

/**
 * The archive behind an `ARCHIVE_URL` (`sqlite:path` or `postgres://…`, with `?schema=`), made where there is none. One thread
 * writes, one reads lists and runs, one reckons insights and pages of exports, each with a line of its own: what takes long holds
 * neither a list up, nor a writing, nor a turn.
 * @throws ArchiveUnusable, also for a PostgreSQL server that cannot be reached
 */
export async function openArchive(url: string): Promise<RunArchive> {
  const writes = await openPool(url, WRITE_MS, false);
  const reads = openWhenAsked(url);
  const reckons = openWhenAsked(url);
  const ask = <M extends ArchiveCall['method']>(pool: Pool, method: M, ...args: Parameters<RunArchive[M]>): ReturnType<RunArchive[M]> =>
    pool.call({ method, args }) as ReturnType<RunArchive[M]>;
  const shared = sharedWhileAsked<InsightsResponse>();
  return {
    name: /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite',
    add: (runs) => ask(writes, 'add', runs),
    remark: (conversation_id, remark) => ask(writes, 'remark', conversation_id, remark),
    erase: (conversation_id) => ask(writes, 'erase', conversation_id),
    prune: (before) => ask(writes, 'prune', before),
    list: async (query) => ask(await reads.get(), 'list', query),
    read: async (run_id) => ask(await reads.get(), 'read', run_id),
    conversation: async (conversation_id) => ask(await reads.get(), 'conversation', conversation_id),
    insights: (period) => shared(JSON.stringify([period.from, period.to]), async () => ask(await reckons.get(), 'insights', period)),
    page: async (query, after, size, consented) => ask(await reckons.get(), 'page', query, after, size, consented),
    erased: async (conversation_id) => ask(await reads.get(), 'erased', conversation_id),
    async close() {
      await Promise.all([writes, reads, reckons].map((each) => each.close()));
    },
  };
}
