import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { liveRunsResponseSchema, type RunsResponse, runResponseSchema, runsResponseSchema } from '../../protocol/operator.ts';
import { insightsResponseSchema } from '../../protocol/operator-insights.ts';
import { regressionCaseSchema } from '../../protocol/regression-case.ts';
import { callsTool, readStream, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { openArchive } from '../archive/open.ts';

const TOKEN = 'operator-token-of-this-test';
const folder = mkdtempSync(join(tmpdir(), 'aisle-runs-'));
let bff: TestBff;
let hold = Promise.withResolvers<void>();
beforeAll(async () => {
  const model = scriptedPort([
    callsTool('search_db', { query: 'brass' }),
    says('Here it is. ', '<itemCard id="lamp"/>'),
    async function* () {
      yield* says('One moment').slice(0, 1);
      await hold.promise;
      yield* says(' more.');
    },
  ]);
  bff = await startTestBff({
    items: [anItem({ id: 'lamp', title: 'Brass lamp' })],
    env: { CONSOLE_TOKEN: TOKEN },
    model,
    parts: { archive: await openArchive(`sqlite:${join(folder, 'runs.db')}`) },
  });
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

const operator = (path: string, init: RequestInit = {}) =>
  fetch(`${bff.url}${path}`, { ...init, headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' } });
const list = async (search = ''): Promise<RunsResponse> => v.parse(runsResponseSchema, await (await operator(`/v1/runs${search}`)).json());
const archived = (count: number) => vi.waitFor(async () => expect((await list()).total).toBe(count), { timeout: 5000, interval: 20 });

test('without the token nothing of a run is told', async () => {
  for (const path of ['/v1/runs', '/v1/runs/insights', '/v1/runs/live', '/v1/runs/x', '/v1/runs/x/stream'])
    expect((await fetch(`${bff.url}${path}`, { headers: { authorization: 'Bearer guess' } })).status).toBe(401);
});

let run_id = '';
let conversation_id = '';
test('a finished turn is found, read, followed and saved as a case', async () => {
  const stream = await bff.ask('a brass lamp, call me at 13812345678');
  conversation_id = stream.headers.get('aisle-conversation') ?? '';
  await archived(1);
  const { runs } = await list('?text=brass&item=lamp&tool=search_db&rating=none&outcome=finished');
  expect(runs).toMatchObject([{ message: 'a brass lamp, call me at [phone]', items: ['lamp'], models: ['scripted'], conversation_id }]);
  run_id = runs[0]?.id ?? '';

  const run = v.parse(runResponseSchema, await (await operator(`/v1/runs/${run_id}`)).json());
  expect(run.entries.map((entry) => entry.seq)).toEqual(run.entries.map((_, index) => index + 1));
  expect(run.entries[0]).toMatchObject({ kind: 'run-started', before: { turns: 0, ledger: 0 } });
  expect(run.entries.find((entry) => entry.kind === 'tool-returned')).toMatchObject({ result: { found: { total: 1 } } });
  expect(run.conversation).toEqual([run_id]);
  expect(run.scores?.form).toBe(1);

  const followed = await readStream(await operator(`/v1/runs/${run_id}/stream?after=3`));
  expect(followed.done).toBe(true);
  expect(followed.received.map(({ id }) => id)).toEqual(run.entries.slice(3).map((entry) => entry.seq));

  const saved = await operator(`/v1/runs/${run_id}/case`, { method: 'POST', body: JSON.stringify({ name: 'brass-lamp' }) });
  expect(saved.status).toBe(201);
  expect(v.parse(regressionCaseSchema, await saved.json())).toMatchObject({
    name: 'brass-lamp',
    message: 'a brass lamp, call me at [phone]',
    results: [{ name: 'search_db', arguments: { query: 'brass' }, ok: true }],
    items: [{ id: 'lamp' }],
    expect: {
      calls: [{ name: 'search_db', arguments: { query: 'brass' } }],
      cards: [{ type: 'itemCard', items: ['lamp'] }],
      rejected_at_most: 0,
    },
  });
});

test('feedback and events of the shopper join their run', async () => {
  expect((await bff.post('/v1/feedback', { run_id, verdict: 'down', note: 'too heavy' })).status).toBe(204);
  expect((await bff.post('/v1/events', { run_id, kind: 'item_click', item_id: 'lamp' })).status).toBe(204);
  await vi.waitFor(async () => expect((await list('?rating=down')).total).toBe(1), { timeout: 5000, interval: 20 });
  await vi.waitFor(async () => {
    const insights = v.parse(insightsResponseSchema, await (await operator('/v1/runs/insights')).json());
    expect(insights).toMatchObject({ runs: 1, path: { shown: 1, clicked: 1 }, feedback: { down: 1, notes: [{ note: 'too heavy' }] } });
  });
});

test('a turn is followed while it is being answered', async () => {
  hold = Promise.withResolvers<void>();
  const answering = bff.ask('and another, mail mei@example.com', { conversation_id });
  const live = await vi.waitFor(async () => {
    const { runs } = v.parse(liveRunsResponseSchema, await (await operator('/v1/runs/live')).json());
    expect(runs).toHaveLength(1);
    return runs[0];
  });
  expect(live).toMatchObject({ message: 'and another, mail [email]', conversation_id });
  const entries = ((await (await operator(`/v1/runs/${live?.id}`)).json()) as { entries: unknown[] }).entries;
  expect(entries.length).toBeGreaterThan(1);
  const following = operator(`/v1/runs/${live?.id}/stream`).then(readStream);
  hold.resolve();
  expect((await following).received.at(-1)?.frame).toMatchObject({ kind: 'run-finished', outcome: 'finished' });
  await answering;
  await archived(2);
});

test.each([
  ['/v1/runs?min_ms=soon', 400, 'min_ms: a whole number'],
  ['/v1/runs?outcome=lost', 400, 'outcome'],
  ['/v1/runs?cursor=abc', 400, 'cursor: the cursor is none of this list'],
  ['/v1/runs?from=yesterday', 400, 'from: an instant such as'],
  ['/v1/runs/unknown', 404, ''],
  ['/v1/runs/unknown/stream', 404, ''],
  ['/v1/runs/unknown/nothing', 404, ''],
])('%s is refused in words', async (path, status, words) => {
  const answer = await operator(path);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { error: { message: string } }).error.message).toContain(words);
});

test('what the shopper erases is gone from the archive with the same request', async () => {
  const gone = await fetch(`${bff.url}/v1/conversations/${conversation_id}`, { method: 'DELETE' });
  expect(gone.status).toBe(204);
  expect((await list()).total).toBe(0);
  expect((await operator(`/v1/runs/${run_id}`)).status).toBe(404);
});
