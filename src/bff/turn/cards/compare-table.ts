import { PART_VERSION } from '../../../protocol/parts.ts';
import { compare } from '../../compare/compare.ts';
import type { CardMaker } from './card.ts';

/** A comparison of at least two items, from catalogue facts alone. */
export const makeCompareTable: CardMaker<'compareTable'> = async ({ ids }, context) => {
  const items = await context.items(ids);
  const notice = items.length < ids.length ? { notice: 'gone' as const } : {};
  if (items.length < 2) return notice;
  const { locale, comparePolicy: policy } = context;
  const days = context.rentalDays();
  return {
    part: {
      type: 'data-compareTable',
      data: { v: PART_VERSION, ...compare(items, { locale, policy, ...(days === undefined ? {} : { days }) }) },
    },
    ...notice,
  };
};
