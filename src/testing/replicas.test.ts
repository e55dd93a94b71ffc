import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedis } from '../bff/redis/connection.ts';
import { readStream } from './bff.ts';
import { ask, killOnce, type Seen, type Stage, setStage, wholeAnswer, wrongWith } from './chaos.ts';
import { anItem } from './items.ts';
import { hasPostgres, NO_POSTGRES } from './postgres.ts';
import { hasRedis, redisTests } from './redis.ts';

const TOKEN = 'an-operators-token';
const SECRET = 'a-secret-of-at-least-thirty-two-characters';
/** No shopper waits longer than this for the next word, however busy the machine; what it really takes, `npm run chaos` prints. */
const MOST_SILENCE_MS = 10_000;
/** Times that two messages race. */
const RACES = 20;
/** Moments of a turn at which its replica dies, milliseconds: before its first word, in a search, in the answer. */
const MOMENTS = [60, 500, 1100];

const catalogue = hasPostgres ? 'a real PostgreSQL' : `a catalogue file (${NO_POSTGRES})`;

describe.skipIf(!hasRedis)(`three replicas behind a plain proxy, ${redisTests} and ${catalogue}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    const sites = { pk_demo: { origins: ['loopback'] }, pk_few: { origins: ['loopback'], daily_turns: 5 } };
    const env = { SITES: JSON.stringify(sites), CONSOLE_TOKEN: TOKEN, SHOPPER_JWT_SECRET: SECRET, DISCONNECT_GRACE_MS: '1000' };
    stage = await setStage(env, { postgres: true });
  }, 120_000);
  afterAll(() => stage.close());

  const on = (at: number): string => stage.replicas.replicas[at]?.url ?? '';
  const post = (at: number, route: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${on(at)}${route}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'aisle-site': 'pk_demo', ...headers },
    });
  const get = (at: number, route: string) => fetch(`${on(at)}${route}`, { headers: { 'aisle-site': 'pk_demo' } });
  const remove = (at: number, route: string) => fetch(`${on(at)}${route}`, { method: 'DELETE', headers: { 'aisle-site': 'pk_demo' } });
  const question = (text: string) => ({ message: { id: crypto.randomUUID(), text }, locale: 'en' });

  /** Reads a stream until it has said a word, and leaves. @returns the last frame's number and the conversation. */
  async function readSome(response: Response, word = ' lorac'): Promise<{ after: number; conversation: string }> {
    const decoder = new TextDecoder();
    let text = '';
    const reader = response.body?.getReader();
    while (reader && !text.includes(word)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended: ${text}`);
      text += decoder.decode(value, { stream: true });
    }
    const whole = text.slice(0, text.lastIndexOf('\n\n'));
    await reader?.cancel();
    return { after: Number(/.*^id: (\d+)$/ms.exec(whole)?.[1]), conversation: response.headers.get('aisle-conversation') ?? '' };
  }

  it('a stream started on A and cut is resumed on B and stopped from C', async () => {
    const { after, conversation } = await readSome(await post(0, '/v1/chat', question('a camera')));
    expect(after).toBeGreaterThan(3);
    const calls = stage.model.answering;
    const resumed = get(1, `/v1/conversations/${conversation}/stream?after=${after}`).then(readStream);
    const stopped = await post(2, `/v1/conversations/${conversation}/stop`, {});
    expect(stopped.status).toBe(204);
    await Promise.all(calls);
    const { received, done } = await resumed;
    expect(done).toBe(true);
    expect(received[0]?.id).toBe(after + 1);
    expect(received.map(({ id }) => id)).toEqual(received.map((_, n) => after + 1 + n));
    expect(received.at(-1)?.frame).toEqual({ type: 'abort', reason: 'stopped' });
    expect(((await (await get(1, `/v1/conversations/${conversation}`)).json()) as { running?: unknown }).running).toBeUndefined();
  }, 30_000);

  it('a turn read on another replica goes on when its first reader has left, and ends when nobody reads it anywhere', async () => {
    const { after, conversation } = await readSome(await post(0, '/v1/chat', question('a camera, slowly')));
    const calls = stage.model.answering;
    // Far more words than the grace time lasts.
    const there = await readSome(await get(1, `/v1/conversations/${conversation}/stream?after=${after}`), ' lorbo');
    expect(there.after).toBeGreaterThan(after + 30);
    await Promise.all(calls);
    const whole = await readStream(await get(2, `/v1/conversations/${conversation}/stream`));
    expect(whole.received.at(-1)?.frame).toEqual({ type: 'abort', reason: 'disconnected' });
  }, 30_000);

  it.each(MOMENTS)(
    'killed %d ms into its turns, a replica costs nobody a word, nor says one twice',
    async (moment) => {
      const { seen, faults, restarted } = await killOnce(stage, 0, 3, moment);
      await restarted;
      expect(faults).toEqual([]);
      for (const { gap_ms } of seen) expect(gap_ms).toBeLessThan(MOST_SILENCE_MS);
    },
    60_000,
  );

  it('the verdict on a comparison is taken over like any turn: one table, one verdict', async () => {
    const ids = ['solvik-r2-black', 'kestrel-k1'];
    const asked = await post(0, '/v1/compare', { ids, locale: 'en' }, { accept: 'text/event-stream' });
    const { after, conversation } = await readSome(asked, 'data-compareTable');
    await stage.replicas.replicas[0]?.kill();
    const { received, done } = await readStream(await get(1, `/v1/conversations/${conversation}/stream?after=${after}`));
    const types = received.map(({ frame }) => frame.type);
    expect(types.filter((type) => type === 'reset-step')).toHaveLength(1);
    for (const type of ['data-compareTable', 'data-compareVerdict', 'finish'])
      expect(types.slice(types.indexOf('reset-step')).filter((each) => each === type)).toHaveLength(1);
    expect(done).toBe(true);
    await stage.replicas.restart(0);
  }, 60_000);

  it('the same message sent again after its replica died is the same turn, and asks no model again', async () => {
    const body = question('a camera');
    stage.replicas.prefer(1);
    const { conversation } = await readSome(await post(1, '/v1/chat', body));
    await stage.replicas.replicas[1]?.kill();
    stage.replicas.prefer(undefined);
    const again = await readStream(await post(2, '/v1/chat', body));
    expect(again.headers.get('aisle-conversation')).toBe(conversation);
    expect(again.received.map(({ id }) => id)).toEqual(again.received.map((_, n) => n + 1));
    const asked = stage.model.requests.length;
    const third = await readStream(await post(0, '/v1/chat', body));
    expect(third.body).toBe(again.body);
    expect(stage.model.requests).toHaveLength(asked);
    await stage.replicas.restart(1);
  }, 60_000);

  it('a replica that was frozen and wakes writes nothing more: one answer, and its own call of the model ends', async () => {
    stage.replicas.prefer(2);
    const words = Promise.withResolvers<void>();
    const asked: Promise<Seen> = ask(stage.replicas.url, 'a camera', (frame) => frame.type === 'text-delta' && words.resolve());
    await words.promise;
    const calls = stage.model.answering;
    stage.replicas.replicas[2]?.freeze();
    stage.replicas.prefer(0);
    const taken = async () => (await (await fetch(`${on(0)}/metrics`)).text()).match(/aisle_turns_taken_total (\d+)/)?.[1];
    const other = async () => (await (await fetch(`${on(1)}/metrics`)).text()).match(/aisle_turns_taken_total (\d+)/)?.[1];
    const before = [await taken(), await other()].join();
    while ([await taken(), await other()].join() === before) await new Promise((resolve) => setTimeout(resolve, 50));
    stage.replicas.replicas[2]?.thaw();
    await Promise.all(calls);
    const seen = await asked;
    stage.replicas.prefer(undefined);
    expect(await wrongWith(on(0), seen)).toEqual([]);
    expect(seen.text).toBe(wholeAnswer);
  }, 60_000);

  it('of two messages to one conversation at once, on two replicas, one is answered and one told to wait', async () => {
    const { conversation_id } = await ask(stage.replicas.url, 'a camera');
    for (let race = 0; race < RACES; race += 1) {
      const responses = await Promise.all([0, 1].map((at) => post(at, '/v1/chat', { ...question('a camera'), conversation_id })));
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await post(2, `/v1/conversations/${conversation_id}/stop`, {})).status).toBe(204);
      await Promise.all(responses.map((each) => each.text()));
    }
    const kept = (await (await get(2, `/v1/conversations/${conversation_id}`)).json()) as { messages: { role: string }[] };
    expect(kept.messages.map(({ role }) => role)).toEqual(
      Array.from({ length: 2 * (RACES + 1) }, (_, n) => (n % 2 === 0 ? 'user' : 'assistant')),
    );
  }, 60_000);

  it('a replica asked to stop takes nothing new, lets its answers end, and then is gone', async () => {
    stage.replicas.prefer(1);
    const words = Promise.withResolvers<void>();
    const asked = ask(stage.replicas.url, 'a camera', (frame) => frame.type === 'text-delta' && words.resolve());
    await words.promise;
    const gone = stage.replicas.replicas[1]?.kill('SIGTERM');
    stage.replicas.prefer(undefined);
    const seen = await asked;
    expect(seen.resets).toBe(0);
    expect(await wrongWith(on(0), seen)).toEqual([]);
    await gone;
    await stage.replicas.restart(1);
  }, 60_000);

  it('a conversation deleted on one replica is gone on all of them, running turn and every key of it included', async () => {
    const { conversation } = await readSome(await post(0, '/v1/chat', question('a camera')));
    const calls = stage.model.answering;
    expect((await remove(1, `/v1/conversations/${conversation}`)).status).toBe(204);
    await Promise.all(calls);
    for (const at of [0, 1, 2]) expect((await get(at, `/v1/conversations/${conversation}`)).status).toBe(404);
    const redis = openRedis(stage.redis.url);
    while ((await redis.call((each) => each.ping()).catch(() => '')) !== 'PONG') await new Promise((resolve) => setTimeout(resolve, 20));
    const keys = await redis.call((each) => each.keys('*'));
    redis.close();
    expect(keys.filter((key) => key.includes(conversation))).toEqual([]);
  }, 30_000);

  it('what a shopper said signed in on one replica is theirs on every replica, and nobody else’s', async () => {
    const signed = async (sub: string): Promise<Record<string, string>> => {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({ sub, aud: 'pk_demo', iat: now, exp: now + 300, jti: crypto.randomUUID() })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(SECRET));
      return { authorization: `Bearer ${token}` };
    };
    const asked = await readStream(await post(0, '/v1/chat', question('a camera'), await signed('ann')));
    const route = `/v1/conversations/${asked.headers.get('aisle-conversation')}`;
    const read = async (at: number, headers: Record<string, string>) =>
      (await fetch(`${on(at)}${route}`, { headers: { 'aisle-site': 'pk_demo', ...headers } })).status;
    for (const at of [1, 2]) {
      expect(await read(at, await signed('ann'))).toBe(200);
      expect(await read(at, await signed('bob'))).toBe(404);
      expect(await read(at, {})).toBe(404);
    }
  }, 30_000);

  it('items put on one replica are found by the next search of every other', async () => {
    const operator = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    for (const at of [0, 1, 2]) {
      const item = anItem({ id: `quartz-${at}`, title: `Quartz Monopod ${at}` });
      const written = await fetch(`${on(at)}/v1/admin/items`, {
        method: 'PUT',
        headers: operator,
        body: JSON.stringify({ items: [item] }),
      });
      expect(await written.json()).toMatchObject({ written: 1 });
      for (const other of [0, 1, 2]) {
        const found = await post(other, '/v1/search', { query: `Quartz Monopod ${at}`, locale: 'en' });
        expect(((await found.json()) as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(item.id);
      }
    }
  }, 30_000);

  it('a quota of the day is counted over all replicas', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const response = await post(n % 3, '/v1/chat', question('a camera'), { 'aisle-site': 'pk_few' });
        await response.text();
        return response.status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  }, 60_000);

  it('the kill switch on one replica ends turns and refuses new ones on all', async () => {
    const operate = (paused: boolean) => post(2, '/v1/admin/pause', { paused }, { authorization: `Bearer ${TOKEN}` });
    const words = Promise.withResolvers<void>();
    const asked = ask(on(0), 'a camera', (frame) => frame.type === 'text-delta' && words.resolve());
    await words.promise;
    expect((await operate(true)).status).toBe(200);
    expect((await asked).frames.at(-1)).toEqual({ type: 'abort', reason: 'shutdown' });
    expect((await post(1, '/v1/chat', question('a camera'))).status).toBe(503);
    await operate(false);
  }, 30_000);
});
