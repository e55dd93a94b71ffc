import type { Latency } from '../../protocol/operator-insights.ts';

/** The value below which a share of the sorted values lies (nearest rank). */
function at(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const mean = (values: Float64Array): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

export const median = (values: readonly number[]): number | null => at(Float64Array.from(values).sort(), 0.5);

/** Percentiles of milliseconds, and the mean of the slowest tenth: the few very bad ones decide. */
export function latencyOf(values: readonly number[]): Latency {
  const sorted = Float64Array.from(values).sort();
  const worst = mean(sorted.subarray(sorted.length - Math.ceil(sorted.length / 10)));
  return {
    count: sorted.length,
    p50: at(sorted, 0.5),
    p90: at(sorted, 0.9),
    p99: at(sorted, 0.99),
    worst_tenth: worst === null ? null : Math.round(worst),
  };
}

/** Mean of scores, and of the lowest tenth. */
export function scoresOf(values: readonly number[]): { mean: number | null; worst_tenth: number | null; count: number } {
  const sorted = Float64Array.from(values).sort();
  return { mean: mean(sorted), worst_tenth: mean(sorted.subarray(0, Math.ceil(sorted.length / 10))), count: sorted.length };
}

/** Percentile of values that come with how often each occurs, smallest first. */
export function percentileOfCounts(counts: readonly { readonly value: number; readonly count: number }[], share: number): number | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil(share * total);
  for (const { value, count } of counts) {
    left -= count;
    if (left <= 0) return value;
  }
  return counts.at(-1)?.value ?? null;
}
