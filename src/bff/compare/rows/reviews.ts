import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import { rowBetter } from '../directions.ts';
import { type CompareContext, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

/** Opinions below which a share or a rating is shown and not ranked: three people of three are not better than 190 of 200. */
const ENOUGH = 5;

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
        values: ratings.map((rating) => rating && (rating.count < ENOUGH ? null : rating.value / rating.scale_max)),
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
        values: found.map((each) => each && (each.count < ENOUGH ? null : each.share)),
        better: rowBetter.reviews,
      });
    }),
  ];
}
