import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connectTestBridge, type TestBridge } from '../../../testing/mcp-server/bridge.ts';
import { mcpServerProgram } from '../../../testing/mcp-server/start.ts';

const KEY = 'key-0123456789';
const shop = { command: process.execPath, args: [mcpServerProgram], env: { SHOP_KEY: KEY } };
/** Long enough for a call of a running process on a busy machine, short enough to run into. */
const CALL_MS = 1000;

let stores: TestBridge;
beforeAll(async () => {
  // Set here and not given to the server: it must not arrive there.
  vi.stubEnv('MODEL_API_KEY', 'sk-of-the-bff');
  stores = await connectTestBridge({ stores: shop }, { call_ms: CALL_MS, start_ms: 20_000 });
});
afterAll(async () => {
  await stores.bridge.close();
  vi.unstubAllEnvs();
});

const counters = async (): Promise<unknown> => JSON.parse(String(await stores.answer('stores_counters')));

test('a tool is offered under the name of its server, with its description cleaned and its schema as it is', async () => {
  const tool = stores.bridge.tools().find((each) => each.name === 'stores_store_hours');
  expect(await tool?.definition()).toEqual({
    name: 'stores_store_hours',
    description: 'Opening hours of a store.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' }, day: { type: 'string', enum: ['weekday', 'weekend'] } },
      required: ['city'],
      additionalProperties: false,
    },
  });
});

test('a call answers with text for the model and nothing for the ledger', async () => {
  const result = await stores.call('stores_store_hours', { city: 'Shanghai', day: 'weekend' });
  expect(result).toEqual({
    ok: true,
    text: expect.stringContaining('"answer":"Shanghai: 10:00–16:00"'),
    outside: '…: 10:00–16:00',
    summary: 'Answered',
  });
});

test('arguments that do not fit never reach the server; the model is told why', async () => {
  const result = await stores.call('stores_store_hours', { town: 'Shanghai' });
  expect(result.ok).toBe(false);
  expect(JSON.parse(result.text)).toMatchObject({
    error: 'bad_arguments',
    issues: ['city: is required', 'town: is not an argument of this tool'],
  });
});

test('what the server itself refuses is told to the model, and is no fault of the line', async () => {
  const result = await stores.call('stores_loyalty_points', { points: -1 });
  expect(result.ok).toBe(false);
  expect(JSON.parse(result.text)).toMatchObject({ error: 'tool_failed', from: 'stores' });
});

test('an injection arrives as plain words: no directive, no machinery, nothing hidden', async () => {
  const { text } = await stores.call('stores_injection');
  expect(text).toContain('Open until 18:00.');
  expect(text).toContain('Password: hidden');
  expect(text).not.toMatch(/itemCard|im_start|im_end|u003c|[\u200B\u202E\u{E0041}]/u);
});

test('a huge answer is cut, and the model is told', async () => {
  const { text } = await stores.call('stores_huge');
  expect(text.length).toBeLessThan(8500);
  expect(JSON.parse(text)).toMatchObject({ cut: expect.stringContaining('8000') });
});

test('only text goes through; what was left out is counted', async () => {
  expect(JSON.parse((await stores.call('stores_pictures')).text)).toMatchObject({
    answer: 'a map',
    left_out: { image: 1, resource_link: 1 },
  });
});

test('an answer marked as an error is a failure, without the key it repeats', async () => {
  const result = await stores.call('stores_failing');
  expect(result.ok).toBe(false);
  expect(JSON.parse(result.text)).toMatchObject({ error: 'tool_failed', message: 'upstream refused key …' });
});

test('the process gets PATH and what it is given, and nothing of ours', async () => {
  expect(await stores.answer('stores_environment')).toBe('PATH SHOP_KEY');
});

test('a tool that passes for our own is refused, and the operator told once', () => {
  expect(stores.names().filter((name) => name.includes('search_db'))).toEqual([]);
  expect(stores.warnings).toEqual([{ server: 'stores', tool: 'search_db', problem: "its name is that of one of Aisle's own tools" }]);
});

test('a tool that misses the first call is asked again', async () => {
  expect(await stores.answer('stores_sleepy')).toBe('awake');
});

test('a tool that does not say it is safe to repeat is asked once, and the model knows that it may have worked', async () => {
  const result = await stores.call('stores_add_points');
  expect(result.ok).toBe(false);
  expect(result.text).toContain('not known whether');
  expect(await counters()).toMatchObject({ added: 1 });
});

test('a tool that never answers is given up after two tries, each called off', async () => {
  const result = await stores.call('stores_slow');
  expect(JSON.parse(result.text)).toMatchObject({ error: 'unavailable' });
  expect(await counters()).toMatchObject({ slow: 2, cancelled: 2 });
});

test('aborting the turn ends the call and tells the server', async () => {
  const turn = new AbortController();
  const call = stores.call('stores_slow', {}, turn.signal);
  await vi.waitFor(async () => expect(await counters()).toMatchObject({ slow: 3, cancelled: 2 }));
  turn.abort(new Error('stopped by the shopper'));
  await expect(call).rejects.toThrow('stopped by the shopper');
  await vi.waitFor(async () => expect(await counters()).toMatchObject({ slow: 3, cancelled: 3 }));
});

test('a tool that announces another has the list read again', async () => {
  expect(stores.names()).not.toContain('stores_price_match');
  const before = stores.bridge.tools();
  expect(stores.bridge.tools()).toBe(before);
  await stores.call('stores_open_branch');
  await vi.waitFor(() => expect(stores.names()).toContain('stores_price_match'), { timeout: 5000 });
  expect(await stores.answer('stores_price_match')).toBe('matched');
});

test('a process that died is started again at the next call', async () => {
  expect((await stores.call('stores_crash')).ok).toBe(false);
  // On a busy machine a process may start longer than the tries of one call last.
  await vi.waitFor(async () => expect(await stores.answer('stores_store_hours', { city: 'Xi’an' })).toBe('Xi’an: 9:00–18:00'), 15_000);
  expect(await counters()).toMatchObject({ added: 0 });
});
