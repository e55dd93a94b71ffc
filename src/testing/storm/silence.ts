import { AFTER_RETURN_MS } from '../../bff/runs/redis/run-log.ts';

/**
 * After this long without a frame a turn counts as hanging, not counting the time that Redis was away: the longest silence of a model is
 * 20 s, and a replica may die after it.
 */
export const HANGING_MS = 40_000;

/**
 * How long Redis was away, all in all: a replica's readers elsewhere hear nothing then, and nobody takes over what it leaves, nor in the
 * first seconds after.
 */
export class Outages {
  #past = 0;
  #since: number | undefined;

  /** Milliseconds until now. */
  total(): number {
    return this.#past + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  /** @param how what takes Redis away and brings it back */
  async during(how: () => Promise<void>): Promise<void> {
    this.#since = performance.now();
    await how();
    this.#past = this.total() + AFTER_RETURN_MS;
    this.#since = undefined;
  }
}

/** Calls back when nothing has been heard for too long. */
export class Silence {
  readonly #outages: Outages;
  readonly #onHanging: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(outages: Outages, onHanging: () => void) {
    this.#outages = outages;
    this.#onHanging = onHanging;
    this.heard();
  }

  heard(): void {
    this.#wait(HANGING_MS, this.#outages.total());
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number, away: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const now = this.#outages.total();
      if (now > away) this.#wait(now - away, now);
      else this.#onHanging();
    }, ms);
  }
}
