import { afterEach, expect, it } from 'vitest';
import { framesOf, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

let bff: TestBff;
afterEach(() => bff.close());
const start = async (env: Record<string, string> = {}) => {
  bff = await startTestBff({ items: [anItem()], model: scriptedPort([says('Hello.')]), env, parts: { now: () => Date.UTC(2026, 0, 1) } });
};
const asked = async () => {
  const stream = await bff.ask('hello there');
  const { run_id = '', conversation_id = '' } = framesOf(stream, 'start')[0]?.messageMetadata ?? {};
  return { run_id, remarks: async () => (await bff.conversations.read(conversation_id))?.remarks };
};

it('keeps a verdict with its run, the last one a shopper gives, and counts each', async () => {
  await start();
  const { run_id, remarks } = await asked();
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'up' })).status).toBe(204);
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'down', note: ' too \u202e dear ' })).status).toBe(204);
  expect(await remarks()).toEqual([{ kind: 'feedback', run_id, at: '2026-01-01T00:00:00.000Z', verdict: 'down', note: 'too  dear' }]);
  expect(await (await bff.get('/metrics')).text()).toContain('aisle_feedback_total{verdict="up"} 1');
});

it('keeps what became of a card with the run that showed it; without a run it is counted', async () => {
  await start();
  const { run_id, remarks } = await asked();
  for (const kind of ['card_seen', 'card_seen', 'item_click', 'item_click'])
    expect((await bff.post('/v1/events', { run_id, kind, item_id: 'cam-1' })).status).toBe(204);
  expect((await bff.post('/v1/events', { kind: 'compare', item_id: 'cam-1' })).status).toBe(204);
  expect((await remarks())?.map(({ kind }) => kind)).toEqual(['card_seen', 'item_click', 'item_click']);
  const metrics = await (await bff.get('/metrics')).text();
  expect(metrics).toContain('aisle_card_events_total{kind="item_click"} 2');
  expect(metrics).toContain('aisle_card_events_total{kind="compare"} 1');
});

it('takes nothing that is not as the contract says, and never more than a conversation holds', async () => {
  await start();
  const { run_id, remarks } = await asked();
  const refused: [string, object][] = [
    ['feedback', { run_id, verdict: 'sideways' }],
    ['feedback', { run_id, verdict: 'up', note: 'x'.repeat(1001) }],
    ['feedback', { verdict: 'up' }],
    ['events', { run_id, kind: 'stolen', item_id: 'cam-1' }],
    ['events', { run_id, kind: 'card_seen', item_id: 'a<b' }],
    ['events', { run_id, kind: 'card_seen' }],
  ];
  for (const [route, body] of refused) expect((await bff.post(`/v1/${route}`, body)).status).toBe(400);
  for (const route of ['feedback', 'events'])
    expect((await bff.post(`/v1/${route}`, { run_id: 'nobody', verdict: 'up', kind: 'compare', item_id: 'a' })).status).toBe(404);
  expect(await remarks()).toBeUndefined();
  await Promise.all(Array.from({ length: 320 }, () => bff.post('/v1/events', { run_id, kind: 'item_click', item_id: 'a' })));
  expect(await remarks()).toHaveLength(300);
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'up' })).status).toBe(204);
  expect(await remarks()).toHaveLength(301);
});

it("knows no other site's run, and forgets with the conversation", async () => {
  await start({ SITES: JSON.stringify({ pk_a: { origins: ['loopback'] }, pk_b: { origins: ['loopback'] } }) });
  const [a, b] = ['pk_a', 'pk_b'].map((site) => ({ headers: { 'aisle-site': site } }));
  const answer = await bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text: 'hello there' } }, a);
  const id = answer.headers.get('aisle-conversation') ?? '';
  await answer.text();
  const run_id = (await bff.conversations.read(id))?.latest ?? '';
  const feedback = (init: typeof a) => bff.post('/v1/feedback', { run_id, verdict: 'up' }, init);
  expect([(await feedback(b)).status, (await feedback(a)).status]).toEqual([404, 204]);
  await bff.get(`/v1/conversations/${id}`, { method: 'DELETE', ...a });
  expect((await feedback(a)).status).toBe(404);
});
