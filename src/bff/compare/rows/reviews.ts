import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import { isHigherRating, isHigherShare, type Share } from '../chance.ts';
import { rowBetter } from '../directions.ts';
import { type CompareContext, type Ranking, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

/** Rating, and the share of positive mentions of each aspect with their count and a quote. */
export function reviewRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.reviews;
  const ratings = items.map((item) => (item.rating && item.rating.count > 0 ? item.rating : null));
  const aspects = [...new Set(items.flatMap((item) => (item.review_aspects ?? []).map((each) => each.aspect)))];
  return [
    ...rowOf(
      { key: 'rating', label: words.rating, group },
      ratings.map(
        (rating): CompareCell =>
          rating && { text: words.ratingOf(rating.value, rating.scale_max, rating.count), value: rating.value, source: 'rating' },
      ),
      locale,
      {
        ...rankedBy(
          ratings.map((rating) => rating && { share: rating.value / rating.scale_max, count: rating.count }),
          isHigherRating,
        ),
        better: rowBetter.rating,
      },
    ),
    ...aspects.flatMap((aspect) => {
      const found = items.map((item) => {
        const each = item.review_aspects?.find((other) => other.aspect === aspect);
        const count = each ? each.positive + each.negative : 0;
        return each && count > 0 ? { count, share: each.positive / count, quote: each.quote } : null;
      });
      const cells = found.map((each): CompareCell => {
        if (!each) return null;
        const percent = Math.round(100 * each.share);
        const text = words.share(percent, each.count);
        return { text: each.quote ? words.quoted(text, each.quote) : text, value: percent, source: 'review_aspects' };
      });
      return rowOf({ key: `review_aspects.${aspect}`, label: aspect, group }, cells, locale, {
        ...rankedBy(found, isHigherShare),
        better: rowBetter.reviews,
      });
    }),
  ];
}

/** Ranks opinions: the best of them only where it is above each other by more than chance. */
function rankedBy(all: readonly (Share | null)[], isHigher: (one: Share, other: Share) => boolean): Pick<Ranking, 'values' | 'clearly'> {
  return {
    values: all.map((each) => each?.share ?? null),
    clearly: (best, other) => {
      const [one, two] = [all[best], all[other]];
      return Boolean(one && two && isHigher(one, two));
    },
  };
}
