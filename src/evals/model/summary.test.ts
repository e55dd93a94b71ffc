import { expect, test } from 'vitest';
import { signTest } from './report/comparison.ts';
import type { Result } from './result.ts';
import { passAll, summarise, wilson } from './summary.ts';

const result = (id: string, repeat: number, pass: boolean, more: Partial<Result> = {}): Result => ({
  kind: 'result',
  set: 's',
  group: 'g',
  id,
  locale: 'en',
  repeat,
  hash: 'h',
  pass,
  faults: [],
  turns: { right: pass ? 1 : 0, of: 1 },
  names: { right: 1, of: 1 },
  args: { right: 0, of: 0 },
  calls: { right: 1, of: 1 },
  quality: { right: 1, of: 1 },
  form: 1,
  ms: [10],
  first_card_ms: [],
  tokens: { input_tokens: 1000, output_tokens: 100, cached_tokens: 400 },
  ...more,
});

test('pass^k is the chance that k runs of a case all pass, mean over cases', () => {
  // tau-bench: C(3,2)/C(4,2) = 0.5 for the first case, 1 for the second.
  const first = [true, true, true, false].map((pass, at) => result('a', at + 1, pass));
  const second = [1, 2, 3, 4].map((repeat) => result('b', repeat, true));
  const { pass_k } = summarise([...first, ...second]);
  expect(pass_k.map((chance) => Number(chance.toFixed(4)))).toEqual([0.875, 0.75, 0.625, 0.5]);
  expect(passAll(1, 4, 2)).toBe(0);
});

test('the worst tenth is the mean of the lowest tenth, and a median hides it', () => {
  const results = Array.from({ length: 20 }, (_, at) => result(`c${at}`, 1, at > 1, { ms: [at === 0 ? 900 : 10] }));
  const { score, ms } = summarise(results);
  expect(score).toEqual({ median: 1, worst: 0 });
  expect(ms).toEqual({ median: 10, worst: 455 });
});

test('cost counts what came from a cache at its own price', () => {
  expect(summarise([result('a', 1, true)], [1, 4, 0.1]).cost).toBeCloseTo((600 + 40 + 400) / 1e6);
  expect(summarise([result('a', 1, true)]).cost).toBeUndefined();
});

test('playing the same cases again makes the interval no narrower', () => {
  const cases = Array.from({ length: 10 }, (_, at) => result(`c${at}`, 1, at < 7));
  const again = cases.map((each) => ({ ...each, repeat: 2 }));
  expect(summarise([...cases, ...again]).pass.low).toBeCloseTo(summarise(cases).pass.low);
});

test('an interval is honest for few cases, and no change is no proof', () => {
  expect(wilson({ right: 5, of: 5 }).low).toBeCloseTo(0.5655, 3);
  expect(wilson({ right: 0, of: 0 })).toEqual({ low: 0, high: 1 });
  expect(signTest(0, 0)).toBe(1);
  expect(signTest(5, 0)).toBeCloseTo(0.0625);
});
