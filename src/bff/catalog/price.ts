import { type Money, parseMinor } from '../../protocol/money.ts';
import type { Offer } from '../../protocol/offer.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import { minimumDays, periodsFor, type Rate, rateFor, totalFor } from '../../protocol/total.ts';
import { SearchRefused } from './engine.ts';

/** What a search asks of one offer; every condition must hold on the same offer. Amounts in minor units of `currency`. */
export interface OfferWish {
  readonly currency: string;
  readonly kind?: 'sell' | 'lease';
  readonly min?: number;
  readonly max?: number;
  readonly basis: 'total' | 'day' | 'month';
  readonly days?: number;
  readonly depositMax?: number;
  readonly depositFree: boolean;
  readonly buyout: boolean;
}

/** Hours of the period an amount is meant for. */
const BASIS_HOURS = { day: 24, month: 30 * 24 } as const;

/** Names of the parameters that are tested on offers. */
export const offerParameters = [
  'offer_kind',
  'price_range',
  'currency',
  'rental_days',
  'deposit_max',
  'deposit_free',
  'buyout',
] as const satisfies readonly (keyof SearchArguments)[];

function amount(text: string | undefined, currency: string, parameter: string): number | undefined {
  if (text === undefined) return undefined;
  const minor = parseMinor(text, currency);
  if (minor === null) throw new SearchRefused('bad_arguments', `${parameter}: "${text}" is no amount in ${currency}`, [parameter]);
  return minor;
}

/**
 * The offer conditions of a search.
 * @param fallback the catalogue's currency, used where the search names none.
 * @returns null when the search asks nothing of offers.
 * @throws SearchRefused when an amount cannot be one in its currency, or the range is empty.
 */
export function offerWish(search: SearchArguments, fallback: string): OfferWish | null {
  const asked = offerParameters.some((name) => search[name] !== undefined && search[name] !== false);
  if (!asked) return null;
  const currency = search.currency ?? fallback;
  const min = amount(search.price_range?.min, currency, 'price_range');
  const max = amount(search.price_range?.max, currency, 'price_range');
  if (min !== undefined && max !== undefined && min > max)
    throw new SearchRefused('bad_arguments', 'price_range: min is more than max', ['price_range']);
  const depositMax = amount(search.deposit_max, currency, 'deposit_max');
  return {
    currency,
    basis: search.price_range?.basis ?? 'total',
    depositFree: search.deposit_free === true,
    buyout: search.buyout === true,
    ...(search.offer_kind && { kind: search.offer_kind }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(search.rental_days !== undefined && { days: search.rental_days }),
    ...(depositMax !== undefined && { depositMax }),
  };
}

/** Whether only rentals can fulfil a wish. */
export function leaseOnly(wish: OfferWish): boolean {
  return (
    wish.kind === 'lease' ||
    wish.days !== undefined ||
    wish.depositMax !== undefined ||
    wish.depositFree ||
    wish.buyout ||
    (wish.basis !== 'total' && (wish.min !== undefined || wish.max !== undefined))
  );
}

/** -1, 0 or 1 as a rate is below, at or above `bound` minor units per `hours`: cross-multiplied, so nothing is rounded. */
function compareRate(rate: Rate, bound: number, hours: number): number {
  const difference = BigInt(rate.price.amount) * BigInt(hours) - BigInt(bound) * BigInt(rate.hours);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function priceInRange(offer: Offer, wish: OfferWish): boolean {
  if (wish.min === undefined && wish.max === undefined) return true;
  if (wish.basis !== 'total') {
    const rate = rateFor(offer, wish.days);
    if (!rate) return false;
    const hours = BASIS_HOURS[wish.basis];
    return (
      (wish.min === undefined || compareRate(rate, wish.min, hours) >= 0) &&
      (wish.max === undefined || compareRate(rate, wish.max, hours) <= 0)
    );
  }
  const total = totalFor(offer, wish.days ?? (offer.lease ? minimumDays(offer.lease) : 0));
  return total !== null && (wish.min === undefined || total.amount >= wish.min) && (wish.max === undefined || total.amount <= wish.max);
}

/** Design, "Price rules": whether one offer is what was asked for. A deposit that is not stated passes no deposit test. */
export function offerMatches(offer: Offer, wish: OfferWish): boolean {
  const { lease } = offer;
  if (offer.price.currency !== wish.currency) return false;
  if (wish.kind !== undefined && offer.kind !== wish.kind) return false;
  if (leaseOnly(wish) && !lease) return false;
  if (lease) {
    if (wish.days !== undefined && (minimumDays(lease) > Math.ceil(wish.days) || periodsFor(lease, wish.days) === null)) return false;
    if (wish.buyout && !lease.buyout) return false;
    if (wish.depositMax !== undefined && (lease.deposit === undefined || (lease.deposit?.amount.amount ?? 0) > wish.depositMax))
      return false;
    if (wish.depositFree && (lease.deposit === undefined || (lease.deposit !== null && !lease.deposit.waivable))) return false;
  }
  return priceInRange(offer, wish);
}

/** What a sale costs: the price and the fees that are not optional. */
export function saleTotal(offer: Offer): Money | null {
  return offer.kind === 'sell' ? totalFor(offer, 0) : null;
}

/** Minor units a day of a rental, as a sort key; division is monotone, so equal rates stay equal. Null past the longest term. */
export function dayRate(offer: Offer, days?: number): number | null {
  const rate = rateFor(offer, days);
  return rate && (rate.price.amount * 24) / rate.hours;
}

/** Sort key of an item by price: sales by total, then rentals, then items without a price. The two kinds never share a number. */
export interface PriceKey {
  readonly group: 0 | 1 | 2;
  readonly amount: number;
}

const NO_PRICE: PriceKey = { group: 2, amount: 0 };

/** What an item costs for a wish: its cheapest fitting offer. A rental of named length costs its total, otherwise its day rate. */
export function priceKey(offers: readonly Offer[], wish: OfferWish): PriceKey {
  const fitting = offers.filter((offer) => offerMatches(offer, wish));
  const sales = fitting.map((offer) => saleTotal(offer)?.amount).filter((total) => total !== undefined);
  if (sales.length > 0) return { group: 0, amount: Math.min(...sales) };
  const rents = fitting.map((offer) => rentKey(offer, wish)).filter((rent) => rent !== null);
  return rents.length > 0 ? { group: 1, amount: Math.min(...rents) } : NO_PRICE;
}

function rentKey(offer: Offer, wish: OfferWish): number | null {
  if (wish.days !== undefined && wish.basis === 'total') return totalFor(offer, wish.days)?.amount ?? null;
  return dayRate(offer, wish.days);
}

/** The smallest deposit among fitting rentals, none counting as 0; null where no rental states one. */
export function depositKey(offers: readonly Offer[], wish: OfferWish): number | null {
  const deposits = offers
    .filter((offer) => offer.lease?.deposit !== undefined && offerMatches(offer, wish))
    .map((offer) => offer.lease?.deposit?.amount.amount ?? 0);
  return deposits.length > 0 ? Math.min(...deposits) : null;
}
