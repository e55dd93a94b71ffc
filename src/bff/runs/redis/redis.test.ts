import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasRedis, redisTests, startRedis, type TestRedis } from '../../../testing/redis.ts';
import { limitStoreConformance } from '../../http/limits/conformance.ts';
import { createRedisLimits, createRedisMessageLimit } from '../../http/limits/redis.ts';
import { openRedis, type RedisConnection } from '../../redis/connection.ts';
import { StoreDown } from '../../store-down.ts';
import { conversationConformance, runLogConformance, signalsConformance } from '../conformance.ts';
import { type EntryBody, type RunEntry, RunTaken } from '../log.ts';
import { createRedisConversations } from './conversations.ts';
import { createRedisRunLog } from './run-log.ts';
import { createRedisSignals } from './signals.ts';
import { Tail } from './tail.ts';

const owner = { id: 'a', lease_ms: 60_000 };
const entry = (seq: number, body: EntryBody): RunEntry => ({ seq, at: 0, ...body });
const text = (n: number): RunEntry => entry(n, { kind: 'part', n, frame: { type: 'text-delta', id: 't', delta: `${n}` } });
const end = (seq: number): RunEntry => entry(seq, { kind: 'run-finished', outcome: 'finished' });
const never = new AbortController().signal;

async function collect(batches: AsyncIterable<readonly RunEntry[]>): Promise<number[]> {
  const all: number[] = [];
  for await (const batch of batches) all.push(...batch.map((each) => each.seq));
  return all;
}

/** A reader of its own: `begun` once it has its first entries. */
function reading(batches: AsyncIterable<readonly RunEntry[]>): { begun: Promise<void>; all: Promise<number[]> } {
  const begun = Promise.withResolvers<void>();
  async function* telling() {
    for await (const batch of batches) {
      begun.resolve();
      yield batch;
    }
  }
  return { begun: begun.promise, all: collect(telling()) };
}

describe.skipIf(!hasRedis)(redisTests, () => {
  let server: TestRedis;
  const opened: { redis: RedisConnection; tail: Tail }[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());
  const connect = async () => {
    const redis = openRedis(server.url);
    const tail = new Tail(redis);
    opened.push({ redis, tail });
    await tail.hearing;
    await until(async () => (await redis.call((each) => each.ping())) === 'PONG');
    return { redis, tail };
  };
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  beforeEach(async () => {
    const { redis } = await connect();
    await redis.call((each) => each.flushall());
  });

  it('a run that ended is known to every replica until one of them has settled it', async () => {
    const [one, other] = await Promise.all([connect(), connect()]);
    const [writing, watching] = [createRedisRunLog(one.redis, one.tail), createRedisRunLog(other.redis, other.tail)];
    await writing.open('r', 'c', owner);
    await writing.append('r', 'a', 0, [text(1)]);
    expect(await watching.ended(0)).toEqual([]);
    expect(await watching.running()).toEqual(['r']);
    await writing.append('r', 'a', 1, [end(2)]);
    expect(await watching.ended(60_000)).toEqual([]);
    expect(await watching.ended(0)).toEqual(['r']);
    await watching.settled('r');
    expect(await writing.ended(0)).toEqual([]);
  });
  afterEach(() => {
    for (const { redis, tail } of opened.splice(0)) {
      tail.close();
      redis.close();
    }
  });
  /** Stores of one replica. */
  const replica = async (name = 'one') => {
    const { redis, tail } = await connect();
    return {
      redis,
      log: createRedisRunLog(redis, tail),
      conversations: createRedisConversations(redis, { ttl_s: 60, onLost: () => undefined }),
      signals: createRedisSignals(redis, tail, name),
    };
  };
  /** Runs are taken only some time after Redis came; the suite does not wait for that. */
  const settled = async () => {
    const { redis, tail } = await connect();
    return createRedisRunLog({ ...redis, up_ms: Number.POSITIVE_INFINITY }, tail);
  };

  runLogConformance('redis', settled);
  conversationConformance('redis', async () => (await replica()).conversations);
  signalsConformance('redis', async () => (await replica()).signals);
  limitStoreConformance('redis', async () => createRedisLimits((await connect()).redis));

  it('a run written on one replica is followed, resumed and read on another', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.log.open('r', 'c', owner);
    await a.log.append('r', 'a', 0, [text(1), text(2)]);
    const whole = collect(b.log.follow('r', 0, never));
    const late = collect(b.log.follow('r', 1, never));
    await a.log.append('r', 'a', 2, [text(3)]);
    await a.log.append('r', 'a', 3, [end(4)]);
    expect(await whole).toEqual([1, 2, 3, 4]);
    expect(await late).toEqual([2, 3, 4]);
    expect(await b.log.head('r')).toMatchObject({ frames: 3, entries: 4, outcome: 'finished' });
    expect(await collect(b.log.follow('r', 3, never))).toEqual([4]);
  });

  it('a deleted run lets its readers on every replica go', async () => {
    const [a, b, c] = [await replica(), await replica(), await replica()];
    await a.log.open('r', 'c', owner);
    await a.log.append('r', 'a', 0, [text(1)]);
    const readers = [a, b].map(({ log }) => reading(log.follow('r', 0, never)));
    await Promise.all(readers.map(({ begun }) => begun));
    await c.log.delete('r');
    expect(await Promise.all(readers.map(({ all }) => all))).toEqual([[1], [1]]);
    await expect(a.log.append('r', 'a', 1, [text(2)])).rejects.toThrow(RunTaken);
    expect(await c.log.head('r')).toBeNull();
  });

  it('who revives after another replica took the run may write nothing, and its readers go elsewhere', async () => {
    const [zombie, other] = [await replica(), await replica()];
    await zombie.log.open('r', 'c', { id: 'z', lease_ms: -1 });
    await zombie.log.append('r', 'z', 0, [text(1)]);
    const reader = collect(zombie.log.follow('r', 0, never));
    expect(await other.log.take('r', { id: 'o', lease_ms: 60_000 })).toMatchObject({ takes: 1 });
    await expect(zombie.log.append('r', 'z', 1, [text(2)])).rejects.toThrow(RunTaken);
    expect(await zombie.log.renew('r', { id: 'z', lease_ms: 1000 })).toBe(false);
    expect(await reader).toEqual([1]);
    await other.log.append('r', 'o', 1, [text(2), end(3)]);
    expect(await collect(zombie.log.follow('r', 1, never))).toEqual([2, 3]);
  });

  it('a claim is one over all replicas: of two hundred equal messages on two of them one starts', async () => {
    const stores = [await replica(), await replica()];
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        stores[n % 2]?.conversations.claim({
          site: 's',
          request: { message: { id: 'm', text: 'hello' } },
          locale: 'en',
          new_conversation_id: `c${n}`,
          run_id: `r${n}`,
        }),
      ),
    );
    expect(results.filter((each) => each?.outcome === 'started')).toHaveLength(1);
    expect(results.filter((each) => each?.outcome === 'repeated')).toHaveLength(199);
  });

  it('a limit is counted over all replicas', async () => {
    const limits = [(await connect()).redis, (await connect()).redis].map((redis) => createRedisMessageLimit(redis, 'test', 10));
    const taken = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => limits[n % 2]?.take('c')));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('T28: everything kept goes away by itself', async () => {
    const { redis, log, conversations, signals } = await replica();
    await log.open('r', 'c', owner);
    await log.append('r', 'a', 0, [text(1), end(2)]);
    await conversations.claim({
      site: 's',
      request: { message: { id: 'm', text: 'x' } },
      locale: 'en',
      new_conversation_id: 'c',
      run_id: 'r',
    });
    await signals.stop('r');
    await signals.reading('r', 1000);
    const kept = (await redis.call((each) => each.keys('*'))).filter((key) => !/:(?:signals|leases)$/.test(key));
    expect(kept.length).toBeGreaterThan(5);
    for (const key of kept) expect(await redis.call((each) => each.pttl(key)), key).toBeGreaterThan(0);
  });

  it('T28: a deleted conversation leaves nothing behind', async () => {
    const { redis, log, conversations } = await replica();
    await log.open('r', 'c', owner);
    await log.append('r', 'a', 0, [text(1), end(2)]);
    await conversations.claim({
      site: 's',
      request: { message: { id: 'm', text: 'SECRET' } },
      locale: 'en',
      new_conversation_id: 'c',
      run_id: 'r',
    });
    await conversations.finish(
      'c',
      'r',
      { run_id: 'r', message: { id: 'm', text: 'SECRET' }, at: '', parts: [], history: [] },
      { ledger_add: ['i'] },
    );
    for (const run_id of await conversations.delete('c')) await log.delete(run_id);
    expect((await redis.call((each) => each.keys('*'))).filter((key) => !key.endsWith(':signals'))).toEqual([]);
  });

  it('T17, T28: a fault of Redis is told without what was sent: that is what a shopper wrote, or the password', async () => {
    const { redis } = await connect();
    await redis.call((each) => each.set('aisle:x', 'text'));
    const refused = await redis.call((each) => each.rpush('aisle:x', 'PLANTED-WORDS')).catch((error: unknown) => error);
    expect(inspect(refused, { depth: 9 })).toContain('WRONGTYPE');
    expect(inspect(refused, { depth: 9 })).not.toContain('PLANTED-WORDS');
    const told: unknown[] = [];
    const locked = openRedis(server.url.replace('//', '//someone:PLANTED-PASSWORD@'), { onChange: (_, cause) => told.push(cause) });
    await until(async () => told.length > 0);
    const down = await locked.call((each) => each.ping()).catch((error: unknown) => error);
    locked.close();
    expect(down).toBeInstanceOf(StoreDown);
    expect(inspect([told, down], { depth: 9 })).not.toContain('PLANTED-PASSWORD');
  });

  describe('while Redis is gone', () => {
    it('says so at once, and is there again by itself', async () => {
      const { redis, log, conversations } = await replica();
      await server.stop();
      const before = performance.now();
      await expect(log.head('r')).rejects.toThrow(StoreDown);
      await expect(log.open('r', 'c', owner)).rejects.toThrow(StoreDown);
      await expect(conversations.read('c')).rejects.toThrow(StoreDown);
      expect(performance.now() - before).toBeLessThan(3000);
      await server.start();
      await until(async () => (await redis.call((each) => each.ping())) === 'PONG');
      expect(await log.head('r')).toBeNull();
    });

    it('a running turn goes on for its readers, and is whole in the log afterwards', async () => {
      const [a, b] = [await replica(), await replica()];
      await a.log.open('r', 'c', owner);
      await a.conversations.claim({
        site: 's',
        request: { message: { id: 'm', text: 'x' } },
        locale: 'en',
        new_conversation_id: 'c',
        run_id: 'r',
      });
      await a.log.append('r', 'a', 0, [text(1)]);
      const here = collect(a.log.follow('r', 0, never));
      const { begun, all: there } = reading(b.log.follow('r', 0, never));
      await begun;
      await server.stop();
      await a.log.append('r', 'a', 1, [text(2)]);
      await a.log.append('r', 'a', 2, [text(3)]);
      await a.conversations.finish('c', 'r', { run_id: 'r', message: { id: 'm', text: 'x' }, at: '', parts: [], history: [] }, {});
      await a.log.append('r', 'a', 3, [end(4)]);
      expect(await here).toEqual([1, 2, 3, 4]);
      await server.start();
      expect(await there).toEqual([1, 2, 3, 4]);
      await until(async () => (await b.conversations.read('c'))?.turns.length === 1);
      expect((await b.conversations.read('c'))?.running).toBeUndefined();
    });

    it('a frozen Redis is a gone one: the turn goes on, and nothing is written twice when it answers again', async () => {
      const a = await replica();
      await a.log.open('r', 'c', owner);
      server.freeze();
      await a.log.append('r', 'a', 0, [text(1)]);
      await a.log.append('r', 'a', 1, [text(2)]);
      server.thaw();
      await until(async () => (await a.redis.call((each) => each.hget('aisle:run:r', 'entries'))) === '2');
      await a.log.append('r', 'a', 2, [end(3)]);
      const b = await replica();
      expect((await b.log.read('r'))?.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    });

    it('readers of what was said meanwhile begin anew where another replica took the run', async () => {
      const [cutOff, other] = [await replica(), await replica()];
      await cutOff.log.open('r', 'c', { id: 'x', lease_ms: -1 });
      await cutOff.log.append('r', 'x', 0, [text(1)]);
      cutOff.redis.commands.disconnect();
      await cutOff.log.append('r', 'x', 1, [text(2)]);
      const reader = collect(cutOff.log.follow('r', 0, never));
      await other.log.take('r', { id: 'o', lease_ms: 60_000 });
      await cutOff.redis.commands.connect();
      await expect(reader).rejects.toThrow(RunTaken);
    });

    it('the end of a turn waits for Redis a little: no reader is told that an answer is whole which another replica has replaced', async () => {
      const [cutOff, other] = [await replica(), await replica()];
      await cutOff.log.open('r', 'c', { id: 'x', lease_ms: -1 });
      await cutOff.log.append('r', 'x', 0, [text(1)]);
      cutOff.redis.commands.disconnect();
      await cutOff.log.append('r', 'x', 1, [text(2)]);
      const seen: number[] = [];
      const reader = (async () => {
        for await (const batch of cutOff.log.follow('r', 0, never)) seen.push(...batch.map(({ seq }) => seq));
      })();
      const ended = cutOff.log.append('r', 'x', 2, [end(3)]);
      await other.log.take('r', { id: 'o', lease_ms: 60_000 });
      await cutOff.redis.commands.connect();
      await Promise.all([expect(ended).rejects.toThrow(RunTaken), expect(reader).rejects.toThrow(RunTaken)]);
      expect(seen).toEqual([1, 2]);
    });

    it('the end of a turn that waited is whole in the log where nobody took it', async () => {
      const [cutOff, other] = [await replica(), await replica()];
      await cutOff.log.open('r', 'c', owner);
      cutOff.redis.commands.disconnect();
      await until(async () => cutOff.redis.commands.status === 'end');
      await cutOff.log.append('r', 'a', 0, [text(1)]);
      const ended = cutOff.log.append('r', 'a', 1, [end(2)]);
      await cutOff.redis.commands.connect();
      await ended;
      expect((await other.log.read('r'))?.map(({ seq }) => seq)).toEqual([1, 2]);
    });
  });
});
