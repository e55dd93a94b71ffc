import type { Item } from '../../../protocol/item.ts';
import { itemType } from '../../../protocol/item.ts';
import type { Money } from '../../../protocol/money.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { type BundleCardData, PART_VERSION } from '../../../protocol/parts.ts';
import { minimumDays, totalFor } from '../../../protocol/total.ts';
import type { CardMaker } from './card.ts';

interface Member {
  readonly item: Item;
  readonly role: string;
  readonly quantity: number;
}

/** The offer a kit counts: the kind that was searched for, else to rent where it can be rented. */
function countedOffer({ offers }: Item, kind: Offer['kind'] = 'lease'): Offer | undefined {
  return offers.find((offer) => offer.kind === kind) ?? offers[0];
}

/** Adds amounts of one currency; undefined as soon as two differ, for a mixed sum is no sum. */
function sum(amounts: readonly Money[]): Money | undefined {
  const [first] = amounts;
  if (!first || amounts.some((each) => each.currency !== first.currency)) return undefined;
  return { amount: amounts.reduce((total, each) => total + each.amount, 0), currency: first.currency };
}

const times = (money: Money, quantity: number): Money => ({ amount: money.amount * quantity, currency: money.currency });

/**
 * One total for a kit. Where every member can be rented it is rent and deposit for the days; where all are sold, a
 * price; a kit of both kinds has both sums, each over its own members. A member with no offer leaves no sum standing.
 * @param kind what was searched for, where that was said.
 */
export function bundleTotals(members: readonly Member[], searchedDays: number | undefined, kind?: Offer['kind']): BundleCardData['totals'] {
  const counted = members.flatMap(({ item, quantity }) => {
    const offer = countedOffer(item, kind);
    return offer ? [{ offer, quantity }] : [];
  });
  if (counted.length < members.length) return {};
  const rented = counted.flatMap(({ offer, quantity }) => (offer.lease ? [{ offer, lease: offer.lease, quantity }] : []));
  const sold = counted.filter(({ offer }) => !offer.lease);
  const days = rented.length === 0 ? undefined : (searchedDays ?? Math.max(...rented.map(({ lease }) => minimumDays(lease))));
  const rents = rented.map(({ offer, quantity }) => {
    const total = days === undefined ? null : totalFor(offer, days);
    return total && times(total, quantity);
  });
  const deposits = rented.flatMap(({ lease: { deposit }, quantity }) => (deposit ? [times(deposit.amount, quantity)] : []));
  const prices = sold.flatMap(({ offer, quantity }) => {
    const total = totalFor(offer, 1);
    return total ? [times(total, quantity)] : [];
  });
  const rent = rents.every((each) => each !== null) ? sum(rents) : undefined;
  const price = sum(prices);
  const deposit = sum(deposits);
  return {
    ...(price ? { price } : {}),
    ...(rent ? { rent } : {}),
    ...(days === undefined ? {} : { days }),
    ...(deposit ? { deposit } : {}),
  };
}

/** A kit; its days are those of the search, else the longest minimum term among its members. */
export const makeBundleCard: CardMaker<'bundleCard'> = async ({ title, members: asked }, context) => {
  const quantity = new Map(asked.map((each) => [each.id, each.quantity]));
  const items = await context.items(asked.map((each) => each.id));
  const members = items.map((item) => ({ item, role: itemType(item) ?? '', quantity: quantity.get(item.id) ?? 1 }));
  const notice = members.length < asked.length ? { notice: 'gone' as const } : {};
  if (members.length < 2) return notice;
  const totals = bundleTotals(members, context.rentalDays(), context.lastSearch()?.arguments.offer_kind);
  return {
    part: { type: 'data-bundleCard', data: { v: PART_VERSION, title, members, totals } },
    ...notice,
  };
};
