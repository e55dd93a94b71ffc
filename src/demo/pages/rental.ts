import { formatMoney, type Money } from '../../protocol/money.ts';
import type { Deposit, Lease, Offer } from '../../protocol/offer.ts';
import { maximumDays, minimumDays, periodHours, periodsFor, tierPrice, totalFor } from '../../protocol/total.ts';
import type { Words } from './words.ts';

/** An offer that is a rental. */
export type LeaseOffer = Offer & { readonly lease: Lease };

export const isLease = (offer: Offer): offer is LeaseOffer => offer.lease !== undefined;

/** A rental worked out for one length. */
export interface Quote {
  /** Days asked for, as the cart keeps them. */
  readonly days: number;
  /** Periods charged. */
  readonly periods: number;
  /** Without deposit and optional fees. */
  readonly total: Money;
  /** Price per period that applies. */
  readonly rate: Money;
  /** What a package takes off the rate times the periods; null where no package is cheaper. */
  readonly saved: Money | null;
}

/** Days of so many billing periods, rounded up. */
export const daysOf = (lease: Lease, periods: number) => Math.ceil((periods * periodHours(lease)) / 24);

/** @returns null when the rental cannot be that long. */
export function quoteFor(offer: LeaseOffer, days: number): Quote | null {
  const periods = periodsFor(offer.lease, days);
  const total = totalFor(offer, days);
  if (periods === null || total === null) return null;
  const rate = tierPrice(offer, periods);
  const fees = offer.fees.reduce((sum, fee) => (fee.optional ? sum : sum + fee.amount.amount), 0);
  const saved = rate.amount * periods + fees - total.amount;
  return { days, periods, total, rate, saved: saved > 0 ? { ...rate, amount: saved } : null };
}

/** Lengths at which the price changes, in periods: where a tier or a package begins. */
export function usualTerms({ lease }: LeaseOffer): number[] {
  const starts = [
    lease.term.min,
    ...lease.price_tiers.map((tier) => tier.min_periods),
    ...(lease.packages ?? []).map((pack) => pack.periods),
  ];
  const fitting = starts.filter((periods) => periods >= lease.term.min && periods <= (lease.term.max ?? Number.POSITIVE_INFINITY));
  return [...new Set(fitting)].sort((a, b) => a - b);
}

/** The rental shown first: the length asked for if it can be had, else the middle one of the usual ones. */
export function startingQuote(offer: LeaseOffer, days: number | undefined): Quote | null {
  const terms = usualTerms(offer);
  const middle = terms[Math.floor(terms.length / 2)] ?? offer.lease.term.min;
  return (days !== undefined && days > 0 ? quoteFor(offer, days) : null) ?? quoteFor(offer, daysOf(offer.lease, middle));
}

/** The lowest price per period of any length. */
export function lowestRate(offer: LeaseOffer): Money {
  return offer.lease.price_tiers.map((tier) => tier.price).reduce((low, price) => (price.amount < low.amount ? price : low), offer.price);
}

/** A length in billing periods, in words: `7 天`, `3 months`. */
export function termText(lease: Lease, periods: number, words: Words): string {
  const { unit, count } = lease.billing_period;
  return words.unit[unit](periods * count);
}

/** A price per period: `¥89/天`, `¥89/day`. */
export function rateText(lease: Lease, rate: Money, words: Words, locale: string): string {
  const { unit, count } = lease.billing_period;
  return `${formatMoney(rate, locale)}/${count === 1 ? words.perUnit[unit] : words.unit[unit](count)}`;
}

/** Days in words, in the lease's own unit where it is whole. */
export function daysText(lease: Lease, days: number, words: Words): string {
  const periods = periodsFor(lease, days);
  return periods !== null && daysOf(lease, periods) === days ? termText(lease, periods, words) : words.unit.day(days);
}

/** Shortest and longest rental, in words. */
export function termRange(lease: Lease, words: Words): string {
  return words.item.range(termText(lease, lease.term.min, words), lease.term.max ? termText(lease, lease.term.max, words) : undefined);
}

/** Shortest and longest rental in days. */
export const dayLimits = (lease: Lease) => ({ min: minimumDays(lease), max: maximumDays(lease) });

/** What the deposit of a rental is: an amount, none, or not stated. */
export function depositOf({ lease }: LeaseOffer): Deposit | 'none' | 'unstated' {
  if (lease.deposit === undefined) return 'unstated';
  return lease.deposit ?? 'none';
}
