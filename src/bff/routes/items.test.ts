import { afterEach, describe, expect, it } from 'vitest';
import { framesOf, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const items = Array.from({ length: 30 }, (_, index) => anItem({ id: `cam-${index}`, title: `Lumisol camera ${index}` }));
let bff: TestBff;
afterEach(() => bff.close());

describe('GET /v1/items', () => {
  it('gives items in the order asked for and leaves unknown ones out', async () => {
    bff = await startTestBff({ items });
    const body = (await (await bff.get('/v1/items?ids=cam-2,nope,cam-1')).json()) as { items: { id: string }[] };
    expect(body.items.map((item) => item.id)).toEqual(['cam-2', 'cam-1']);
  });

  it('refuses no ids, too many ids and what is no id', async () => {
    bff = await startTestBff({ items });
    for (const ids of ['', Array.from({ length: 51 }, (_, n) => `i${n}`).join(), '<b>'])
      expect((await bff.get(`/v1/items?ids=${encodeURIComponent(ids)}`)).status).toBe(400);
  });
});

describe('POST /v1/search', () => {
  it('pages through everything once', async () => {
    bff = await startTestBff({ items });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const response = await bff.post('/v1/search', { query: 'camera', limit: 7, ...(cursor ? { cursor } : {}) });
      const page = (await response.json()) as { items: { id: string }[]; total: number; cursor?: string };
      expect(page.total).toBe(30);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.cursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
  });

  it('puts what it found into the ledger of the conversation it names', async () => {
    bff = await startTestBff({ items, model: scriptedPort([says('Hello.'), says('<itemCard id="cam-3"/>')]) });
    const conversation_id = (await bff.ask('hello there')).headers.get('aisle-conversation') ?? '';
    await bff.post('/v1/search', { query: 'camera', limit: 20, conversation_id, product_types: undefined });
    const ids = (await bff.conversations.read(conversation_id))?.ledger ?? [];
    expect(ids).toHaveLength(20);
    const shown = framesOf(await bff.ask('and now', { conversation_id }), 'data-itemCard').map((frame) => frame.data.item.id);
    expect(shown).toEqual(ids.includes('cam-3') ? ['cam-3'] : []);
  });

  it('refuses a search for nothing, a wrong field and a foreign cursor', async () => {
    bff = await startTestBff({ items });
    for (const body of [{}, { locale: 'en' }, { limit: 3 }, { rating_min: 9 }, { query: 'camera', cursor: 'forged' }])
      expect((await bff.post('/v1/search', body)).status).toBe(400);
  });
});

describe('health', () => {
  it('is alive, ready with reasons, and measured for loopback', async () => {
    bff = await startTestBff({ items });
    expect(await (await bff.get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await bff.get('/readyz')).json()).toMatchObject({ status: 'ready', reasons: [], catalogue: { engine: 'sqlite' } });
    expect(await (await bff.get('/metrics')).text()).toContain('aisle_guard_verdicts_total');
    expect((await bff.get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
  });
});
