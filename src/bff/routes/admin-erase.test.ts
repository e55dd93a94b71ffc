import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunsResponse } from '../../protocol/operator.ts';
import { says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { openArchive } from '../archive/open.ts';

const TOKEN = 'operator-token-of-this-test';
const folder = mkdtempSync(join(tmpdir(), 'aisle-erase-'));
let bff: TestBff;
beforeAll(async () => {
  bff = await startTestBff({
    items: [anItem({ id: 'lamp' })],
    env: { CONSOLE_TOKEN: TOKEN },
    model: scriptedPort([says('Good day.')]),
    parts: { archive: await openArchive(`sqlite:${join(folder, 'runs.db')}`) },
  });
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

const operator = (path: string, method = 'GET', token = TOKEN) =>
  fetch(`${bff.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
const total = async (): Promise<number> => ((await (await operator('/v1/runs')).json()) as RunsResponse).total;

it('an operator erases a conversation: archive, run log and the shopper’s own view forget it', async () => {
  const conversation = (await bff.ask('hello')).headers.get('aisle-conversation') ?? '';
  await vi.waitFor(async () => expect(await total()).toBe(1), { timeout: 5000, interval: 20 });
  expect((await operator(`/v1/admin/conversations/${conversation}`, 'DELETE', 'guess')).status).toBe(401);
  expect((await operator(`/v1/admin/conversations/${conversation}`, 'DELETE')).status).toBe(204);
  expect(await total()).toBe(0);
  expect((await bff.get(`/v1/conversations/${conversation}`)).status).toBe(404);
});

it('one that nobody knows any more is no error: the archive may keep runs for longer than conversations last', async () => {
  expect((await operator('/v1/admin/conversations/unknown', 'DELETE')).status).toBe(204);
});
