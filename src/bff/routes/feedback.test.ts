import { afterEach, expect, it } from 'vitest';
import { framesOf, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

let bff: TestBff;
afterEach(() => bff.close());

it('counts a verdict on a run that is kept, and knows no other run', async () => {
  bff = await startTestBff({ items: [anItem()], model: scriptedPort([says('Hello.')]) });
  const run_id = framesOf(await bff.ask('hello there'), 'start')[0]?.messageMetadata.run_id;
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'up' })).status).toBe(204);
  expect((await bff.post('/v1/feedback', { run_id: 'nobody', verdict: 'up' })).status).toBe(404);
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'sideways' })).status).toBe(400);
  expect(await (await bff.get('/metrics')).text()).toContain('aisle_feedback_total{verdict="up"} 1');
});

it('counts what became of a card', async () => {
  bff = await startTestBff({ items: [anItem()], model: scriptedPort([says('Hello.')]) });
  expect((await bff.post('/v1/events', { kind: 'item_click', item_id: 'cam-1' })).status).toBe(204);
  expect((await bff.post('/v1/events', { kind: 'stolen', item_id: 'cam-1' })).status).toBe(400);
  expect(await (await bff.get('/metrics')).text()).toContain('aisle_card_events_total{kind="item_click"} 1');
});
