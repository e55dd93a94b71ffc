/** Quantile of the normal distribution for 95 % of both sides. */
const Z = 1.96;
/** Spread of one reviewer's stars, as a share of the scale: about one star of five, which published review sets show. */
const SPREAD = 0.25;

/** Opinions on one thing: how many there are, and the share of them (0–1) that is positive. */
export interface Share {
  readonly share: number;
  readonly count: number;
}

/** Wilson's score interval of a share, 95 % (Wilson 1927). */
function interval({ share, count }: Share): readonly [low: number, high: number] {
  const middle = share + Z ** 2 / (2 * count);
  const half = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const whole = 1 + Z ** 2 / count;
  return [(middle - half) / whole, (middle + half) / whole];
}

/**
 * Whether one share is above another by more than chance would bring about: eleven of eleven are not better than 67 of 68.
 * The difference's 95 % interval lies above nothing (Newcombe 1998, method 10).
 */
export function isHigherShare(one: Share, other: Share): boolean {
  const [low] = interval(one);
  const [, high] = interval(other);
  return one.share - other.share - Math.hypot(one.share - low, high - other.share) > 0;
}

/** The same of mean ratings, each a share of its scale (0–1) from so many reviewers. */
export function isHigherRating(one: Share, other: Share): boolean {
  return one.share - other.share > Z * SPREAD * Math.sqrt(1 / one.count + 1 / other.count);
}
