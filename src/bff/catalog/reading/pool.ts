import { type PoolOptions, ReadPool } from '../../threads/read-pool.ts';
import { CatalogTimeout, CatalogUnusable } from '../engine.ts';
import { type Failure, fromFailure, type ReadRequest } from './messages.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A request before it has a number. */
type Asked = Without<ReadRequest, 'call'>;

/**
 * Threads that read one catalogue. Calls reject with CatalogTimeout, SearchRefused, or the reason of an aborted signal.
 * @throws CatalogUnusable
 */
export function openReadPool(options: Omit<PoolOptions<Failure>, 'errors'>): Promise<ReadPool<Asked, Failure>> {
  return ReadPool.open<Asked, Failure>({
    ...options,
    errors: {
      late: (message) => new CatalogTimeout(message),
      unusable: (message) => new CatalogUnusable(message),
      failed: fromFailure,
    },
  });
}
