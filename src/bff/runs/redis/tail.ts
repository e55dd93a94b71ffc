import { setTimeout as sleep } from 'node:timers/promises';
import { BLOCK_MS, type RedisConnection } from '../../redis/connection.ts';
import { keys } from './keys.ts';

/** One entry of a stream: its id, then field and value. */
export type StreamItem = readonly [id: string, fields: readonly string[]];
type Reply = [key: string, items: StreamItem[]][] | null;

/** What replicas tell each other. `run_id` is absent for what concerns all runs. */
export interface Word {
  readonly kind: string;
  readonly run_id?: string;
}

/** Items of one stream taken in one go. */
const COUNT = 500;
/** Words kept in the stream; a replica cut off for longer than they last finds out by the leases. */
const WORDS = 10_000;
const RETRY_MS = 100;

/**
 * The one reader of streams in this process: a single connection waits (`XREAD BLOCK`) for the runs that somebody here
 * follows and for words from other replicas. It survives the loss of Redis and goes on from where it was.
 */
export class Tail {
  readonly #redis: RedisConnection;
  readonly #watched = new Map<string, { id: string; readonly take: (items: readonly StreamItem[]) => void }>();
  readonly #listeners = new Set<(word: Word) => void>();
  #heard = '$';
  readonly #hearing = Promise.withResolvers<void>();
  #closed = false;
  /** Counts the waits, so that a wake-up can be seen to have worked. */
  #round = 0;
  #connection: number | undefined;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
    redis.blocking.on('close', () => {
      this.#connection = undefined;
    });
    void this.#loop();
  }

  /** Resolves once every word said from then on is heard. */
  get hearing(): Promise<void> {
    return this.#hearing.promise;
  }

  /** Calls `take` with what comes after `id`, until the returned function is called. */
  watch(key: string, id: string, take: (items: readonly StreamItem[]) => void): () => void {
    const watched = { id, take };
    this.#watched.set(key, watched);
    void this.#wake();
    return () => {
      if (this.#watched.get(key) === watched) this.#watched.delete(key);
    };
  }

  /** @throws StoreDown */
  async say({ kind, run_id }: Word): Promise<void> {
    await this.#redis.call((redis) => redis.xadd(keys.signals, 'MAXLEN', '~', WORDS, '*', 'kind', kind, 'run', run_id ?? ''));
  }

  /** @returns how to stop listening. */
  listen(listener: (word: Word) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#watched.clear();
    this.#listeners.clear();
  }

  async #loop(): Promise<void> {
    const { blocking } = this.#redis;
    while (!this.#closed) {
      try {
        if (blocking.status !== 'ready') {
          await sleep(RETRY_MS);
          continue;
        }
        this.#connection ??= await blocking.client('ID');
        // '$' means "from now on" anew in each call: what came between two calls would be lost.
        if (this.#heard === '$') {
          this.#heard = await this.#newest();
          this.#hearing.resolve();
        }
        this.#round += 1;
        const streams = [...this.#watched.keys()];
        const places = streams.map((key) => this.#watched.get(key)?.id ?? '$');
        const all = [keys.signals, ...streams, this.#heard, ...places];
        this.#take((await blocking.xread('COUNT', COUNT, 'BLOCK', BLOCK_MS, 'STREAMS', ...all)) as Reply);
      } catch {
        await sleep(RETRY_MS);
      }
    }
  }

  async #newest(): Promise<string> {
    const [last] = await this.#redis.blocking.xrevrange(keys.signals, '+', '-', 'COUNT', 1);
    return last?.[0] ?? '0-0';
  }

  #take(reply: Reply): void {
    for (const [key, items] of reply ?? []) {
      const last = items.at(-1)?.[0];
      if (last === undefined) continue;
      if (key === keys.signals) {
        this.#heard = last;
        for (const [, [, kind = '', , run_id = '']] of items)
          for (const listener of this.#listeners) listener({ kind, ...(run_id === '' ? {} : { run_id }) });
        continue;
      }
      const watched = this.#watched.get(key);
      if (!watched) continue;
      watched.id = last;
      watched.take(items);
    }
  }

  /** Ends the present wait, so that the next one knows of a stream that was added. */
  async #wake(): Promise<void> {
    const round = this.#round;
    while (!this.#closed && this.#round === round && this.#connection !== undefined) {
      const connection = this.#connection;
      const woken = await this.#redis.call((redis) => redis.client('UNBLOCK', connection)).catch(() => 0);
      // 0: its next wait was on the way and does not know of the new stream yet.
      if (woken === 1) return;
      await sleep(2);
    }
  }
}
