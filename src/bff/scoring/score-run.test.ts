import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormRule } from '../../protocol/score.ts';
import { callsTool, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { shop } from '../../testing/small-shop.ts';
import type { EntryBody, RunEntry } from '../runs/log.ts';
import { scoreRun } from './score-run.ts';

const tools = [
  {
    name: 'search_db',
    description: 'finds',
    parameters: {
      type: 'object',
      properties: { query: { type: 'string' }, limit: { type: 'integer', maximum: 20 } },
      additionalProperties: false,
    },
  },
];
type Stepped = EntryBody & { step?: number };
const log = (...entries: Stepped[]): RunEntry[] => entries.map((entry, index) => ({ ...entry, seq: index + 1, at: index }));
const started = (text: string): Stepped => ({ kind: 'run-started', message: { id: 'm', text }, locale: 'en' });
const asked = (step: number): Stepped => ({ kind: 'model-called', model: 'scripted', request: { messages: [], tools }, step });
const called = (step: number, args: unknown, id = `c${step}`, name = 'search_db'): Stepped => ({
  kind: 'tool-called',
  call_id: id,
  name,
  arguments: typeof args === 'string' ? args : JSON.stringify(args),
  step,
});
const returned = (step: number, ids: string[] | string, id = `c${step}`): Stepped =>
  typeof ids === 'string'
    ? { kind: 'tool-returned', call_id: id, ok: false, ms: 1, text: JSON.stringify({ error: ids }), step }
    : { kind: 'tool-returned', call_id: id, ok: true, item_ids: ids, total: ids.length, ms: 1, text: '{}', step };
const said = (step: number, text: string): Stepped => ({ kind: 'model-text', text, step });
const finished: Stepped = { kind: 'run-finished', outcome: 'finished' };
const rulesOf = (entries: readonly RunEntry[], known?: string[]): FormRule[] =>
  scoreRun(entries, known ? { known_ids: new Set(known) } : {}).steps.flatMap(({ faults }) => faults.map(({ rule }) => rule));
const goodRun = log(
  started('a light camera'),
  asked(1),
  called(1, { query: 'camera' }),
  returned(1, ['a']),
  asked(2),
  said(2, 'One fits. <itemCard id="a"/>'),
  finished,
);

test('a sound run has full marks, no fault and no failing step', () => {
  expect(scoreRun(goodRun, { known_ids: new Set() })).toEqual({
    form: 1,
    steps: [
      { step: 1, score: 1, faults: [] },
      { step: 2, score: 1, faults: [] },
    ],
    chain: { score: 1, sum: 1.9, best: 1.9, discount: 0.9 },
  });
});

test('a card with no search behind it gets the lowest mark there is, and its step is pointed out', () => {
  const forged = log(...goodRun.slice(0, -2), asked(2), said(2, '<itemCard id="a"/><itemCard id="forged"/>'), finished);
  const score = scoreRun(forged, { known_ids: new Set() });
  expect(score.form).toBe(0);
  expect(score.failing).toMatchObject({
    step: 2,
    cause: 'model',
    reason: { en: expect.stringContaining('forged'), zh: expect.stringContaining('forged') },
  });
  expect(score.chain.score).toBeCloseTo(1 / 1.9, 3);
});

test('of several faulty steps the worst is pointed out, the earlier of two equal ones', () => {
  const steps = (second: unknown) =>
    log(
      started('x'),
      asked(1),
      called(1, { limit: 99 }),
      returned(1, 'bad_arguments'),
      asked(2),
      called(2, second),
      returned(2, 'bad_arguments'),
      asked(3),
      said(3, 'No.'),
      finished,
    );
  expect(scoreRun(steps('{')).failing?.step).toBe(2);
  expect(scoreRun(steps({ limit: 98 })).failing?.step).toBe(1);
});

test('an id that an earlier turn found is known, and one found in a later step is not yet', () => {
  const card = (id: string) => log(started('that one'), asked(1), said(1, `<itemCard id="${id}"/>`), finished);
  expect(rulesOf(card('old'), ['old'])).toEqual([]);
  expect(rulesOf(card('old'), [])).toEqual(['grounded-card']);
  const early = log(
    started('x'),
    asked(1),
    said(1, '<itemCard id="a"/>'),
    called(1, { query: 'x' }),
    returned(1, ['a']),
    asked(2),
    said(2, 'So.'),
    finished,
  );
  expect(rulesOf(early, [])).toEqual(['grounded-card']);
});

test('without a ledger the verdicts of the log say which cards were refused, step by step', () => {
  const refused = log(
    started('x'),
    asked(1),
    said(1, '<itemCard id="a"/>'),
    { kind: 'verdict', rule: 'ledger', outcome: 'dropped', subject: 'a', reason: '', step: 1 },
    asked(2),
    said(2, '<itemCard id="a"/>'),
    finished,
  );
  expect(scoreRun(refused).steps.map(({ score }) => score)).toEqual([0, 1]);
});

test.each<[string, Stepped[], FormRule[]]>([
  ['a tool nobody offered', [called(1, {}, 'c1', 'buy')], ['call-syntax']],
  ['arguments that are no JSON', [called(1, '{"query":')], ['call-syntax']],
  ['arguments the schema refuses', [called(1, { limit: 99 })], ['call-arguments']],
  ['a parameter the tool does not have', [called(1, { colour: 'red' })], ['call-arguments']],
  ['null for what is not used', [called(1, { query: 'x', limit: null })], []],
  [
    'the same call twice, in another order',
    [called(1, { query: 'x', limit: 2 }), called(1, { limit: 2, query: 'x' }, 'again')],
    ['repeated-call'],
  ],
])('%s', (_, calls, rules) => {
  expect(rulesOf(log(started('cameras'), asked(1), ...calls, returned(1, []), asked(2), said(2, 'Nothing fits.'), finished))).toEqual(
    rules,
  );
});

test('a call that failed for no fault of its own may be made again; one that was refused may not', () => {
  const twice = (error: string) =>
    rulesOf(
      log(
        started('x'),
        asked(1),
        called(1, { query: 'x' }),
        returned(1, error),
        asked(2),
        called(2, { query: 'x' }),
        returned(2, []),
        asked(3),
        said(3, 'No.'),
        finished,
      ),
    );
  expect(twice('unavailable')).toEqual([]);
  expect(twice('bad_arguments')).toEqual(['repeated-call']);
});

test.each(['Thanks!', '谢谢你', 'Hi there', '好的，再见'])('“%s” needs no tool', (text) => {
  expect(rulesOf(log(started(text), asked(1), called(1, { query: 'x' }), returned(1, []), asked(2), said(2, 'Hello.'), finished))).toEqual([
    'needless-call',
  ]);
});

test.each(['谢谢，再看看相机', 'hi, any cameras?', '好的相机'])('“%s” may need one', (text) => {
  expect(rulesOf(log(started(text), asked(1), called(1, { query: 'x' }), returned(1, []), asked(2), said(2, 'No.'), finished))).toEqual([]);
});

test('a tag that cannot be read, a result written as text and a search only told of are faults of their own', () => {
  const text = (words: string) => rulesOf(log(started('x'), asked(1), said(1, words), finished));
  expect(text('<itemCard id="a" id="b"/> there')).toEqual(['directive-syntax']);
  expect(text('<tool_response>{"total":3}</tool_response> Three.')).toEqual(['invented-result']);
  expect(text('I searched again and found two more.')).toEqual(['invented-result']);
  expect(text('`<itemCard id="x"/>` is how a card is written.')).toEqual([]);
});

test('a finished run owes an answer; a run that was stopped does not, and says where it broke', () => {
  const body = [started('x'), asked(1), called(1, { query: 'x' }), returned(1, [])];
  expect(rulesOf(log(...body, finished))).toEqual(['no-answer']);
  expect(rulesOf(log(...body, { kind: 'run-finished', outcome: 'stopped' }))).toEqual([]);
  expect(scoreRun(log(...body, { kind: 'run-finished', outcome: 'error' })).failing).toMatchObject({ step: 1, cause: 'run' });
});

test('a tool that is down is pointed out and costs the model nothing', () => {
  const score = scoreRun(
    log(started('x'), asked(1), called(1, { query: 'x' }), returned(1, 'unavailable'), asked(2), said(2, 'The search is down.'), finished),
  );
  expect(score).toMatchObject({ form: 1, failing: { step: 1, cause: 'tool' } });
});

test('a damaged log is scored as far as it can be read', () => {
  expect(scoreRun([])).toMatchObject({ form: 1, steps: [] });
  expect(scoreRun(goodRun.filter(({ kind }) => kind !== 'tool-called')).form).toBe(1);
});

let bff: TestBff;
beforeAll(async () => {
  const model = scriptedPort([
    callsTool('search_db', { query: 'R2' }),
    says('Look: <itemCard id="solvik-r2-black"/> <itemCard id="made-up"/>'),
  ]);
  bff = await startTestBff({ items: shop, model });
});
afterAll(() => bff.close());

test('a run of a real turn: the guard dropped the invented card, the score tells it', async () => {
  const stream = await bff.ask('a camera');
  const start = stream.received.find(({ frame }) => frame.type === 'start')?.frame;
  const run_id = start?.type === 'start' ? start.messageMetadata.run_id : '';
  const score = scoreRun((await bff.runs.read(run_id)) ?? []);
  expect(score.steps.map((step) => step.score)).toEqual([1, 0]);
  expect(score.failing).toMatchObject({ step: 2, reason: { en: expect.stringContaining('made-up') } });
});
