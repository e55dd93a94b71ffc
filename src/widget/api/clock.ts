/** Time and chance as the reader of runs needs them; tests inject their own. */
export interface Clock {
  /** Resolves after `ms`, or at once when the page has reason to try again; rejects when `signal` fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Rejects when `read` is not settled within `ms`. */
  within<T>(ms: number, read: Promise<T>): Promise<T>;
  /** 0 ≤ x < 1. */
  random(): number;
}

/** A laptop that wakes, a phone back in coverage or a page back from the cache should not wait out its backoff. */
const WAKING = ['online', 'pageshow'] as const;

export const browserClock: Clock = {
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const settle = (done: () => void) => () => {
        clearTimeout(timer);
        for (const event of WAKING) removeEventListener(event, wake);
        signal.removeEventListener('abort', cancel);
        done();
      };
      const wake = settle(resolve);
      const cancel = settle(() => reject(signal.reason));
      const timer = setTimeout(wake, ms);
      for (const event of WAKING) addEventListener(event, wake);
      signal.addEventListener('abort', cancel);
      if (signal.aborted) cancel();
    }),
  within: (ms, read) => {
    let timer: ReturnType<typeof setTimeout>;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no byte for ${ms} ms`)), ms);
    });
    return Promise.race([read, late]).finally(() => clearTimeout(timer));
  },
  random: Math.random,
};

/** Milliseconds before attempt `n` (from 1): 0.5 s doubling to 5 s, each shortened by up to half so that clients spread. */
export function backoff(attempt: number, random: () => number): number {
  const full = Math.min(5000, 500 * 2 ** attempt);
  return Math.max(500, full * (0.5 + random() / 2));
}
