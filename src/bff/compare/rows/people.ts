import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import { bestOf, type CompareContext, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

const stated = (text: string | undefined, source: string, value?: unknown): CompareCell =>
  text ? { text, ...(value === undefined ? {} : { value }), source } : null;

/** What it is good for, in the catalogue's words. */
export function suitRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.suits;
  return [
    ...rowOf(
      { key: 'use_cases', label: words.useCases, group },
      items.map((item) => stated(words.list(item.use_cases ?? []), 'use_cases')),
    ),
    ...rowOf(
      { key: 'features', label: words.features, group },
      items.map((item) => stated(words.list(item.features ?? []), 'features')),
    ),
  ];
}

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
          rating && { text: `${rating.value} / ${rating.scale_max} (${rating.count})`, value: rating.value, source: 'rating' },
      ),
      bestOf(
        ratings.map((rating) => rating && rating.value / rating.scale_max),
        'more',
      ),
    ),
    ...aspects.flatMap((aspect) => {
      const found = items.map((item) => item.review_aspects?.find((each) => each.aspect === aspect) ?? null);
      const shares = found.map((each) =>
        each && each.positive + each.negative > 0 ? Math.round((100 * each.positive) / (each.positive + each.negative)) : null,
      );
      const cells = found.map((each, index): CompareCell => {
        const share = shares[index] ?? null;
        if (!each || share === null) return null;
        const text = words.share(share, each.positive + each.negative);
        return { text: each.quote ? `${text} “${each.quote}”` : text, value: share, source: 'review_aspects' };
      });
      return rowOf({ key: `review_aspects.${aspect}`, label: aspect, group }, cells, bestOf(shares, 'more'));
    }),
  ];
}

/** Availability, delivery and guarantees. */
export function serviceRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.service;
  return [
    ...rowOf(
      { key: 'availability', label: words.availability, group },
      items.map((item): CompareCell => {
        if (!item.availability) return null;
        const { available, from } = item.availability;
        return {
          text: available ? words.available : from ? words.from(from) : words.unavailable,
          value: available,
          source: 'availability',
        };
      }),
    ),
    ...rowOf(
      { key: 'delivery', label: words.delivery, group },
      items.map((item) => {
        const days = item.shipping?.days;
        return stated(
          days && (days.min === days.max ? words.days(days.max) : `${days.min}–${words.days(days.max)}`),
          'shipping',
          days?.max,
        );
      }),
      bestOf(
        items.map((item) => item.shipping?.days?.max ?? null),
        'less',
      ),
    ),
    ...rowOf(
      { key: 'guarantees', label: words.guarantees, group },
      items.map((item) => stated(words.list((item.policies ?? []).map((policy) => policy.label)), 'policies')),
    ),
    ...rowOf(
      { key: 'condition', label: words.condition, group },
      items.map((item) => stated(item.condition, 'condition')),
    ),
  ];
}

/** Who stands behind it: name, place, years, certificates with what they cover. */
export function makerRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.maker;
  return [
    ...rowOf(
      { key: 'seller', label: words.seller, group },
      items.map(({ seller }) => stated(seller && [seller.name, seller.location, seller.since].filter(Boolean).join(' · '), 'seller')),
    ),
    ...rowOf(
      { key: 'certifications', label: words.certifications, group },
      items.map(({ seller }) =>
        stated(
          words.list((seller?.certifications ?? []).map(({ name, covers }) => (covers ? `${name} (${covers})` : name))),
          'seller.certifications',
        ),
      ),
    ),
  ];
}
