import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import { rowBetter } from '../directions.ts';
import { type CompareContext, rowOf, stated } from '../row.ts';
import { compareWords } from '../words.ts';

/** Stock that is worth a number. */
const FEW = 5;

/** Availability, delivery and guarantees. */
export function serviceRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.service;
  return [
    ...rowOf(
      { key: 'availability', label: words.availability, group },
      items.map(({ availability }): CompareCell => {
        if (!availability) return null;
        const { available, from, quantity } = availability;
        const now = quantity !== undefined && quantity > 0 && quantity <= FEW ? words.left(quantity) : words.available;
        return {
          text: available ? now : from ? words.from(from.slice(0, 10)) : words.unavailable,
          value: available,
          source: 'availability',
        };
      }),
      locale,
    ),
    ...rowOf(
      { key: 'delivery', label: words.delivery, group },
      items.map(({ shipping }) => {
        const days = shipping?.days;
        return stated(days && (days.min === days.max ? words.days(days.max) : `${days.min}–${words.days(days.max)}`), 'shipping', days);
      }),
      locale,
      { values: items.map((item) => item.shipping?.days?.max ?? null), better: rowBetter.delivery },
    ),
    ...rowOf(
      { key: 'ships_to', label: words.shipsTo, group },
      items.map((item) => stated(words.list(item.shipping?.regions ?? []), 'shipping')),
      locale,
    ),
    ...rowOf(
      { key: 'guarantees', label: words.guarantees, group },
      items.map((item) => stated(words.list([...new Set((item.policies ?? []).map((policy) => policy.label))]), 'policies')),
      locale,
    ),
  ];
}
