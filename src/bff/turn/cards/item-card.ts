import type { Item } from '../../../protocol/item.ts';
import { type AskedFor, PART_VERSION } from '../../../protocol/parts.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { CardContext, CardMaker } from './card.ts';

/** Whether an item is offered at other amounts than before. */
export function priceChanged(before: Item | undefined, now: Item): boolean {
  return before !== undefined && JSON.stringify(before.offers) !== JSON.stringify(now.offers);
}

/** What the search asked for, where the card can open with it. */
function askedFor(item: Item, search: SearchArguments | undefined): AskedFor | undefined {
  if (!search) return undefined;
  const named = [...(search.attributes ?? []).map((each) => each.name), ...(search.sort_attribute ? [search.sort_attribute.name] : [])];
  const facts = Object.entries(item.attributes ?? {}).flatMap(([key, fact]) =>
    named.includes(key) || named.includes(fact.label) ? [key] : [],
  );
  const asked: AskedFor = {
    ...(search.offer_kind ? { offer_kind: search.offer_kind } : {}),
    ...(search.rental_days === undefined ? {} : { rental_days: search.rental_days }),
    ...(facts.length > 0 ? { facts } : {}),
  };
  return Object.keys(asked).length > 0 ? asked : undefined;
}

/** A rental spoken of earlier stays one, with its length, where only what was shown is asked about. */
const asNoted = ({ offer_kind, rental_days }: ReturnType<CardContext['noted']>): SearchArguments => ({
  ...(offer_kind ? { offer_kind } : {}),
  ...(offer_kind === 'lease' && rental_days !== undefined ? { rental_days } : {}),
});

/** One product as the catalogue has it at this moment. */
export const makeItemCard: CardMaker<'itemCard'> = async ({ id, reason }, context) => {
  const [item] = await context.items([id]);
  if (!item) return { notice: 'gone' };
  const asked = askedFor(item, context.lastSearch()?.arguments ?? asNoted(context.noted()));
  return {
    part: {
      type: 'data-itemCard',
      data: { v: PART_VERSION, item, ...(reason ? { reason } : {}), checked_at: context.now(), ...(asked ? { asked } : {}) },
    },
    ...(priceChanged(context.asSearched(id), item) ? { notice: 'price_changed' as const } : {}),
  };
};
