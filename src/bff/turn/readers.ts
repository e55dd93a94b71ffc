import type { RunSignals } from '../runs/signals.ts';

/** How long a reader on another replica counts without another word from there. */
const PRESENCE_MS = 6000;

/** Who reads which run on this replica, told to the others where they run it. */
export class Readers {
  readonly #signals: RunSignals;
  readonly #count = new Map<string, number>();
  #total = 0;
  #onNone: () => void = () => undefined;
  readonly #beats = new Map<string, NodeJS.Timeout>();
  /** Told when the last reader of a run has left this replica. */
  readonly #onEmpty: (run_id: string) => void;

  constructor(signals: RunSignals, onEmpty: (run_id: string) => void) {
    this.#signals = signals;
    this.#onEmpty = onEmpty;
  }

  count(run_id: string): number {
    return this.#count.get(run_id) ?? 0;
  }

  /** Readers of all runs on this replica. */
  get total(): number {
    return this.#total;
  }

  /**
   * @param elsewhere whether another replica runs it, and must know
   * @returns what to call when the reader leaves
   */
  attach(run_id: string, elsewhere: boolean): () => void {
    this.#total += 1;
    this.#count.set(run_id, this.count(run_id) + 1);
    if (elsewhere && !this.#beats.has(run_id)) {
      const beat = (): void => void this.#signals.reading(run_id, PRESENCE_MS).catch(() => undefined);
      beat();
      this.#beats.set(run_id, setInterval(beat, PRESENCE_MS / 3));
    }
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      this.#total -= 1;
      if (this.#total === 0) this.#onNone();
      const left = this.count(run_id) - 1;
      if (left > 0) {
        this.#count.set(run_id, left);
        return;
      }
      this.#count.delete(run_id);
      if (this.#beats.has(run_id)) {
        clearInterval(this.#beats.get(run_id));
        this.#beats.delete(run_id);
        this.#signals.left(run_id).catch(() => undefined);
      }
      this.#onEmpty(run_id);
    };
  }

  /** Resolves when nobody reads here any longer, or after `limit_ms`. */
  async empty(limit_ms: number): Promise<void> {
    if (this.#total === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, limit_ms);
    this.#onNone = resolve;
    await promise;
    clearTimeout(timer);
  }

  close(): void {
    for (const beat of this.#beats.values()) clearInterval(beat);
    this.#beats.clear();
  }
}
