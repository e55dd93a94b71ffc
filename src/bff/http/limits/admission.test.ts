import { afterEach, describe, expect, it } from 'vitest';
import { type ScriptedStep, says, scriptedPort, startTestBff, type TestBff } from '../../../testing/bff.ts';
import { anItem } from '../../../testing/items.ts';

const TOKEN = 'an-operators-token';
const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' })];
const noon = Date.UTC(2026, 10, 21, 12);
let bff: TestBff;
let clock = noon;
afterEach(() => bff.close());

const start = async (steps: readonly ScriptedStep[], sites: object, env: Record<string, string> = {}) => {
  clock = noon;
  const model = scriptedPort(steps);
  bff = await startTestBff({
    items,
    model,
    env: { SITES: JSON.stringify({ pk: { origins: ['loopback'], ...sites } }), CONSOLE_TOKEN: TOKEN, ...env },
    parts: { now: () => clock },
  });
  return model;
};
const send = (headers: Record<string, string> = {}, body: object = {}) =>
  bff.post(
    '/v1/chat',
    { message: { id: crypto.randomUUID(), text: 'hello there' }, locale: 'en', ...body },
    { headers: { 'aisle-site': 'pk', ...headers } },
  );
const told = async (response: Response) => ({
  status: response.status,
  retry: Number(response.headers.get('retry-after')),
  ...((await response.json()) as { error: { code: string; reason?: string; message: string } }).error,
});
const read = async (response: Response): Promise<number> => {
  await response.text();
  return response.status;
};
const operate = (paused: unknown, token = TOKEN) =>
  bff.post('/v1/admin/pause', { paused }, { headers: { authorization: `Bearer ${token}` } });

describe('T14: daily_turns', () => {
  it('of a hundred messages at once exactly the quota is answered, the others cost nothing', async () => {
    const model = await start([says('Hello.')], { daily_turns: 7 });
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => read(await send())));
    expect(statuses.filter((status) => status === 200)).toHaveLength(7);
    expect(statuses.filter((status) => status === 429)).toHaveLength(93);
    expect(model.requests).toHaveLength(7);
  });

  it('says so in both languages and until when, and begins anew with the day', async () => {
    await start([says('Hello.')], { daily_turns: 1 });
    expect(await read(await send())).toBe(200);
    expect(await told(await send())).toMatchObject({ status: 429, code: 'rate_limited', reason: 'daily_quota', retry: 12 * 3600 });
    expect((await told(await send({}, { locale: 'zh-CN' }))).message).toContain('明天');
    clock += 12 * 3_600_000;
    expect(await read(await send())).toBe(200);
  });

  it('a repeated message spends nothing', async () => {
    await start([says('Hello.')], { daily_turns: 1 });
    const body = { message: { id: crypto.randomUUID(), text: 'hello there' } };
    expect(await read(await send({}, body))).toBe(200);
    expect(await read(await send({}, body))).toBe(200);
  });
});

describe('T14: daily_cost', () => {
  it('stops within one message of the budget being used, by usage or by estimate', async () => {
    const usage = { input_tokens: 400_000, output_tokens: 50_000 };
    const costly: ScriptedStep = [
      { type: 'text', text: 'Hello.' },
      { type: 'finish', reason: 'stop', usage },
    ];
    await start([costly], { daily_cost: 1 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push(await read(await send()));
    expect(statuses).toEqual([200, 200, 429, 429]);
    await bff.close();
    await start([says('Hello.')], { daily_cost: 0.0001 });
    expect([await read(await send()), await read(await send())]).toEqual([200, 429]);
  });

  it('of another site is its own', async () => {
    const model = scriptedPort([says('Hello.')]);
    const sites = { pk: { origins: ['loopback'], daily_turns: 1 }, other: { origins: ['loopback'] } };
    bff = await startTestBff({ items, model, env: { SITES: JSON.stringify(sites) } });
    expect([await read(await send()), await read(await send()), await read(await send({ 'aisle-site': 'other' }))]).toEqual([
      200, 429, 200,
    ]);
  });
});

describe('T14: an address', () => {
  it('may not get round the limit by opening conversations, and is read from a trusted proxy only', async () => {
    await start([says('Hello.')], {}, { RATE_LIMIT: '1', TRUST_PROXY: '127.0.0.1' });
    const from = async (address: string) => read(await send({ 'x-forwarded-for': address }));
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push(await from('198.51.100.1'));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect(await from('198.51.100.2')).toBe(200);
    await bff.close();
    await start([says('Hello.')], {}, { RATE_LIMIT: '1' });
    const forged: number[] = [];
    for (let n = 0; n < 8; n += 1) forged.push(await from(`198.51.100.${n}`));
    expect(forged.at(-1)).toBe(429);
  });
});

describe('T14: the kill switch', () => {
  it('ends running turns, refuses new ones before anything is spent, and lets go on', async () => {
    const running = Promise.withResolvers<void>();
    const model = await start(
      [
        async function* (_, signal) {
          yield { type: 'text', text: 'One moment.' } as const;
          running.resolve();
          await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
        },
        says('Back again.'),
      ],
      {},
    );
    const first = send();
    await running.promise;
    expect(await (await operate(true)).json()).toEqual({ paused: true });
    expect(await (await first).text()).toContain('"abort"');
    expect(await told(await send())).toMatchObject({ status: 503, code: 'unavailable', reason: 'paused', retry: 60 });
    expect(model.requests).toHaveLength(1);
    expect((await bff.get('/readyz')).status).toBe(200);
    await operate(false);
    expect(await read(await send())).toBe(200);
  });

  it('is for operators: a wrong token, no token and a shopper are refused, and without a configured token there is none', async () => {
    await start([says('Hello.')], {});
    expect((await operate(true, 'another-operators-token')).status).toBe(401);
    expect((await bff.post('/v1/admin/pause', { paused: true })).status).toBe(401);
    expect((await operate('yes')).status).toBe(400);
    expect((await bff.post('/v1/admin/else', {}, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
    await bff.close();
    await start([says('Hello.')], {}, { CONSOLE_TOKEN: '' });
    expect((await operate(true)).status).toBe(404);
  });
});
