import { leaseOnly, type OfferWish, offerMatches } from '../price.ts';
import type { ItemSource } from './source.ts';
import type { ItemTest } from './test.ts';

/** Whether the offers of an item must be read to tell what it costs: the columns know sales in the catalogue's own currency. */
export const mustReadOffers = (no: number, wish: OfferWish, { columns }: ItemSource): boolean =>
  columns.mixed[no] === 1 || wish.currency !== columns.currency;

/** Whether an item has an offer that is what was wished for. */
export function offerTest(wish: OfferWish, source: ItemSource): ItemTest {
  const { columns, offers } = source;
  const plain = !leaseOnly(wish) && wish.basis === 'total';
  return (no) => {
    if (mustReadOffers(no, wish, source)) return offers.of(no).some((offer) => offerMatches(offer, wish));
    const sale = columns.sale[no] ?? Number.NaN;
    return plain && !Number.isNaN(sale) && (wish.min === undefined || sale >= wish.min) && (wish.max === undefined || sale <= wish.max);
  };
}

/** Whether an item has an offer at all, or one that states its deposit. */
export const offerStated =
  (what: 'any' | 'deposit', { offers }: ItemSource): ItemTest =>
  (no) =>
    offers.of(no).some((offer) => what === 'any' || offer.lease?.deposit !== undefined);
