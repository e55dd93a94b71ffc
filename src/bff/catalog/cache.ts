import { canonicalJson } from '../language/canonical-json.ts';
import type { CatalogEngine, SearchResult } from './engine.ts';

export interface CacheOptions {
  /** Searches kept. */
  readonly size?: number;
  /** Milliseconds an answer is kept: stock and prices may move within one revision of a live endpoint. */
  readonly ttl_ms?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  readonly onLookup?: (outcome: 'hit' | 'miss' | 'joined') => void;
}

interface Kept {
  readonly result: Promise<SearchResult>;
  readonly until: number;
  settled: boolean;
}

/**
 * A catalogue that answers an equal search once: kept by exact arguments, locale and revision, so an import empties it at
 * once; equal searches under way share one answer. Items by id are never kept: a card is made from what holds now (G10).
 */
export function cacheCatalog(engine: CatalogEngine, options: CacheOptions = {}): CatalogEngine {
  const { size = 500, ttl_ms = 30_000, now = () => performance.now(), onLookup = () => undefined } = options;
  const kept = new Map<string, Kept>();

  return {
    ...engine,
    async search(search, { locale, signal }) {
      const key = canonicalJson([await engine.revision(), locale, search]);
      const found = kept.get(key);
      if (found && found.until > now()) {
        onLookup(found.settled ? 'hit' : 'joined');
        return found.result;
      }
      onLookup('miss');
      // Not the caller's signal: others may be waiting for the same answer. The engine's own time limit holds.
      const entry: Kept = { result: engine.search(search, { locale }), until: now() + ttl_ms, settled: false };
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      entry.result.then(
        () => {
          entry.settled = true;
        },
        () => {
          if (kept.get(key) === entry) kept.delete(key);
        },
      );
      signal?.throwIfAborted();
      return entry.result;
    },
  };
}
