import { type RateLimiterAbstract, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from '../errors.ts';

/** Refuses what comes too often. Memory is its first home; Redis the second. */
export interface MessageLimit {
  /** @throws HttpError rate_limited with the seconds to wait. */
  take(key: string): Promise<void>;
}

/**
 * @param perMinute messages a minute for each key; `off`: no limit.
 * @param limiter who counts; default: this process.
 */
export function createMessageLimit(perMinute: number | 'off', limiter?: RateLimiterAbstract): MessageLimit {
  if (perMinute === 'off') return { take: async () => undefined };
  const counting = limiter ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async take(key) {
      try {
        await counting.consume(key);
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        throw new HttpError('rate_limited', { retry_after: (refused as RateLimiterRes).msBeforeNext / 1000 });
      }
    },
  };
}
