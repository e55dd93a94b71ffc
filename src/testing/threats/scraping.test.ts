import { afterEach, describe, expect, it } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import { callsTool, framesOf, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff } from '../bff.ts';
import { anItem } from '../items.ts';
import { hasRedis, redisTests, startRedis } from '../redis.ts';

const COUNT = 300;
const items = Array.from({ length: COUNT }, (_, n) => anItem({ id: `cam-${n}`, title: `Lumisol ${n} camera` }));
const SESSION = 200;
const ADDRESS = 1200;

let bff: TestBff;
let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
afterEach(async () => {
  await bff.close();
  await redis?.close();
  redis = undefined;
});
const start = async (env: Record<string, string> = {}, catalog: readonly Item[] = items) => {
  const model = scriptedPort([says('Hello.')]);
  bff = await startTestBff({ items: catalog, model, env: { RATE_LIMIT: '1000', TRUST_PROXY: '127.0.0.1', ...env } });
  return model;
};

/** Pages through everything until it is refused or there is no more. @returns the ids it got and the last answer. */
async function scrape(more: object, headers: Record<string, string> = {}) {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    const response = await bff.post('/v1/search', { query: 'camera', limit: 20, ...more, ...(cursor ? { cursor } : {}) }, { headers });
    if (!response.ok) return { seen, response };
    const page = (await response.json()) as { items: { id: string }[]; cursor?: string };
    for (const { id } of page.items) seen.add(id);
    cursor = page.cursor;
    if (!cursor) return { seen, response };
  }
}

describe('T16: a competitor who copies the catalogue', () => {
  it.each([
    ['in memory', false],
    [redisTests, true],
  ])('sees 200 different items in a session and hour and is told when there are more, %s', async (_, shared) => {
    if (shared && !hasRedis) return;
    if (shared) redis = await startRedis();
    await start(redis ? { RUNS_URL: redis.url } : {});
    while (!(await bff.get('/readyz')).ok) await new Promise((resolve) => setImmediate(resolve));
    const conversation_id = (await bff.ask('hello there')).headers.get('aisle-conversation');
    const { seen, response } = await scrape({ conversation_id });
    expect(seen.size).toBe(SESSION);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(3600);
    expect(((await response.json()) as { error: object }).error).toMatchObject({ code: 'rate_limited', reason: 'item_quota' });
    // What was seen may be seen again; no other door is open to this session.
    expect((await bff.post('/v1/search', { query: 'camera', limit: 20, conversation_id })).status).toBe(200);
    const fresh = items
      .map(({ id }) => id)
      .filter((id) => !seen.has(id))
      .slice(0, 2);
    expect((await bff.post('/v1/compare', { ids: fresh, conversation_id })).status).toBe(429);
    expect((await bff.post('/v1/chat', { conversation_id, message: { id: crypto.randomUUID(), text: 'more' } })).status).toBe(429);
  });

  it('what answers show counts too: a session asked for card after card ends at the same number', async () => {
    const shown = new Set<string>();
    // Searches for what it has not seen, then shows all of it.
    const copying: ScriptedStep = ({ messages }) => {
      const last = messages.at(-1);
      if (last?.role !== 'tool') return callsTool('search_db', { query: 'camera', exclude: { ids: [...shown].slice(-200) }, limit: 20 });
      const ids = (JSON.parse(last.text) as { items: { id: string }[] }).items.map(({ id }) => id);
      for (const id of ids) shown.add(id);
      return says(ids.map((id) => `<itemCard id="${id}"/>`).join('\n'));
    };
    const model = scriptedPort([copying]);
    bff = await startTestBff({ items, model, env: { RATE_LIMIT: '1000' } });
    const seen = new Set<string>();
    let conversation_id: string | undefined;
    let status = 200;
    for (let n = 0; n < 15 && status === 200; n += 1) {
      const stream = await bff.ask('more cameras', conversation_id ? { conversation_id } : {});
      status = stream.status;
      conversation_id ??= stream.headers.get('aisle-conversation') ?? '';
      for (const { data } of framesOf(stream, 'data-itemCard')) seen.add(data.item.id);
    }
    expect(status).toBe(429);
    expect(seen.size).toBeGreaterThan(100);
    expect(seen.size).toBeLessThanOrEqual(SESSION);
  });

  it('without a conversation an address sees as much as six sessions, and another address is not touched', async () => {
    const many = Array.from({ length: ADDRESS + 100 }, (_, n) => anItem({ id: `cam-${n}`, title: `Lumisol ${n} camera` }));
    await start({}, many);
    const { seen, response } = await scrape({}, { 'x-forwarded-for': '203.0.113.7' });
    expect(response.status).toBe(429);
    expect(seen.size).toBe(ADDRESS);
    const rest = many
      .map(({ id }) => id)
      .filter((id) => !seen.has(id))
      .slice(0, 50);
    const look = (address: string) => bff.get(`/v1/items?ids=${rest.join(',')}`, { headers: { 'x-forwarded-for': address } });
    expect((await look('203.0.113.7')).status).toBe(429);
    expect((await look('203.0.113.8')).status).toBe(200);
  });

  it('no tool gives a model more than twenty items at a time, and RATE_LIMIT=off counts nothing', async () => {
    const model = await start({ RATE_LIMIT: 'off' });
    await bff.ask('hello there');
    const search = model.requests[0]?.tools.find(({ name }) => name === 'search_db');
    expect(JSON.stringify(search?.parameters)).toMatch(/"limit":\{[^}]*"maximum":20/);
    const conversation_id = (await bff.ask('hello there')).headers.get('aisle-conversation');
    expect((await scrape({ conversation_id })).seen.size).toBe(COUNT);
  });
});
