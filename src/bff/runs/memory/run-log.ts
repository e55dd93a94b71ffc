import { type RunEntry, type RunHead, type RunLog, type RunOutcome, type RunOwner, RunTaken } from '../log.ts';

interface Run {
  readonly conversation_id: string;
  readonly entries: RunEntry[];
  owner: string;
  leaseUntil: number;
  frames: number;
  outcome?: RunOutcome;
  /** Monotonic milliseconds from which the run may be forgotten. */
  forgetAt: number;
  readonly followers: Set<Follower>;
}

export interface MemoryRunLogOptions {
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  /** How long a finished run can be read. The contract asks for at least five minutes. */
  readonly keep_ms?: number;
}

type Batch = IteratorResult<readonly RunEntry[], undefined>;
const over: Batch = { done: true, value: undefined };

/**
 * One reader of a run, at its own pace. Written as an iterator by hand, with one listener for the whole way: this is the
 * road of every token, and a generator costs it several turns of the microtask queue.
 */
class Follower implements AsyncIterator<readonly RunEntry[], undefined> {
  readonly #run: Run | undefined;
  readonly #signal: AbortSignal;
  #position: number;
  #ended = false;
  #waiting: ((batch: Batch) => void) | undefined;
  readonly #leave = (): void => this.end();

  constructor(run: Run | undefined, position: number, signal: AbortSignal) {
    this.#run = run;
    this.#position = position;
    this.#signal = signal;
    run?.followers.add(this);
    signal.addEventListener('abort', this.#leave, { once: true });
  }

  next(): Promise<Batch> {
    const batch = this.#take();
    if (batch) return Promise.resolve(batch);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Something was appended. */
  wake(): void {
    const waiting = this.#waiting;
    const batch = waiting && this.#take();
    if (!waiting || !batch) return;
    this.#waiting = undefined;
    waiting(batch);
  }

  end(): void {
    this.#ended = true;
    this.#run?.followers.delete(this);
    this.#signal.removeEventListener('abort', this.#leave);
    this.wake();
  }

  async return(): Promise<Batch> {
    this.end();
    return over;
  }

  /** What there is to say now; undefined while there is nothing yet. */
  #take(): Batch | undefined {
    const run = this.#run;
    if (!run || this.#ended || this.#signal.aborted) return over;
    if (this.#position < run.entries.length) {
      const value = run.entries.slice(this.#position);
      this.#position = run.entries.length;
      return { done: false, value };
    }
    if (!run.outcome) return undefined;
    this.end();
    return over;
  }
}

/** The run log of one process. Finished runs are forgotten after `keep_ms`, swept whenever a new run opens. */
export function createMemoryRunLog({ now = () => performance.now(), keep_ms = 10 * 60_000 }: MemoryRunLogOptions = {}): RunLog {
  const runs = new Map<string, Run>();

  const sweep = (): void => {
    const time = now();
    for (const [id, run] of runs) {
      if (run.forgetAt > time) break;
      runs.delete(id);
    }
  };
  return {
    async open(run_id, conversation_id, owner) {
      sweep();
      runs.set(run_id, {
        conversation_id,
        entries: [],
        owner: owner.id,
        leaseUntil: now() + owner.lease_ms,
        frames: 0,
        forgetAt: Number.POSITIVE_INFINITY,
        followers: new Set(),
      });
    },

    async append(run_id, owner_id, after, entries) {
      const run = runs.get(run_id);
      if (!run || run.owner !== owner_id || run.entries.length !== after || run.outcome) throw new RunTaken(run_id);
      for (const entry of entries) {
        run.entries.push(entry);
        if (entry.kind === 'part') run.frames = entry.n;
        if (entry.kind === 'run-finished') {
          run.outcome = entry.outcome;
          run.forgetAt = now() + keep_ms;
          // Moved to the end, so that a sweep meets runs in the order of their expiry.
          runs.delete(run_id);
          runs.set(run_id, run);
        }
      }
      for (const follower of run.followers) follower.wake();
    },

    async renew(run_id, owner) {
      const run = runs.get(run_id);
      if (!run || run.owner !== owner.id) return false;
      run.leaseUntil = now() + owner.lease_ms;
      return true;
    },

    async take(run_id, owner: RunOwner) {
      const run = runs.get(run_id);
      if (!run || run.outcome || run.leaseUntil > now()) return false;
      run.owner = owner.id;
      run.leaseUntil = now() + owner.lease_ms;
      return true;
    },

    async head(run_id): Promise<RunHead | null> {
      const run = runs.get(run_id);
      if (!run || run.forgetAt <= now()) return null;
      const { conversation_id, frames, entries, outcome } = run;
      return { run_id, conversation_id, frames, entries: entries.length, ...(outcome ? { outcome } : {}) };
    },

    async read(run_id) {
      const run = runs.get(run_id);
      return run && run.forgetAt > now() ? run.entries : null;
    },

    follow(run_id, after, signal) {
      const run = runs.get(run_id);
      const position = !run || after <= 0 ? 0 : run.entries.findIndex((entry) => entry.kind === 'part' && entry.n === after) + 1;
      return { [Symbol.asyncIterator]: () => new Follower(run, position, signal) };
    },

    async delete(run_id) {
      const run = runs.get(run_id);
      runs.delete(run_id);
      for (const follower of run?.followers ?? []) follower.end();
    },

    async close() {
      for (const run of runs.values()) for (const follower of run.followers) follower.end();
      runs.clear();
    },
  };
}
