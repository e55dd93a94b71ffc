import type { Item } from '../../../protocol/item.ts';
import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CardMaker } from './card.ts';

/** Whether an item is offered at other amounts than before. */
export function priceChanged(before: Item | undefined, now: Item): boolean {
  return before !== undefined && JSON.stringify(before.offers) !== JSON.stringify(now.offers);
}

/** One product as the catalogue has it at this moment. */
export const makeItemCard: CardMaker<'itemCard'> = async ({ id, reason }, context) => {
  const [item] = await context.items([id]);
  if (!item) return { notice: 'gone' };
  return {
    part: { type: 'data-itemCard', data: { v: PART_VERSION, item, ...(reason ? { reason } : {}), checked_at: context.now() } },
    ...(priceChanged(context.asSearched(id), item) ? { notice: 'price_changed' as const } : {}),
  };
};
