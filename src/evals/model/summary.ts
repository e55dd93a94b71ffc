import type { Header, Result } from './result.ts';
import { scoreOf } from './result.ts';

interface Hits {
  readonly right: number;
  readonly of: number;
}

/** Figures of one set of results, or of one group in it. */
export interface Summary {
  readonly cases: number;
  readonly runs: number;
  /** Runs that pass, of all; with the bounds of the 95 % interval (Wilson), counted by cases: playing one again adds no case. */
  readonly pass: Hits & { readonly low: number; readonly high: number };
  /** At `k − 1`: the chance that k runs of a case all pass, mean over cases played at least k times (tau-bench). */
  readonly pass_k: readonly number[];
  readonly tool_call_accuracy: Hits;
  readonly tool_name_accuracy: Hits;
  readonly tool_args_accuracy: Hits;
  readonly response_quality: Hits;
  /** Middle and worst tenth (mean of the lowest 10 % of the runs), 0 to 1. */
  readonly score: Spread;
  readonly form: Spread;
  readonly content?: Spread;
  readonly accuracy?: number;
  readonly completeness?: number;
  readonly liveliness?: number;
  /** Milliseconds a turn: middle and slowest tenth. */
  readonly ms: Spread;
  readonly first_card_ms?: Spread;
  readonly tokens: Result['tokens'];
  /** In the currency of the price, for all runs. */
  readonly cost?: number;
  readonly errors: number;
  readonly judge_errors: number;
}

/** `worst`: mean of the worst tenth. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : mean(sorted.slice(half - 1, half + 1));
}

/** @param isWorse whether large values are the bad ones. */
function spread(values: readonly number[], isWorse: 'low' | 'high' = 'low'): Spread {
  const sorted = [...values].sort((a, b) => (isWorse === 'low' ? a - b : b - a));
  return { median: median(values), worst: mean(sorted.slice(0, Math.ceil(values.length / 10))) };
}

const sumOf = (results: readonly Result[], field: 'turns' | 'names' | 'args' | 'calls' | 'quality'): Hits =>
  results.reduce((sum, result) => ({ right: sum.right + result[field].right, of: sum.of + result[field].of }), { right: 0, of: 0 });

/** The 95 % interval of a share (Wilson 1927): honest for few cases and near 0 and 1. */
export function wilson({ right, of }: Hits): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const p = right / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** C(passed, k) ÷ C(played, k): the chance that k runs drawn from those played all pass. */
export function passAll(passed: number, played: number, k: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < k; drawn += 1) chance *= Math.max(0, passed - drawn) / (played - drawn);
  return chance;
}

function passPowers(results: readonly Result[]): number[] {
  const byCase = new Map<string, { passed: number; played: number }>();
  for (const { id, pass } of results) {
    const counted = byCase.get(id) ?? { passed: 0, played: 0 };
    byCase.set(id, { passed: counted.passed + (pass ? 1 : 0), played: counted.played + 1 });
  }
  const most = Math.max(0, ...[...byCase.values()].map(({ played }) => played));
  return Array.from({ length: most }, (_, index) => {
    const k = index + 1;
    return mean([...byCase.values()].filter(({ played }) => played >= k).map(({ passed, played }) => passAll(passed, played, k)));
  });
}

function costOf(
  { input_tokens, output_tokens, cached_tokens }: Result['tokens'],
  [input, output, cached]: NonNullable<Header['price']>,
): number {
  return ((input_tokens - cached_tokens) * input + cached_tokens * cached + output_tokens * output) / 1e6;
}

/** Figures of some results. @param price of a million tokens; without it no cost is told */
export function summarise(results: readonly Result[], price?: Header['price']): Summary {
  const right = results.filter(({ pass }) => pass).length;
  const pass = { right, of: results.length };
  const cases = new Set(results.map(({ id }) => id)).size;
  const judged = results.flatMap(({ content }) => (content ? [content] : []));
  const firstCards = results.flatMap(({ first_card_ms }) => first_card_ms);
  const tokens = results.reduce(
    (sum, result) => ({
      input_tokens: sum.input_tokens + result.tokens.input_tokens,
      output_tokens: sum.output_tokens + result.tokens.output_tokens,
      cached_tokens: sum.cached_tokens + result.tokens.cached_tokens,
    }),
    { input_tokens: 0, output_tokens: 0, cached_tokens: 0 },
  );
  return {
    cases,
    runs: results.length,
    pass: { ...pass, ...wilson({ right: (pass.of === 0 ? 0 : right / pass.of) * cases, of: cases }) },
    pass_k: passPowers(results),
    tool_call_accuracy: sumOf(results, 'calls'),
    tool_name_accuracy: sumOf(results, 'names'),
    tool_args_accuracy: sumOf(results, 'args'),
    response_quality: sumOf(results, 'quality'),
    score: spread(results.map(scoreOf)),
    form: spread(results.map(({ form }) => form)),
    ...(judged.length > 0
      ? {
          content: spread(judged.map(({ score }) => score)),
          accuracy: mean(judged.map(({ accuracy }) => accuracy)),
          completeness: mean(judged.map(({ completeness }) => completeness)),
          liveliness: mean(judged.map(({ liveliness }) => liveliness)),
        }
      : {}),
    ms: spread(
      results.flatMap(({ ms }) => ms),
      'high',
    ),
    ...(firstCards.length > 0 ? { first_card_ms: spread(firstCards, 'high') } : {}),
    tokens,
    ...(price ? { cost: costOf(tokens, price) } : {}),
    errors: results.filter(({ error }) => error !== undefined).length,
    judge_errors: results.filter(({ judge_error }) => judge_error !== undefined).length,
  };
}

/** Results by group, in the order in which they first appear. */
export function byGroup(results: readonly Result[]): Map<string, Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const name = `${result.set}/${result.group}`;
    groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  return groups;
}
