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
  readonly waiting: Set<() => void>;
}

export interface MemoryRunLogOptions {
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  /** How long a finished run can be read. The contract asks for at least five minutes. */
  readonly keep_ms?: number;
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
  const wake = (run: Run): void => {
    const waiting = [...run.waiting];
    run.waiting.clear();
    for (const resume of waiting) resume();
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
        waiting: new Set(),
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
      wake(run);
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

    async *follow(run_id, after, signal) {
      const run = runs.get(run_id);
      if (!run) return;
      let position = after <= 0 ? 0 : run.entries.findIndex((entry) => entry.kind === 'part' && entry.n === after) + 1;
      while (!signal.aborted) {
        if (position < run.entries.length) {
          const batch = run.entries.slice(position);
          position = run.entries.length;
          yield batch;
        } else if (run.outcome || !runs.has(run_id)) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            const resume = (): void => {
              signal.removeEventListener('abort', resume);
              run.waiting.delete(resume);
              resolve();
            };
            run.waiting.add(resume);
            signal.addEventListener('abort', resume, { once: true });
          });
        }
      }
    },

    async delete(run_id) {
      const run = runs.get(run_id);
      runs.delete(run_id);
      if (run) wake(run);
    },

    async close() {
      for (const run of runs.values()) wake(run);
      runs.clear();
    },
  };
}
