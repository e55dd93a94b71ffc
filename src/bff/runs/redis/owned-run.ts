import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisConnection } from '../../redis/connection.ts';
import { StoreDown } from '../../store-down.ts';
import type { RunCopy } from '../copy.ts';
import { type Checkpoint, type RunEntry, RunTaken } from '../log.ts';
import { keys } from './keys.ts';
import { appendScript } from './run-scripts.ts';

/** Milliseconds a run is kept after its last entry. The contract asks for at least five minutes. */
export const KEEP_MS = 10 * 60_000;
/** Entries a stream holds at most. A turn ends long before (`RUN_LIMIT`); this bounds what a fault could write. */
const MOST_ENTRIES = 100_000;
/**
 * Milliseconds the end of a run that is cut off waits for Redis: a replica that lost it alone may have lost the run too, and must not
 * tell its reader that an answer is whole which nobody will find again. A reader is owed the end within five seconds.
 */
const LAST_CHANCE_MS = 2000;
const RETRY_MS = 100;
/** Entries sent in one go when Redis is back. */
const CHUNK = 500;

/** The last entry's place in the stream: frame number and entries since (entry id `<frames>-<since>`). */
export interface Place {
  readonly frames: number;
  readonly since: number;
}

/** Entry ids that follow a place, and the place they end at. */
function placed(entries: readonly RunEntry[], { frames, since }: Place): { readonly ids: readonly string[]; readonly end: Place } {
  const ids = entries.map((entry) => {
    if (entry.kind === 'part') [frames, since] = [entry.n, 0];
    else since += 1;
    return `${frames}-${since}`;
  });
  return { ids, end: { frames, since } };
}

/** A run this process writes, with everything it wrote: what a reader here reads, and what is sent again when Redis is back. */
export class OwnedRun {
  readonly copy: RunCopy;
  readonly conversation_id: string;
  readonly owner: string;
  /** `cut off`: Redis is gone and has the run up to some place. `forgotten`: Redis came back without it. */
  state: 'attached' | 'cut off' | 'forgotten' | 'taken' = 'attached';
  readonly #redis: RedisConnection;
  #place: Place;
  #checkpoint: Checkpoint | undefined;
  #reattaching: Promise<void> | undefined;

  constructor(redis: RedisConnection, copy: RunCopy, conversation_id: string, owner: string, place: Place = { frames: 0, since: 0 }) {
    this.#redis = redis;
    this.copy = copy;
    this.conversation_id = conversation_id;
    this.owner = owner;
    this.#place = place;
  }

  /** Readers here get the entries once Redis has them, or at once while it is gone. @throws RunTaken */
  async append(after: number, entries: readonly RunEntry[], checkpoint: Checkpoint | undefined): Promise<void> {
    const { copy } = this;
    if (this.state === 'taken' || copy.entries.length !== after || copy.outcome) throw new RunTaken(copy.run_id);
    this.#checkpoint = checkpoint ?? this.#checkpoint;
    const ends = entries.at(-1)?.kind === 'run-finished';
    if (ends && this.state === 'cut off') await this.#lastChance();
    if (this.state === 'attached')
      try {
        await this.#send(after, entries, checkpoint);
      } catch (error) {
        if (!(error instanceof StoreDown)) throw error;
        this.state = 'cut off';
      }
    copy.add(entries);
  }

  /** Waits a little for Redis before the run ends without it. @throws RunTaken */
  async #lastChance(): Promise<void> {
    const until = performance.now() + LAST_CHANCE_MS;
    const state = (): OwnedRun['state'] => this.state;
    while (state() === 'cut off' && performance.now() < until) {
      await this.reattach().catch((error: unknown) => {
        if (!(error instanceof StoreDown)) throw error;
      });
      if (state() === 'cut off') await sleep(RETRY_MS);
    }
    if (state() === 'taken') throw new RunTaken(this.copy.run_id);
  }

  /** Sends what Redis lacks, if it is back and the run still this process's. @throws StoreDown */
  reattach(): Promise<void> {
    // The same entries sent twice would look like another owner's.
    this.#reattaching ??= this.#bring().finally(() => {
      this.#reattaching = undefined;
    });
    return this.#reattaching;
  }

  async #bring(): Promise<void> {
    const { copy } = this;
    const [owner, count, frames, since] = await this.#redis.call((redis) =>
      redis.hmget(keys.run(copy.run_id), 'owner', 'entries', 'frames', 'since'),
    );
    if (owner === null) {
      this.state = 'forgotten';
      return;
    }
    if (owner !== this.owner) {
      this.lost();
      return;
    }
    this.#place = { frames: Number(frames), since: Number(since) };
    for (let at = Number(count); at < copy.entries.length; ) {
      const chunk = copy.entries.slice(at, at + CHUNK);
      const last = at + chunk.length === copy.entries.length;
      try {
        await this.#send(at, chunk, last ? this.#checkpoint : undefined);
      } catch (error) {
        if (error instanceof RunTaken) return;
        throw error;
      }
      at += chunk.length;
    }
    this.state = 'attached';
  }

  async #send(after: number, entries: readonly RunEntry[], checkpoint: Checkpoint | undefined): Promise<void> {
    const { run_id } = this.copy;
    const { ids, end } = placed(entries, this.#place);
    const last = entries.at(-1);
    const written = await this.#redis.run(appendScript, {
      keys: [keys.run(run_id), keys.entries(run_id), keys.leases, keys.ended],
      args: [
        run_id,
        this.owner,
        after,
        end.frames,
        end.since,
        KEEP_MS,
        MOST_ENTRIES,
        checkpoint ? JSON.stringify(checkpoint) : '',
        last?.kind === 'run-finished' ? last.outcome : '',
        ...entries.flatMap((entry, index) => [ids[index] ?? '', JSON.stringify(entry)]),
      ],
    });
    if (written !== 1) {
      this.lost();
      throw new RunTaken(run_id);
    }
    this.#place = end;
  }

  /** Another replica has it. */
  lost(): void {
    // What was read while cut off is not in the log: its readers must begin anew. The others go on elsewhere.
    if (this.state === 'cut off') this.copy.diverge();
    else this.copy.end();
    this.state = 'taken';
  }
}
