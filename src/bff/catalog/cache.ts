import { canonicalJson } from '../language/canonical-json.ts';
import type { CatalogEngine, SearchResult, Vocabulary } from './engine.ts';
import { Flight } from './flight.ts';
import { layered } from './layered.ts';

export interface CacheOptions {
  /** Searches kept. */
  readonly size?: number;
  /** Milliseconds an answer is kept: stock and prices may move within one revision of a live endpoint. */
  readonly ttl_ms?: number;
  /** Milliseconds for which the revision last seen is taken for the present one: every turn asks several times. */
  readonly fresh_ms?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  readonly onLookup?: (outcome: 'hit' | 'miss' | 'joined') => void;
}

interface Kept {
  readonly flight: Flight<SearchResult>;
  readonly until: number;
}

/**
 * A catalogue that answers an equal search once: kept by exact arguments, locale and revision, so an import empties it at
 * once; equal searches under way share one answer, until one who waits for it runs out of time. Items by id are never kept:
 * a card is made from what holds now (G10).
 */
export function cacheCatalog(engine: CatalogEngine, options: CacheOptions = {}): CatalogEngine {
  const { size = 500, ttl_ms = 30_000, fresh_ms = 100, now = () => performance.now(), onLookup = () => undefined } = options;
  const kept = new Map<string, Kept>();
  let seen: { readonly revision: Promise<string>; readonly until: number } | undefined;
  let known: Vocabulary | undefined;
  let words: { readonly revision: string; readonly vocabulary: Promise<Vocabulary> } | undefined;

  const revision = (): Promise<string> => {
    if (!seen || seen.until <= now()) {
      const asked = { revision: engine.revision(), until: now() + fresh_ms };
      seen = asked;
      asked.revision.catch(() => {
        if (seen === asked) seen = undefined;
      });
    }
    return seen.revision;
  };

  const vocabularyNow = async (): Promise<Vocabulary> => {
    const current = await revision();
    if (words?.revision === current) return words.vocabulary;
    const made = { revision: current, vocabulary: engine.vocabulary() };
    words = made;
    const forget = (): void => {
      if (words === made) words = undefined;
    };
    made.vocabulary.then((vocabulary) => vocabulary.revision !== current && forget(), forget);
    return made.vocabulary;
  };

  return layered(engine, {
    revision,

    async put(items) {
      await engine.put?.(items);
      seen = undefined;
    },

    /** The same object as long as the revision is: what is made from it can be kept with it. */
    async vocabulary() {
      try {
        known = await vocabularyNow();
      } catch (error) {
        // An engine that is down says no words: the last ones let a turn speak, and every search still asks the engine.
        if (!known) throw error;
      }
      return known;
    },

    async search(search, { locale, signal }) {
      const current = await revision();
      signal?.throwIfAborted();
      const key = canonicalJson([current, locale, search]);
      const found = kept.get(key);
      const forget = (entry: Kept): void => {
        if (kept.get(key) === entry) kept.delete(key);
      };
      if (found && found.until > now()) {
        onLookup(found.flight.settled ? 'hit' : 'joined');
        return found.flight.wait(signal, () => forget(found));
      }
      onLookup('miss');
      // Not the caller's signal: others may be waiting for the same answer.
      const flight = new Flight((callOff) => engine.search(search, { locale, signal: callOff }));
      const entry: Kept = { flight, until: now() + ttl_ms };
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      flight.answer.then(
        // The catalogue changed in between: the answer belongs to the next revision, and is not kept under this one.
        (result) => result.revision !== current && forget(entry),
        () => forget(entry),
      );
      return flight.wait(signal, () => forget(entry));
    },
  });
}
