/**
 * One question on its way, shared by all who ask it. It has no time limit of its own: each who waits brings a signal, and
 * when the last one has left, the question is called off.
 */
export class Flight<T> {
  /** Whether the answer, or the failure, is there. */
  settled = false;
  readonly #answer: Promise<T>;
  readonly #callOff = new AbortController();
  #waiting = 0;

  /** @param ask is given the signal that calls it off. */
  constructor(ask: (signal: AbortSignal) => Promise<T>) {
    this.#answer = ask(this.#callOff.signal).finally(() => {
      this.settled = true;
    });
    // Whoever waits hears of a failure; with nobody left it is nobody's.
    this.#answer.catch(() => undefined);
  }

  /** Settles as the question does, however long that takes. */
  get answer(): Promise<T> {
    return this.#answer;
  }

  /**
   * Waits for the answer as long as the signal lets.
   * @param onHung is called when this question should not be joined any more: somebody's time for it ran out, or nobody waits.
   * @throws the signal's reason.
   */
  async wait(signal: AbortSignal | undefined, onHung: () => void): Promise<T> {
    this.#waiting += 1;
    if (!signal) return this.#answer;
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => {
      reject(signal.reason);
      this.#waiting -= 1;
      if (this.settled) return;
      if (this.#waiting === 0 || isTimeout(signal.reason)) onHung();
      if (this.#waiting === 0) this.#callOff.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([this.#answer, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}

/** What `AbortSignal.timeout` gives as its reason. */
const isTimeout = (reason: unknown): boolean => reason instanceof DOMException && reason.name === 'TimeoutError';
