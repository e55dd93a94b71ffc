import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseOf } from '../../bff/archive/case.ts';
import { archiveOver, openLine } from '../../bff/archive/sql-archive.ts';
import { callsTool, type ScriptedStep, says, scriptedPort } from '../../testing/bff.ts';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import { CaseFault, expectation, parseCases, type RecordedCase } from './case.ts';
import { recordedCase } from './from-run.ts';
import { comparison } from './report/comparison.ts';
import { comparisonText } from './report/comparison-text.ts';
import { comparisonPage } from './report/page.ts';
import { summaryText } from './report/summary-text.ts';
import type { Header, Result } from './result.ts';
import { openResults, ResultsFault, readResults } from './results-file.ts';
import { runAll } from './run-all.ts';
import { loadSet, type NamedCase } from './sets.ts';
import { type DemoWorld, openDemoWorld } from './worlds/demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-results-'));
let world: DemoWorld;
beforeAll(async () => {
  world = await openDemoWorld();
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const weather = {
  name: 'weather',
  description: '',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const recorded = (id: string, more: Partial<RecordedCase> = {}): NamedCase => ({
  set: 'own',
  kind: 'one',
  test: {
    id,
    locale: 'en',
    turns: [
      { say: 'weather in Rome?', expect: expectation({ calls: [{ name: 'weather', arguments: { city: 'Rome' } }], facts: ['sunny'] }) },
    ],
    tools: [weather],
    results: [{ name: 'weather', arguments: { city: 'Rome' }, text: '{"sky":"sunny"}' }],
    ...more,
  },
});
const right: ScriptedStep[] = [callsTool('weather', { city: 'Rome' }), says('It is sunny in Rome.')];

async function play(
  steps: readonly ScriptedStep[],
  cases: readonly NamedCase[] = [recorded('rome')],
  more: object = {},
): Promise<Result[]> {
  const results: Result[] = [];
  await runAll({
    cases,
    model: scriptedPort(steps),
    world,
    repeat: 1,
    parallel: 1,
    limit_ms: 60_000,
    kept: [],
    onStart: () => undefined,
    onResult: (result) => results.push(result),
    signal: new AbortController().signal,
    ...more,
  });
  return results;
}

test('a recorded case gives the model its results, and marks calls and words', async () => {
  expect(await play(right)).toMatchObject([{ pass: true, faults: [], form: 1, calls: { right: 1, of: 1 }, args: { right: 1, of: 1 } }]);
  const [wrong] = await play([callsTool('weather', { city: 'Paris' }), says('It is sunny there.')]);
  expect(wrong).toMatchObject({ pass: false, faults: ['a call with other arguments'], names: { right: 1, of: 1 } });
});

test('a rollout that never answers is cut and said to be endless; the others are played', async () => {
  const same = callsTool('weather', { city: 'Rome' });
  const [first, second] = await play([same], [recorded('rome'), recorded('again')]);
  expect(first).toMatchObject({ pass: false, form: 0, error: 'turn 1: endless: cut after 12 rounds without an answer' });
  expect(second?.error).toContain('endless');
  const counted = scriptedPort([same]);
  await play([], [recorded('rome')], { model: counted });
  expect(counted.requests).toHaveLength(12);
  const chatter: ScriptedStep = function* () {
    for (;;) yield { type: 'text', text: 'and on '.repeat(5000) };
  };
  expect((await play([chatter]))[0]?.error).toContain('characters was cut');
});

test('a model that fails costs its case, and says how', async () => {
  const [one] = await play([
    () => {
      throw new Error('no route to the model');
    },
  ]);
  expect(one).toMatchObject({ pass: false, error: 'turn 1: no route to the model' });
});

test('a case saved from a run is played with the results of then, and measured like the others', async () => {
  const archive = archiveOver(await openLine(join(folder, 'runs.db')));
  await archive.add([aFinishedRun()]);
  const run = await archive.read('run-1');
  if (!run) throw new Error('no run');
  const saved = await caseOf(run, { name: 'light-camera' }, async () => []);
  await archive.close();
  mkdirSync(join(folder, 'saved', saved.name), { recursive: true });
  writeFileSync(join(folder, 'saved', saved.name, 'case.json'), JSON.stringify(saved));
  const loaded = loadSet(join(folder, 'saved'));
  const cases = 'cases' in loaded ? loaded.cases : [];
  const same = callsTool('search_db', { query: 'light camera' });
  const open = async (...steps: ScriptedStep[]) => {
    const model = scriptedPort(steps);
    const own = await openDemoWorld(model);
    const results = await play(steps, cases, { model, world: own });
    await own.close();
    return results;
  };
  expect(await open(same, says('This one is light.', '<itemCard id="cam-1"/>'))).toMatchObject([
    { id: 'saved-light-camera', group: 'saved', pass: true, faults: [], calls: { right: 1, of: 1 } },
  ]);
  // Beside it the same run for a model alone, as `npm run replay --save-case` writes both.
  const alone = recordedCase(run, saved);
  if (!alone) throw new Error('the run asked a model');
  writeFileSync(join(folder, 'saved', 'replayed.jsonl'), `${JSON.stringify(alone)}\n`);
  const both = loadSet(join(folder, 'saved'));
  expect('cases' in both && both.cases.map(({ kind }) => kind)).toEqual(['replayed', 'saved']);
  const replayed = 'cases' in both ? both.cases.slice(0, 1) : [];
  expect(await play([same, says('This one is light.', '<itemCard id="cam-1"/>')], replayed)).toMatchObject([{ faults: [], pass: true }]);
  expect(await play([same, says('None.')], replayed)).toMatchObject([{ pass: false, faults: ['shows none of cam-1'] }]);
  expect(await open(same, says('Nothing there.'))).toMatchObject([{ pass: false, faults: ['cards were none, not itemCard cam-1'] }]);
}, 120_000);

const header: Header = { v: 1, kind: 'run', model: 'scripted', sets: ['own'], repeat: 2, started_at: '2026-11-21T00:00:00Z' };

test('a second start goes on: what is there is kept, a torn last line and a changed case are played again', async () => {
  const path = join(folder, 'on.jsonl');
  const cases = [recorded('a'), recorded('b')];
  const file = openResults(path, header);
  for (const result of await play([...right, ...right], cases)) file.append(result);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -40));
  const again = openResults(path, header);
  expect(again.kept.map(({ id }) => id)).toEqual(['a']);
  const results = await play([...right, ...right], cases, { kept: again.kept });
  expect(results.map(({ id }) => id)).toEqual(['b']);
  for (const result of results) again.append(result);
  expect(readResults(path)).toMatchObject({ results: [{ id: 'a' }, { id: 'b' }], unreadable: 1 });
  const changed = [recorded('a', { system: 'Be kind.' })];
  expect((await play(right, changed, { kept: readResults(path).results })).map(({ id }) => id)).toEqual(['a']);
});

test('a results file of another model is not written to, and one that is none is told', () => {
  const path = join(folder, 'other.jsonl');
  openResults(path, header);
  expect(() => openResults(path, { ...header, model: 'another' })).toThrow(/holds results of scripted/);
  writeFileSync(path, 'hello\n');
  expect(() => readResults(path)).toThrow(ResultsFault);
});

test('two files compare on the cases they share; the page holds no script, no address and nothing unescaped', async () => {
  const wrong: ScriptedStep[] = [callsTool('weather', { city: 'Paris' }), says('No <script>alert(1)</script>.')];
  const [a, b] = [
    await play([...right, ...wrong], [recorded('a'), recorded('b')]),
    await play([...right, ...right], [recorded('a'), recorded('b')]),
  ];
  const results = (model: string, list: readonly Result[]) => ({ header: { ...header, model }, results: list, unreadable: 0 });
  const compared = comparison(results('<old>', a), results('new', [...b, { ...(b[0] as Result), id: 'c' }]));
  expect(compared).toMatchObject({ shared: 2, left_out: 1, better: [{ id: 'b' }], worse: [] });
  expect(comparisonText(compared)).toMatch(/passes more often with new: 1/);
  const page = comparisonPage(compared);
  expect(page).not.toMatch(/<script|https?:|<old>|url\(/);
  expect(page).toContain('&lt;old&gt;');
  expect(page).toContain('<th scope="col">case</th><th scope="col">&lt;old&gt;</th><th scope="col">new</th>');
  expect(summaryText(results('new', b))).toContain('passed');
});

test.each<[string, string, string]>([
  ['no JSON', '{', 'f.jsonl:1: is not JSON'],
  ['an unknown field', '{"id":"a","locale":"en","turns":[{"say":"x","expect":{"card":["itemCard"]}}]}', 'f.jsonl:1: turns.0.expect.card'],
  ['a pattern that is none', '{"id":"a","locale":"en","turns":[{"say":"x","expect":{"facts":["("]}}]}', 'is not a pattern'],
])('a case file with %s is refused with its line', (_, text, words) => {
  expect(() => parseCases(text, 'f.jsonl')).toThrow(CaseFault);
  expect(() => parseCases(text, 'f.jsonl')).toThrow(words);
});
