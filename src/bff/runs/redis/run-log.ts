import type { RedisConnection } from '../../redis/connection.ts';
import { StoreDown } from '../../store-down.ts';
import { RunCopy } from '../copy.ts';
import { KeptEntries } from '../kept-entries.ts';
import { type Checkpoint, type RunEntry, type RunHead, type RunLog, type RunOutcome, RunTaken } from '../log.ts';
import { keys } from './keys.ts';
import { KEEP_MS, OwnedRun } from './owned-run.ts';
import { endedScript, expiredScript, openScript, releaseScript, renewScript, takeScript } from './run-scripts.ts';
import type { StreamItem, Tail } from './tail.ts';

/** Milliseconds between two tries to bring what Redis lacks. */
const REATTACH_MS = 200;
/** Milliseconds after Redis came back in which no run is taken: their owners, cut off like everybody, come first. */
export const AFTER_RETURN_MS = 3000;
/** Expired runs looked at in one go. */
const EXPIRED = 10;

const entryOf = ([, [, json = '']]: StreamItem): RunEntry => JSON.parse(json) as RunEntry;

/**
 * The run log on Redis Streams: one stream a run, entry id `<frame>-<entries since>`, so that "after frame n" is a place every
 * replica finds. A run's owner keeps a copy of what it wrote: its readers read that, and while Redis is gone the turn goes
 * on in it. Readers on other replicas share one connection (`Tail`).
 */
export function createRedisRunLog(redis: RedisConnection, tail: Tail): RunLog {
  const owned = new Map<string, OwnedRun>();
  /** Runs of other replicas that somebody here reads. */
  const watched = new Map<string, { readonly copy: RunCopy; readonly unwatch: () => void }>();
  let reattaching: NodeJS.Timeout | undefined;
  let closed = false;

  const unwatch = (run_id: string): RunCopy | undefined => {
    const found = watched.get(run_id);
    watched.delete(run_id);
    found?.unwatch();
    return found?.copy;
  };
  const stopListening = tail.listen(({ kind, run_id = '' }) => {
    if (kind !== 'deleted') return;
    unwatch(run_id)?.end();
    owned.get(run_id)?.copy.end();
  });

  /** Keeps a run this process writes for as long as it is not whole in Redis. */
  const settle = (run: OwnedRun): void => {
    const { run_id, outcome } = run.copy;
    if (run.state === 'cut off') reattaching ??= setTimeout(reattach, REATTACH_MS);
    else if (owned.get(run_id) === run && (run.state === 'taken' || outcome)) owned.delete(run_id);
  };
  const reattach = async (): Promise<void> => {
    for (const run of owned.values()) {
      if (run.state !== 'cut off') continue;
      const there = await run.reattach().then(
        () => true,
        (error: unknown) => !(error instanceof StoreDown),
      );
      if (!there) break;
      settle(run);
    }
    reattaching = undefined;
    if (!closed && [...owned.values()].some(({ state }) => state === 'cut off')) reattaching = setTimeout(reattach, REATTACH_MS);
  };

  const itemsOf = (run_id: string): Promise<StreamItem[]> => redis.call((each) => each.xrange(keys.entries(run_id), '-', '+'));

  const headOf = async (run_id: string): Promise<RunHead | null> => {
    const fields = ['conversation', 'frames', 'entries', 'outcome'] as const;
    const [conversation_id, frames, entries, outcome] = await redis.call((each) => each.hmget(keys.run(run_id), ...fields));
    if (!conversation_id) return null;
    return {
      run_id,
      conversation_id,
      frames: Number(frames),
      entries: Number(entries),
      ...(outcome ? { outcome: outcome as RunOutcome } : {}),
    };
  };

  /** A run this process writes, or has written and still has. */
  const ownedHere = (run_id: string): OwnedRun | undefined => {
    const run = owned.get(run_id);
    return run?.state === 'taken' ? undefined : run;
  };

  const entriesElsewhere = async (run_id: string): Promise<RunEntry[] | null> => {
    const items = await itemsOf(run_id);
    return items.length > 0 || (await headOf(run_id)) ? items.map(entryOf) : null;
  };

  /** A copy of another replica's run that grows as the run does. */
  const watch = async (run_id: string): Promise<RunCopy> => {
    const known = watched.get(run_id);
    if (known) return known.copy;
    const copy = new RunCopy(run_id);
    const items = await itemsOf(run_id);
    // Somebody else here asked for the same run meanwhile.
    const other = watched.get(run_id);
    if (other) return other.copy;
    copy.add(items.map(entryOf));
    if (copy.outcome) return copy;
    const stop = tail.watch(keys.entries(run_id), items.at(-1)?.[0] ?? '0-0', (more) => {
      copy.add(more.map(entryOf));
      if (copy.outcome) unwatch(run_id);
    });
    watched.set(run_id, { copy, unwatch: stop });
    return copy;
  };

  async function* followElsewhere(run_id: string, after: number, signal: AbortSignal): AsyncGenerator<readonly RunEntry[]> {
    if (signal.aborted || !(await headOf(run_id))) return;
    await tail.hearing;
    const copy = await watch(run_id);
    // Deleted while it was being looked at: the word of that may have come before the watch.
    if (copy.entries.length === 0 && !(await headOf(run_id))) return void unwatch(run_id)?.end();
    try {
      yield* copy.follow(after, signal);
    } finally {
      if (copy.followers.size === 0 && watched.get(run_id)?.copy === copy) unwatch(run_id);
    }
  }

  return {
    async open(run_id, conversation_id, owner, checkpoint) {
      await redis.run(openScript, {
        keys: [keys.run(run_id), keys.leases],
        args: [run_id, conversation_id, owner.id, owner.lease_ms, KEEP_MS, checkpoint ? JSON.stringify(checkpoint) : ''],
      });
      owned.set(run_id, new OwnedRun(redis, new RunCopy(run_id), conversation_id, owner.id));
    },

    async append(run_id, owner_id, after, entries, checkpoint) {
      const run = owned.get(run_id);
      if (!run || run.owner !== owner_id) throw new RunTaken(run_id);
      try {
        await run.append(after, entries, checkpoint);
      } finally {
        settle(run);
      }
    },

    async renew(run_id, owner) {
      const run = owned.get(run_id);
      if (run?.owner === owner.id && run.state === 'forgotten') return true;
      const args = [run_id, owner.id, owner.lease_ms];
      const held = (await redis.run(renewScript, { keys: [keys.run(run_id), keys.leases], args })) === 1;
      if (!held && run?.owner === owner.id) {
        run.lost();
        settle(run);
      }
      return held;
    },

    async release(run_id, owner_id) {
      if (owned.get(run_id)?.owner === owner_id) owned.delete(run_id);
      const args = [run_id, owner_id];
      await redis.run(releaseScript, { keys: [keys.run(run_id), keys.leases], args }).catch((error: unknown) => {
        if (!(error instanceof StoreDown)) throw error;
      });
    },

    async expired() {
      // Asked even when not used: it is how a frozen Redis is seen to be back.
      const runs = (await redis.run(expiredScript, { keys: [keys.leases], args: [EXPIRED] })) as string[];
      return redis.up_ms < AFTER_RETURN_MS ? [] : runs;
    },

    async running() {
      return redis.call((each) => each.zrange(keys.leases, '0', '-1'));
    },

    async ended(since_ms) {
      return (await redis.run(endedScript, { keys: [keys.ended], args: [since_ms, EXPIRED] })) as string[];
    },

    async settled(run_id) {
      await redis.call((each) => each.zrem(keys.ended, run_id));
    },

    async take(run_id, owner) {
      const taken = (await redis.run(takeScript, {
        keys: [keys.run(run_id), keys.leases],
        args: [run_id, owner.id, owner.lease_ms],
      })) as (string | null)[] | null;
      if (!taken) return null;
      const [conversation_id = '', entries, frames, since, takes, checkpoint] = taken.map((each) => each ?? '');
      const place = { frames: Number(frames), since: Number(since) };
      const copy = new RunCopy(run_id);
      copy.add((await itemsOf(run_id)).map(entryOf));
      owned.set(run_id, new OwnedRun(redis, copy, conversation_id, owner.id, place));
      return {
        head: { run_id, conversation_id, frames: place.frames, entries: Number(entries) },
        checkpoint: checkpoint ? (JSON.parse(checkpoint) as Checkpoint) : null,
        takes: Number(takes),
      };
    },

    async head(run_id) {
      const run = ownedHere(run_id);
      if (!run) return headOf(run_id);
      const { frames, entries, outcome } = run.copy;
      return { run_id, conversation_id: run.conversation_id, frames, entries: entries.length, ...(outcome ? { outcome } : {}) };
    },

    async read(run_id) {
      return ownedHere(run_id)?.copy.entries.slice() ?? entriesElsewhere(run_id);
    },

    async packed(run_id) {
      const run = ownedHere(run_id);
      if (run) return run.copy.entries.packed();
      const entries = await entriesElsewhere(run_id);
      return entries && KeptEntries.of(entries).packed();
    },

    follow(run_id, after, signal) {
      return ownedHere(run_id)?.copy.follow(after, signal) ?? followElsewhere(run_id, after, signal);
    },

    async delete(run_id) {
      owned.get(run_id)?.copy.end();
      owned.delete(run_id);
      await redis.call((each) =>
        each
          .multi()
          .del(keys.run(run_id), keys.entries(run_id), keys.readers(run_id), keys.stop(run_id))
          .zrem(keys.leases, run_id)
          .zrem(keys.ended, run_id)
          .exec(),
      );
      unwatch(run_id)?.end();
      await tail.say({ kind: 'deleted', run_id });
    },

    async close() {
      closed = true;
      clearTimeout(reattaching);
      stopListening();
      // The last chance of turns that ended while Redis was gone; what it misses is taken up by another replica.
      await reattach().catch(() => undefined);
      clearTimeout(reattaching);
      for (const run of owned.values()) run.copy.end();
      for (const run_id of [...watched.keys()]) unwatch(run_id)?.end();
      owned.clear();
    },
  };
}
