/** A dependency did not answer in time, or is known to be down and was not asked. */
export class DependencyDown extends Error {
  override readonly name = 'DependencyDown';
  readonly code: 'timeout' | 'open' | 'failed';
  constructor(code: DependencyDown['code'], options?: { cause?: unknown }) {
    super(`dependency ${code}`, options);
    this.code = code;
  }
}

export interface ResilienceOptions {
  /** Milliseconds one try may take. */
  readonly timeout_ms?: number;
  /** Failures within `window_ms` that open the breaker. */
  readonly failures?: number;
  readonly window_ms?: number;
  /** How long an open breaker refuses before it lets one call try again. */
  readonly cooldown_ms?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  /** Errors that are answers (bad arguments), not faults: passed on, neither retried nor counted. */
  readonly isAnswer?: (error: unknown) => boolean;
}

/**
 * Calls of one dependency: each try has a time limit, one retry, and a breaker that opens after repeated faults so that
 * a dead search does not cost every turn its whole time (reliability, "search down/slow").
 * @returns a function that runs a call. It throws DependencyDown, the caller's abort reason, or an answer error.
 */
export function createResilience(options: ResilienceOptions = {}) {
  const {
    timeout_ms = 3000,
    failures = 5,
    window_ms = 10_000,
    cooldown_ms = 10_000,
    now = () => performance.now(),
    isAnswer = () => false,
  } = options;
  let faults: number[] = [];
  let openUntil = Number.NEGATIVE_INFINITY;
  let trying = false;

  const attempt = async <T>(call: (signal: AbortSignal) => Promise<T>, outer: AbortSignal): Promise<T> => {
    const timer = AbortSignal.timeout(timeout_ms);
    const signal = AbortSignal.any([outer, timer]);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(outer.aborted ? outer.reason : new DependencyDown('timeout')), { once: true });
    });
    aborted.catch(() => undefined);
    return Promise.race([call(signal), aborted]);
  };

  const failed = (): void => {
    const time = now();
    faults = [...faults.filter((at) => time - at < window_ms), time];
    if (faults.length >= failures) openUntil = time + cooldown_ms;
  };

  return async <T>(call: (signal: AbortSignal) => Promise<T>, outer: AbortSignal): Promise<T> => {
    const wasOpen = openUntil > Number.NEGATIVE_INFINITY;
    if (openUntil > now() || (wasOpen && trying)) throw new DependencyDown('open');
    trying = wasOpen;
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          const value = await attempt(call, outer);
          faults = [];
          openUntil = Number.NEGATIVE_INFINITY;
          return value;
        } catch (error) {
          if (outer.aborted || isAnswer(error)) throw error;
          failed();
          if (tries >= 1 || wasOpen) throw error instanceof DependencyDown ? error : new DependencyDown('failed', { cause: error });
        }
      }
    } finally {
      trying = false;
    }
  };
}
export type Resilience = ReturnType<typeof createResilience>;
