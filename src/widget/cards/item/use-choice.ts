import { useContext } from 'react';
import type { Item } from '../../../protocol/item.ts';
import type { Offer } from '../../../protocol/offer.ts';
import type { AskedFor } from '../../../protocol/parts.ts';
import { RunContext, useCardActions, type Wish } from '../card-context.ts';
import { isGone } from './stock.ts';
import { isLease, openingDays } from './terms.ts';

/** How one item would be had, as the shopper wishes it. */
export interface Choice {
  /** One of each kind the item offers, in the shop's order; none for what is gone. */
  readonly offers: readonly Offer[];
  /** The offer its card shows. */
  readonly offer: Offer | undefined;
  /** Days the card is reckoned for; 0 for a sale. */
  readonly days: number;
  /** Days the shopper wishes, which the offer may not allow. */
  readonly wished: number | undefined;
}

/** What a search asked for, as far as a card can open with it. */
const wishOf = ({ offer_kind, rental_days }: AskedFor = {}): Wish => ({
  ...(offer_kind ? { kind: offer_kind } : {}),
  ...(rental_days === undefined ? {} : { days: rental_days }),
});

/** Reads choices, and makes one that counts for every card of the answer. */
export function useChoice(): { of(item: Item, asked: AskedFor | undefined): Choice; choose(wish: Wish): void } {
  const actions = useCardActions();
  const run = useContext(RunContext);
  return {
    of: (item, asked) => {
      const wish = { ...actions.wish, ...wishOf(asked), ...actions.wishIn(run) };
      const offers = isGone(item) ? [] : item.offers.filter(({ kind }, at, all) => all.findIndex((other) => other.kind === kind) === at);
      const offer = offers.find(({ kind }) => kind === wish.kind) ?? offers[0];
      return { offers, offer, days: offer && isLease(offer) ? openingDays(offer.lease, wish.days) : 0, wished: wish.days };
    },
    choose: (wish) => actions.choose(run, wish),
  };
}
