import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { openArchive } from '../archive/open.ts';

const TOKEN = 'operator-token-of-this-test';
const folder = mkdtempSync(join(tmpdir(), 'aisle-operators-'));
let bff: TestBff;
beforeAll(async () => {
  const archive = await openArchive(`sqlite:${join(folder, 'runs.db')}`);
  bff = await startTestBff({ parts: { archive }, items: [anItem({ id: 'lamp' })], env: { CONSOLE_TOKEN: TOKEN } });
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true });
});

const headers = (token: string) => ({ authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' });
const told = async (asked: Promise<Response>) => {
  const response = await asked;
  return [response.status, ((await response.json()) as { error: { message: string } }).error.message] as const;
};
const get = (path: string, token = TOKEN) => told(fetch(`${bff.url}${path}`, { headers: headers(token) }));
const reward = (body: unknown) => told(bff.post('/v1/reward', body, { headers: headers(TOKEN) }));

test('operators are told in English what is wrong, and nothing that is meant for shoppers', async () => {
  for (const path of ['/v1/runs', '/v1/runs/insights', '/v1/admin/unmet'])
    expect(await get(path, 'another')).toEqual([401, expect.stringContaining("operators' token is missing or wrong")]);
  expect(await get('/v1/runs/nobody')).toEqual([404, expect.stringMatching(/^There is nothing at this address/)]);
  expect(await reward({ rollouts: [] })).toEqual([400, 'rollouts: must have at least 1 characters or entries']);
  expect(await told(bff.post('/v1/admin/pause', {}, { headers: headers(TOKEN) }))).toEqual([400, 'paused: is missing']);
});

test('an unknown parameter of a list is refused, all of them by name', async () => {
  expect(await get('/v1/runs?modle=a&ratting=up&limit=1')).toEqual([400, expect.stringMatching(/^modle, ratting: no parameters? of/)]);
  expect(await get('/v1/runs/insights?form=2026-01-01')).toEqual([400, expect.stringMatching(/^form: no parameter/)]);
  expect((await fetch(`${bff.url}/v1/runs?text=&limit=1`, { headers: headers(TOKEN) })).status).toBe(200);
});

test('a misspelt field of a reward request is refused; what providers add to their messages is not', async () => {
  const call = { id: 'c', type: 'function', index: 0, function: { name: 'search_db', arguments: '{}', parsed: null } };
  const messages = [
    { role: 'user', content: 'hello', name: 'mei' },
    { role: 'assistant', content: 'Hello.', refusal: null, annotations: [], tool_calls: [call] },
  ];
  const rollout = { messages };
  for (const [body, field] of [
    [{ rollouts: [rollout], foo: 1 }, 'foo'],
    [{ rollouts: [{ ...rollout, prompt_message: 1 }] }, 'rollouts.0.prompt_message'],
    [{ rollouts: [rollout, { ...rollout, needs_no_tol: true }] }, 'rollouts.1.needs_no_tol'],
    [{ rollouts: [{ ...rollout, tools: [{ name: 'a', paramaters: {} }] }] }, 'rollouts.0.tools.0.paramaters'],
    [
      { rollouts: [{ ...rollout, tools: [{ type: 'function', function: { name: 'a', paramaters: {} } }] }] },
      'rollouts.0.tools.0.function.paramaters',
    ],
  ] as const)
    expect(await reward(body)).toEqual([400, `${field}: is not a field of this request`]);
  const tools = [{ type: 'function', function: { name: 'a', strict: true, return: { type: 'string' } } }];
  const accepted = await bff.post('/v1/reward', { rollouts: [{ ...rollout, tools }] }, { headers: headers(TOKEN) });
  expect(accepted.status).toBe(200);
});
