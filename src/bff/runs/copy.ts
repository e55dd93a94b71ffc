import { KeptEntries } from './kept-entries.ts';
import { type RunEntry, type RunOutcome, RunTaken } from './log.ts';

/** Entries that a reader far behind is given at once: they are unpacked for it alone. */
const BEHIND = 256;

type Batch = IteratorResult<readonly RunEntry[], undefined>;
const over: Batch = { done: true, value: undefined };

/** What this process has of one run, and who reads it here. */
export class RunCopy {
  readonly entries = new KeptEntries();
  readonly followers = new Set<Follower>();
  /** Number of the last frame. */
  frames = 0;
  outcome?: RunOutcome;
  /** Another replica goes on from an earlier place: what was read here last is not in its log. */
  diverged = false;
  readonly run_id: string;

  constructor(run_id: string) {
    this.run_id = run_id;
  }

  add(entries: readonly RunEntry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      if (entry.kind === 'part') this.frames = entry.n;
      if (entry.kind === 'run-finished') this.outcome = entry.outcome;
    }
    for (const follower of this.followers) follower.wake(entries);
  }

  follow(after: number, signal: AbortSignal): AsyncIterable<readonly RunEntry[]> {
    const position = after <= 0 ? 0 : this.entries.after(after);
    return { [Symbol.asyncIterator]: () => new Follower(this, position, signal) };
  }

  /** Lets every reader go. */
  end(): void {
    for (const follower of this.followers) follower.end();
  }

  /** Lets every reader go with RunTaken: they saw more than the run's new owner knows of. */
  diverge(): void {
    this.diverged = true;
    for (const follower of this.followers) follower.wake();
  }
}

/**
 * One reader of a run, at its own pace. Written as an iterator by hand, with one listener for the whole way: this is the
 * road of every token, and a generator costs it several turns of the microtask queue.
 */
class Follower implements AsyncIterator<readonly RunEntry[], undefined> {
  readonly #run: RunCopy;
  readonly #signal: AbortSignal;
  #position: number;
  #ended = false;
  #waiting: PromiseWithResolvers<Batch> | undefined;
  readonly #leave = (): void => this.end();

  constructor(run: RunCopy, position: number, signal: AbortSignal) {
    this.#run = run;
    this.#position = position;
    this.#signal = signal;
    run.followers.add(this);
    signal.addEventListener('abort', this.#leave, { once: true });
  }

  next(): Promise<Batch> {
    if (this.#run.diverged && !this.#ended) {
      this.end();
      return Promise.reject(new RunTaken(this.#run.run_id));
    }
    const batch = this.#take();
    if (batch) return Promise.resolve(batch);
    this.#waiting = Promise.withResolvers<Batch>();
    return this.#waiting.promise;
  }

  /** @param added what was just appended: who has read all before takes it as it is. */
  wake(added?: readonly RunEntry[]): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    if (this.#run.diverged && !this.#ended) {
      this.#waiting = undefined;
      waiting.reject(new RunTaken(this.#run.run_id));
      this.end();
      return;
    }
    const batch = this.#take(added);
    if (!batch) return;
    this.#waiting = undefined;
    waiting.resolve(batch);
  }

  end(): void {
    this.#ended = true;
    this.#run.followers.delete(this);
    this.#signal.removeEventListener('abort', this.#leave);
    this.wake();
  }

  async return(): Promise<Batch> {
    this.end();
    return over;
  }

  /** What there is to say now; undefined while there is nothing yet. */
  #take(added?: readonly RunEntry[]): Batch | undefined {
    const run = this.#run;
    if (this.#ended || this.#signal.aborted) return over;
    const { entries } = run;
    if (this.#position < entries.length) {
      const isNext = added !== undefined && this.#position === entries.length - added.length;
      const value = isNext ? added : entries.slice(this.#position, this.#position + BEHIND);
      this.#position += value.length;
      return { done: false, value };
    }
    if (!run.outcome) return undefined;
    this.end();
    return over;
  }
}
