import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { connectTestBridge, type TestBridge } from '../../../testing/mcp-server/bridge.ts';
import { mcpServerProgram } from '../../../testing/mcp-server/start.ts';

const SECRET = 'key-0123456789';
const shop = { command: process.execPath, args: [mcpServerProgram] };

const open: TestBridge[] = [];
const connect: typeof connectTestBridge = async (servers, options) => {
  const bridge = await connectTestBridge(servers, { start_ms: 20_000, ...options });
  open.push(bridge);
  return bridge;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ bridge }) => bridge.close()));
});

test('servers that are down at the start are told of once each, without their secrets, and do not stop the others', async () => {
  const { names, warnings } = await connect({
    gone: { command: '/nowhere/server', args: [SECRET], env: { KEY: SECRET } },
    quits: { command: process.execPath, args: ['-e', 'process.exit(3)'] },
    closed: { url: 'http://127.0.0.1:9/mcp', headers: { authorization: SECRET } },
    stores: { ...shop, tools: ['store_hours'] },
  });
  expect(names()).toEqual(['stores_store_hours']);
  expect([...warnings].sort((a, b) => a.server.localeCompare(b.server))).toEqual([
    { server: 'closed', problem: expect.stringContaining('it cannot be reached') },
    { server: 'gone', problem: 'its command cannot be run (ENOENT)' },
    { server: 'quits', problem: 'it closed the connection at once' },
  ]);
  expect(JSON.stringify(warnings)).not.toContain(SECRET);
});

test('only what the allow-list names is offered; a name that the server has not is told', async () => {
  const { names, warnings } = await connect({ stores: { ...shop, tools: ['loyalty_points', 'store_hours', 'store_hourz'] } });
  expect(names()).toEqual(['stores_store_hours', 'stores_loyalty_points']);
  expect(warnings).toEqual([
    { server: 'stores', tool: 'store_hourz', problem: 'it is on the allow-list, but the server has no such tool' },
  ]);
});

test('a server too slow for the start joins when it is ready', async () => {
  const { names } = await connect({ stores: { ...shop, tools: ['store_hours'] } }, { start_ms: 0 });
  expect(names()).toEqual([]);
  await vi.waitFor(() => expect(names()).toEqual(['stores_store_hours']), { timeout: 15_000 });
});

test('a server that was down comes back when it answers, without another warning', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-'));
  const program = join(folder, 'server.mjs');
  let time = 0;
  writeFileSync(program, 'process.exit(3)');
  const { names, warnings } = await connect(
    { stores: { command: process.execPath, args: [program], tools: ['store_hours'] } },
    { now: () => time },
  );
  const { bridge } = open[0] as TestBridge;
  // The first try after a failure is free; it fails too, and then the wait begins.
  bridge.tools();
  await vi.waitFor(() => expect(warnings).toHaveLength(1));
  writeFileSync(program, `await import(${JSON.stringify(mcpServerProgram)})`);
  time = 60_000;
  await vi.waitFor(() => expect(names()).toEqual(['stores_store_hours']), { timeout: 15_000 });
  expect(warnings).toHaveLength(1);
  rmSync(folder, { recursive: true });
});

test('a server that stays silent call after call is hung: its process is replaced', async () => {
  let time = 0;
  const stores = await connect({ stores: { ...shop, tools: ['slow', 'counters'] } }, { call_ms: 500, now: () => time });
  const counters = async () => JSON.parse(String((await stores.answer('stores_counters')) ?? '{}')) as { pid?: number };
  const { pid } = await counters();
  for (let call = 0; call < 3; call += 1) expect((await stores.call('stores_slow')).ok).toBe(false);
  // Past the breaker, which such a server has opened as well.
  time = 60_000;
  await vi.waitFor(async () => expect((await counters()).pid).toBeTypeOf('number'), { timeout: 40_000 });
  expect((await counters()).pid).not.toBe(pid);
}, 60_000);

test('closing ends the process, and a call after it is an answer, no exception', async () => {
  const stores = await connect({ stores: { ...shop, tools: ['store_hours', 'counters'] } });
  const { pid } = JSON.parse(String(await stores.answer('stores_counters'))) as { pid: number };
  expect(process.kill(pid, 0)).toBe(true);
  await stores.bridge.close();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await stores.call('stores_store_hours', { city: 'Rome' })).toMatchObject({ ok: false });
});
