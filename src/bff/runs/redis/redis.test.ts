import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hasRedis, redisTests } from '../../../testing/redis.ts';
import { redisStores, until } from '../../../testing/redis-stores.ts';
import { end, numbersOf, reading, text } from '../../../testing/run-entries.ts';
import { limitStoreConformance } from '../../http/limits/conformance.ts';
import { createRedisLimits, createRedisMessageLimit } from '../../http/limits/redis.ts';
import { openRedis } from '../../redis/connection.ts';
import { StoreDown } from '../../store-down.ts';
import { conversationConformance, runLogConformance, signalsConformance } from '../conformance.ts';
import { RunTaken } from '../log.ts';
import { createRedisRunLog } from './run-log.ts';

const owner = { id: 'a', lease_ms: 60_000 };
const never = new AbortController().signal;

describe.skipIf(!hasRedis)(redisTests, () => {
  const stores = redisStores();
  const { connect, replica, settled } = stores;

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

  runLogConformance('redis', settled);
  conversationConformance('redis', async () => (await replica()).conversations);
  signalsConformance('redis', async () => (await replica()).signals);
  limitStoreConformance('redis', async () => createRedisLimits((await connect()).redis));

  it('a run written on one replica is followed, resumed and read on another', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.log.open('r', 'c', owner);
    await a.log.append('r', 'a', 0, [text(1), text(2)]);
    const whole = numbersOf(b.log.follow('r', 0, never));
    const late = numbersOf(b.log.follow('r', 1, never));
    await a.log.append('r', 'a', 2, [text(3)]);
    await a.log.append('r', 'a', 3, [end(4)]);
    expect(await whole).toEqual([1, 2, 3, 4]);
    expect(await late).toEqual([2, 3, 4]);
    expect(await b.log.head('r')).toMatchObject({ frames: 3, entries: 4, outcome: 'finished' });
    expect(await numbersOf(b.log.follow('r', 3, never))).toEqual([4]);
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
    const reader = numbersOf(zombie.log.follow('r', 0, never));
    expect(await other.log.take('r', { id: 'o', lease_ms: 60_000 })).toMatchObject({ takes: 1 });
    await expect(zombie.log.append('r', 'z', 1, [text(2)])).rejects.toThrow(RunTaken);
    expect(await zombie.log.renew('r', { id: 'z', lease_ms: 1000 })).toBe(false);
    expect(await reader).toEqual([1]);
    await other.log.append('r', 'o', 1, [text(2), end(3)]);
    expect(await numbersOf(zombie.log.follow('r', 1, never))).toEqual([2, 3]);
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
    const locked = openRedis(stores.server.url.replace('//', '//someone:PLANTED-PASSWORD@'), { onChange: (_, cause) => told.push(cause) });
    await until(async () => told.length > 0);
    const down = await locked.call((each) => each.ping()).catch((error: unknown) => error);
    locked.close();
    expect(down).toBeInstanceOf(StoreDown);
    expect(inspect([told, down], { depth: 9 })).not.toContain('PLANTED-PASSWORD');
  });
});
