/** Time and chance as the reader of runs needs them; tests inject their own. */
export interface Clock {
  /** Resolves after `ms`, or at once when the page has reason to try again; rejects when `signal` fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Rejects when `read` is not settled within `ms` of wall time, sleep of the machine included, or when the network has changed. */
  within<T>(ms: number, read: Promise<T>): Promise<T>;
  /** False while the browser knows that it has no network. */
  online(): boolean;
  /** 0 ≤ x < 1. */
  random(): number;
}

/** A laptop that wakes, a phone back in coverage or a page back from the cache should not wait out its backoff. */
const WAKING = ['online', 'pageshow'] as const;
/** How often a silent connection is looked at. */
const CHECK_MS = 5000;

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
  within: (ms, read) =>
    new Promise((resolve, reject) => {
      const began = Date.now();
      const settle = (done: () => void): void => {
        clearInterval(timer);
        removeEventListener('online', changed);
        done();
      };
      // The connection was made on a network that is gone; the server may never hear that we left it.
      const changed = (): void => settle(() => reject(new Error('the network changed')));
      // Looked at again and again: one timer of `ms` would stand still while a laptop sleeps, and count on when it wakes.
      const timer = setInterval(() => {
        if (Date.now() - began > ms) settle(() => reject(new Error(`no byte for ${ms} ms`)));
      }, CHECK_MS);
      addEventListener('online', changed);
      read.then(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error)),
      );
    }),
  online: () => navigator.onLine,
  random: Math.random,
};

/** Milliseconds before attempt `n` (from 1): 0.5 s doubling to 5 s, each shortened by up to half so that clients spread. */
export function backoff(attempt: number, random: () => number): number {
  const full = Math.min(5000, 500 * 2 ** attempt);
  return Math.max(500, full * (0.5 + random() / 2));
}
