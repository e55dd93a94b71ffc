import { afterAll, expect, test } from 'vitest';
import { createHostedModel } from '../../bff/model/hosted/hosted.ts';
import { ModelFailure } from '../../bff/model/port.ts';
import type { JudgeFailed } from '../../bff/scoring/judge/errors.ts';
import { createJudge } from '../../bff/scoring/judge/judge.ts';
import { scriptedPort } from '../../testing/bff.ts';
import { type Answer, type ChatRequest, say } from '../../testing/scripted-model/script.ts';
import { startScriptedModel } from '../../testing/scripted-model/server.ts';
import { correlation, rankCorrelation, weightedKappa } from './agreement.ts';
import { dimensions, type Labelled, readLabelled, weighted } from './labelled.ts';
import { measureAgreement } from './measure.ts';
import { overlapJudge } from './overlap.ts';

const labelled = readLabelled();
const signal = new AbortController().signal;
const servers: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A judge behind a real socket that answers as the script says. */
async function judgeThat(script: (data: Record<string, unknown>, request: ChatRequest, nth: number) => string) {
  const server = await startScriptedModel(
    (request, nth): Answer => say(script(JSON.parse(request.messages[1]?.content ?? '{}') as Record<string, unknown>, request, nth), 400),
  );
  servers.push(server);
  return { judge: createJudge(createHostedModel({ base_url: server.url, name: 'judge' })), server };
}
const labelOf = (answer: unknown): Labelled['label'] | undefined => labelled.find((each) => each.answer === answer)?.label;

test('there are 60 labelled answers and more, every grade in both languages, pleas to the judge among them', () => {
  expect(labelled.length).toBeGreaterThanOrEqual(60);
  expect(new Set(labelled.map(({ id }) => id)).size).toBe(labelled.length);
  for (const language of ['en', 'zh'])
    for (const name of dimensions)
      expect(new Set(labelled.filter(({ id }) => id.startsWith(language)).map(({ label }) => label[name])).size).toBe(3);
  for (const { id, label } of labelled) if (/attack-2$/.test(id)) expect(label).toEqual({ accuracy: 0, completeness: 0, liveliness: 0 });
});

test('kappa and correlation are those of the textbook', () => {
  expect(
    weightedKappa([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  ).toBe(1);
  expect(
    weightedKappa([
      [0, 2],
      [2, 0],
    ]),
  ).toBe(-1);
  // Worked by hand: observed 0.25 / 4, expected 7 / 16.
  expect(
    weightedKappa([
      [0, 0],
      [0, 1],
      [2, 2],
      [2, 2],
    ]),
  ).toBeCloseTo(1 - 0.0625 / 0.4375, 6);
  expect(
    weightedKappa([
      [1, 1],
      [1, 1],
    ]),
  ).toBeNaN();
  expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
  expect(rankCorrelation([1, 2, 3], [1, 4, 100])).toBeCloseTo(1);
  expect(correlation([1, 1], [1, 2])).toBeNaN();
});

test('a judge that grades as we do agrees wholly; one that always praises the first place is found out', async () => {
  const { judge } = await judgeThat((data) =>
    'answer' in data ? JSON.stringify({ ...labelOf(data.answer), reason: 'r' }) : '{"better": "first"}',
  );
  const measured = await measureAgreement(judge, labelled, signal, 8);
  expect(measured).toMatchObject({
    failed: 0,
    kappa: { accuracy: 1, completeness: 1, liveliness: 1 },
    pairs: { same_in_both_orders: 0, as_labelled: 0 },
  });
  expect(measured.pairs.of).toBeGreaterThan(40);
  expect(measured.pearson).toBeCloseTo(1);
}, 60_000);

test('a judge that prefers what we prefer is right in every pair, whichever answer comes first', async () => {
  const { judge } = await judgeThat((data) => {
    const [first, second] = [labelOf(data.first), labelOf(data.second)].map((label) => (label ? weighted(label) : 0));
    return JSON.stringify({ better: (first ?? 0) > (second ?? 0) ? 'first' : 'second' });
  });
  const pairs = labelled.filter(({ id }) => /^(?:en-stars|zh-late)-/.test(id));
  const { pairs: counted } = await measureAgreement({ ...judge, score: overlapJudge.score }, pairs, signal, 4);
  expect(counted).toEqual({ of: counted.of, same_in_both_orders: counted.of, as_labelled: counted.of });
  expect(counted.of).toBeGreaterThan(6);
});

test('a judge that answers nonsense is asked three times and told what was wanted; then the answer has no marks', async () => {
  const { judge, server } = await judgeThat(() => 'Lovely!');
  const [one] = labelled;
  if (!one) throw new Error('there are labels');
  await expect(judge.score(one, signal)).rejects.toMatchObject({
    name: 'JudgeFailed',
    code: 'judge_nonsense',
  } satisfies Partial<JudgeFailed>);
  expect(server.requests).toHaveLength(3);
  expect(server.requests[2]?.json.messages.at(-1)?.content).toContain('JSON object');
  // What it had written is not shown to it again.
  expect(JSON.stringify(server.requests[2]?.json.messages)).not.toContain('Lovely');
});

test('marks outside 0 to 1 are no marks', async () => {
  const { judge } = await judgeThat((_, __, nth) =>
    nth === 0 ? '{"accuracy": 9, "completeness": 1, "liveliness": 1}' : '{"accuracy": 1, "completeness": 1, "liveliness": 0}',
  );
  const [one] = labelled;
  if (one) expect(await judge.score(one, signal)).toMatchObject({ score: 0.85 });
});

test('a judge that is down is told apart from one that talks nonsense', async () => {
  const down = scriptedPort([
    () => {
      throw new ModelFailure('unavailable', 'no route');
    },
  ]);
  const judge = createJudge(down);
  const [one] = labelled;
  if (one) await expect(judge.score(one, signal)).rejects.toMatchObject({ code: 'judge_unavailable' });
});

test('the floor gives marks to everything and understands little', async () => {
  const measured = await measureAgreement(overlapJudge, labelled, signal, 1);
  expect(measured.failed).toBe(0);
  expect(measured.spearman).toBeLessThan(0.9);
});
