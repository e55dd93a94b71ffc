import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { connectTestBridge, type TestBridge } from '../../../testing/mcp-server/bridge.ts';
import { type HttpMcpServer, startHttpMcpServer } from '../../../testing/mcp-server/start.ts';

const KEY = 'key-0123456789';
const headers = { authorization: `Bearer ${KEY}` };

let server: HttpMcpServer;
let crm: TestBridge;
beforeAll(async () => {
  server = await startHttpMcpServer({ SHOP_KEY: KEY });
  crm = await connectTestBridge({ crm: { url: server.url, headers } }, { call_ms: 1000, start_ms: 20_000 });
});
afterAll(async () => {
  await crm.bridge.close();
  await server.kill();
});

test('the headers given open the door, and a call answers', async () => {
  expect(await crm.answer('crm_store_hours', { city: '成都' })).toBe('成都: 9:00–18:00');
});

test('an injection arrives as plain words', async () => {
  const { text } = await crm.call('crm_injection');
  expect(text).toContain('Open until 18:00.');
  expect(text).not.toMatch(/itemCard|im_start|u003c|[\u200B\u202E]/u);
});

test('an answer larger than anybody keeps is no answer, and the next call works', async () => {
  expect((await crm.call('crm_flood')).ok).toBe(false);
  expect(await crm.answer('crm_loyalty_points', { points: 3 })).toBe('{"points":3,"worth":"$5.00"}');
});

test('a tool that never answers is given up, and the server told', async () => {
  expect((await crm.call('crm_slow')).ok).toBe(false);
  await vi.waitFor(async () => expect(await crm.answer('crm_counters')).toContain('"slow":2,"cancelled":2'));
});

test('a list that changes is read again', async () => {
  await crm.call('crm_open_branch');
  await vi.waitFor(() => expect(crm.names()).toContain('crm_price_match'), { timeout: 5000 });
  expect(await crm.answer('crm_price_match')).toBe('matched');
});

test('a server that came back at its address is found again', async () => {
  await server.kill();
  expect((await crm.call('crm_store_hours', { city: 'Oslo' })).ok).toBe(false);
  server = await startHttpMcpServer({ SHOP_KEY: KEY, PORT: new URL(server.url).port });
  await vi.waitFor(async () => expect(await crm.answer('crm_store_hours', { city: 'Oslo' })).toBe('Oslo: 9:00–18:00'), { timeout: 8000 });
});

test('a wrong key is told without either key', async () => {
  const locked = await connectTestBridge({ crm: { url: server.url, headers: { authorization: 'Bearer wrong-9876543210' } } });
  await locked.bridge.close();
  expect(locked.warnings).toEqual([{ server: 'crm', problem: 'it does not accept the headers given (HTTP 401)' }]);
});

test('a server of 2025 that forgot the session is greeted anew, and the call made again: it cannot have been done', async () => {
  const old = await startHttpMcpServer({}, ['--sessions']);
  onTestFinished(() => old.kill());
  const bridge = await connectTestBridge({ old: { url: old.url, tools: ['store_hours', 'open_branch'] } }, { start_ms: 20_000 });
  onTestFinished(() => bridge.bridge.close());
  expect(await bridge.answer('old_store_hours', { city: 'Bern' })).toBe('Bern: 9:00–18:00');
  await old.kill();
  const again = await startHttpMcpServer({ PORT: new URL(old.url).port }, ['--sessions']);
  onTestFinished(() => again.kill());
  // Not marked as safe to repeat.
  expect(await bridge.answer('old_open_branch')).toBe('opened');
});
