import { describe, expect, it } from 'vitest';
import { hasRedis, redisTests } from '../../../testing/redis.ts';
import { redisStores, until } from '../../../testing/redis-stores.ts';
import { end, numbersOf, reading, text } from '../../../testing/run-entries.ts';
import { StoreDown } from '../../store-down.ts';
import { RunTaken } from '../log.ts';

const owner = { id: 'a', lease_ms: 60_000 };
const never = new AbortController().signal;

describe.skipIf(!hasRedis)(`${redisTests}, while Redis is gone`, () => {
  const stores = redisStores();

  /** Two replicas; one wrote a word, lost Redis, and wrote another. Its lease is over. */
  async function aReplicaCutOffAlone() {
    const [cutOff, other] = [await stores.replica(), await stores.replica()];
    await cutOff.log.open('r', 'c', { id: 'x', lease_ms: -1 });
    await cutOff.log.append('r', 'x', 0, [text(1)]);
    cutOff.redis.commands.disconnect();
    await cutOff.log.append('r', 'x', 1, [text(2)]);
    return { cutOff, other };
  }

  it('says so at once, and is there again by itself', async () => {
    const { redis, log, conversations } = await stores.replica();
    await stores.server.stop();
    const before = performance.now();
    await expect(log.head('r')).rejects.toThrow(StoreDown);
    await expect(log.open('r', 'c', owner)).rejects.toThrow(StoreDown);
    await expect(conversations.read('c')).rejects.toThrow(StoreDown);
    expect(performance.now() - before).toBeLessThan(3000);
    await stores.server.start();
    await until(async () => (await redis.call((each) => each.ping())) === 'PONG');
    expect(await log.head('r')).toBeNull();
  });

  it('that reads back for long is seen to be there by every replica soon after: none may take what another has had no time to bring', async () => {
    const [early, late] = [await stores.replica(), await stores.replica()];
    // Redis guesses by bytes how long it will take: many small values make it expect the large ones to take for ever.
    const small = Array.from({ length: 2500 }, (_, n) => early.redis.call((each) => each.set(`small-${n}`, 'x')));
    await Promise.all(small);
    for (let n = 0; n < 5; n += 1) await early.redis.call((each) => each.set(`large-${n}`, 'x'.repeat(2 ** 20)));
    await stores.server.stop();
    // A setting for Redis's own tests: microseconds it takes over each value; it looks up after a thousand.
    await stores.server.start('--key-load-delay', '1000');
    const there = performance.now();
    for (const { redis } of [early, late]) await until(async () => (await redis.call((each) => each.ping())) === 'PONG');
    expect(performance.now() - there).toBeLessThan(1500);
  });

  it('a running turn goes on for its readers, and is whole in the log afterwards', async () => {
    const [a, b] = [await stores.replica(), await stores.replica()];
    await a.log.open('r', 'c', owner);
    await a.conversations.claim({
      site: 's',
      request: { message: { id: 'm', text: 'x' } },
      locale: 'en',
      new_conversation_id: 'c',
      run_id: 'r',
    });
    await a.log.append('r', 'a', 0, [text(1)]);
    const here = numbersOf(a.log.follow('r', 0, never));
    const { begun, all: there } = reading(b.log.follow('r', 0, never));
    await begun;
    await stores.server.stop();
    await a.log.append('r', 'a', 1, [text(2)]);
    await a.log.append('r', 'a', 2, [text(3)]);
    await a.conversations.finish('c', 'r', { run_id: 'r', message: { id: 'm', text: 'x' }, at: '', parts: [], history: [] }, {});
    await a.log.append('r', 'a', 3, [end(4)]);
    expect(await here).toEqual([1, 2, 3, 4]);
    await stores.server.start();
    expect(await there).toEqual([1, 2, 3, 4]);
    await until(async () => (await b.conversations.read('c'))?.turns.length === 1);
    expect((await b.conversations.read('c'))?.running).toBeUndefined();
  });

  it('a frozen Redis is a gone one: the turn goes on, and nothing is written twice when it answers again', async () => {
    const a = await stores.replica();
    await a.log.open('r', 'c', owner);
    stores.server.freeze();
    await a.log.append('r', 'a', 0, [text(1)]);
    await a.log.append('r', 'a', 1, [text(2)]);
    stores.server.thaw();
    await until(async () => (await a.redis.call((each) => each.hget('aisle:run:r', 'entries'))) === '2');
    await a.log.append('r', 'a', 2, [end(3)]);
    const b = await stores.replica();
    expect((await b.log.read('r'))?.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('readers of what was said meanwhile begin anew where another replica took the run', async () => {
    const { cutOff, other } = await aReplicaCutOffAlone();
    const reader = numbersOf(cutOff.log.follow('r', 0, never));
    await other.log.take('r', { id: 'o', lease_ms: 60_000 });
    await cutOff.redis.commands.connect();
    await expect(reader).rejects.toThrow(RunTaken);
  });

  it('the end of a turn waits for Redis a little: no reader is told that an answer is whole which another replica has replaced', async () => {
    const { cutOff, other } = await aReplicaCutOffAlone();
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
    const [cutOff, other] = [await stores.replica(), await stores.replica()];
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
