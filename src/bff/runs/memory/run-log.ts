import { RunCopy } from '../copy.ts';
import { type Checkpoint, type RunHead, type RunLog, RunTaken } from '../log.ts';

interface Run {
  readonly conversation_id: string;
  readonly copy: RunCopy;
  owner: string;
  leaseUntil: number;
  takes: number;
  checkpoint: Checkpoint | null;
  /** Monotonic milliseconds from which the run may be forgotten. */
  forgetAt: number;
}

export interface MemoryRunLogOptions {
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  /** How long a finished run can be read. The contract asks for at least five minutes. */
  readonly keep_ms?: number;
}

const headOf = ({ conversation_id, copy: { run_id, frames, entries, outcome } }: Run): RunHead => ({
  run_id,
  conversation_id,
  frames,
  entries: entries.length,
  ...(outcome ? { outcome } : {}),
});

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
  /** A run that is not forgotten. */
  const known = (run_id: string): Run | undefined => {
    const run = runs.get(run_id);
    return run && run.forgetAt > now() ? run : undefined;
  };
  const isStale = (run: Run): boolean => !run.copy.outcome && run.leaseUntil <= now();
  return {
    async open(run_id, conversation_id, owner, checkpoint) {
      sweep();
      runs.set(run_id, {
        conversation_id,
        copy: new RunCopy(run_id),
        owner: owner.id,
        leaseUntil: now() + owner.lease_ms,
        takes: 0,
        checkpoint: checkpoint ?? null,
        forgetAt: Number.POSITIVE_INFINITY,
      });
    },

    async append(run_id, owner_id, after, entries, checkpoint) {
      const run = runs.get(run_id);
      if (!run || run.owner !== owner_id || run.copy.entries.length !== after || run.copy.outcome) throw new RunTaken(run_id);
      if (checkpoint) run.checkpoint = checkpoint;
      run.copy.add(entries);
      if (!run.copy.outcome) return;
      run.checkpoint = null;
      run.forgetAt = now() + keep_ms;
      // Moved to the end, so that a sweep meets runs in the order of their expiry.
      runs.delete(run_id);
      runs.set(run_id, run);
    },

    async renew(run_id, owner) {
      const run = runs.get(run_id);
      if (!run || run.owner !== owner.id) return false;
      run.leaseUntil = now() + owner.lease_ms;
      return true;
    },

    async release(run_id, owner_id) {
      const run = runs.get(run_id);
      if (run?.owner === owner_id) run.leaseUntil = Number.NEGATIVE_INFINITY;
    },

    async expired() {
      return [...runs].filter(([, run]) => isStale(run)).map(([id]) => id);
    },

    async take(run_id, owner) {
      const run = runs.get(run_id);
      if (!run || !isStale(run)) return null;
      run.owner = owner.id;
      run.leaseUntil = now() + owner.lease_ms;
      run.takes += 1;
      return { head: headOf(run), checkpoint: run.checkpoint, takes: run.takes };
    },

    async running() {
      return [...runs].filter(([, run]) => !run.copy.outcome).map(([id]) => id);
    },

    // A process that dies takes its log along: nobody else could settle what it left.
    ended: async () => [],
    settled: async () => undefined,

    async head(run_id) {
      const run = known(run_id);
      return run ? headOf(run) : null;
    },

    async read(run_id) {
      return known(run_id)?.copy.entries.slice() ?? null;
    },

    async packed(run_id) {
      return known(run_id)?.copy.entries.packed() ?? null;
    },

    follow(run_id, after, signal) {
      return (
        runs.get(run_id)?.copy.follow(after, signal) ?? {
          [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
        }
      );
    },

    async delete(run_id) {
      const run = runs.get(run_id);
      runs.delete(run_id);
      run?.copy.end();
    },

    async close() {
      for (const run of runs.values()) run.copy.end();
      runs.clear();
    },
  };
}
