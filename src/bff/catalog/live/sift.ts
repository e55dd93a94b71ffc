import { Worker } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { ReadPool } from '../../threads/read-pool.ts';
import { CatalogTimeout, type SearchResult, type Vocabulary } from '../engine.ts';
import { type Failure, fromFailure } from '../reading/messages.ts';
import type { SiftRequest } from './messages.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Milliseconds that sifting may take. */
const TIMEOUT_MS = 3000;

/** A thread that judges items by the rules of a catalogue of our own: the sifting of what live shops send. */
export interface Sift {
  /** Searches a few items, given best first, as if they were the whole catalogue. @throws SearchRefused, CatalogTimeout */
  search(
    items: readonly Item[],
    asked: { readonly search: SearchArguments; readonly locale: string; readonly today: number; readonly revision: string },
    signal?: AbortSignal,
  ): Promise<SearchResult>;
  vocabulary(items: readonly Item[], revision: string): Promise<Vocabulary>;
  close(): Promise<void>;
}

export async function openSift(): Promise<Sift> {
  const pool = await ReadPool.open<Without<SiftRequest, 'call'>, Failure>({
    workers: 1,
    timeout: TIMEOUT_MS,
    start: () => new Worker(new URL('./sift-worker.ts', import.meta.url)),
    errors: { late: (message) => new CatalogTimeout(message), unusable: (message) => new Error(message), failed: fromFailure },
  });
  return {
    search: (items, asked, signal) => pool.call<SearchResult>({ kind: 'search', items, ...asked }, signal),
    vocabulary: (items, revision) => pool.call<Vocabulary>({ kind: 'vocabulary', items, revision }),
    close: () => pool.close(),
  };
}
