/** A running timer. */
export interface Timer {
  /** Starts the full time again. */
  refresh(): void;
  cancel(): void;
}

/** Time, injected so that tests never wait for it. */
export interface Clock {
  /** Milliseconds since the epoch; only read to understand dates in `Retry-After`. */
  now(): number;
  /** Runs `run` once after `ms` milliseconds of monotonic time. */
  after(ms: number, run: () => void): Timer;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timeout = setTimeout(run, ms);
    return { refresh: () => timeout.refresh(), cancel: () => clearTimeout(timeout) };
  },
};

/**
 * Resolves after `ms`, or at once when `signal` aborts.
 * @throws the signal's reason when aborted.
 */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const abort = () => {
      timer.cancel();
      reject(signal.reason);
    };
    const timer = clock.after(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    signal.addEventListener('abort', abort, { once: true });
  });
}
