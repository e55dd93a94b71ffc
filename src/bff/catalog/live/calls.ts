import { createResilience, DependencyDown } from '../../remote/resilience.ts';
import { CatalogTimeout, CatalogUnavailable, SearchRefused } from '../engine.ts';

/** How long a shop that failed again and again is not asked. */
const COOLDOWN_MS = 5000;
/** A shop that answered so recently, in milliseconds, is there. */
const RECENT_MS = 15_000;

/** Calls of a shop's server: 3 s each, one retry, a breaker; and whether it is there. */
export interface Calls {
  /** @throws CatalogUnavailable, CatalogTimeout, or the reason of the aborted signal. */
  run<T>(call: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Resolves when the server answered lately, or does now. @throws CatalogUnavailable */
  check(probe: () => Promise<unknown>): Promise<void>;
}

/**
 * @param what the server, for messages: `the shop's endpoint`.
 * @param now monotonic clock, milliseconds.
 */
export function createCalls(what: string, now: () => number, timeout_ms: number): Calls {
  const resilience = createResilience({
    timeout_ms,
    now,
    cooldown_ms: COOLDOWN_MS,
    isAnswer: (error) => error instanceof SearchRefused,
  });
  let answered = Number.NEGATIVE_INFINITY;
  const run: Calls['run'] = async (call, signal = new AbortController().signal) => {
    try {
      const value = await resilience(call, signal);
      answered = now();
      return value;
    } catch (error) {
      if (signal.aborted || !(error instanceof DependencyDown)) throw error;
      answered = Number.NEGATIVE_INFINITY;
      if (error.code === 'timeout') throw new CatalogTimeout(`${what} did not answer in time`, { cause: error });
      throw new CatalogUnavailable(
        error.code === 'open' ? `${what} failed again and again and is given a moment` : `${what} gave no usable answer`,
        {
          cause: error.cause,
        },
      );
    }
  };
  return {
    run,
    async check(probe) {
      if (now() - answered < RECENT_MS) return;
      try {
        await probe();
      } catch (error) {
        throw error instanceof CatalogTimeout ? new CatalogUnavailable(error.message, { cause: error }) : error;
      }
    },
  };
}
