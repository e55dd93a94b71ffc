/** Grade of a mark: what our labels know. */
export const gradeOf = (mark: number): 0 | 1 | 2 => (mark < 1 / 3 ? 0 : mark < 2 / 3 ? 1 : 2);

const GRADES = 3;

/**
 * Cohen's kappa of two graders over three ordered grades, disagreement weighted by its square: 1 is full agreement, 0 what chance alone
 * would give. NaN where one of them gave a single grade throughout: then agreement says nothing.
 */
export function weightedKappa(pairs: readonly (readonly [number, number])[]): number {
  const counts = (which: 0 | 1): number[] =>
    Array.from({ length: GRADES }, (_, grade) => pairs.filter((pair) => pair[which] === grade).length);
  const [own, other] = [counts(0), counts(1)];
  const weight = (a: number, b: number): number => ((a - b) / (GRADES - 1)) ** 2;
  const observed = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0) / pairs.length;
  let expected = 0;
  for (let a = 0; a < GRADES; a += 1)
    for (let b = 0; b < GRADES; b += 1) expected += (weight(a, b) * (own[a] ?? 0) * (other[b] ?? 0)) / pairs.length ** 2;
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** Pearson's correlation; NaN where one side does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, at) => {
    const y = ys[at] ?? 0;
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  });
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

/** Spearman's: whether both put the answers in the same order. */
export const rankCorrelation = (xs: readonly number[], ys: readonly number[]): number => correlation(ranks(xs), ranks(ys));
