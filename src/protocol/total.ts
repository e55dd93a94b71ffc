import type { Money } from './money.ts';
import type { BillingUnit, Lease, Offer } from './offer.ts';

/** Hours of one billing unit; for conversion a month is 30 days and a year 365. */
const HOURS: Record<BillingUnit, number> = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24, year: 365 * 24 };

/** Hours of one billing period of a lease. */
export function periodHours(lease: Lease): number {
  return HOURS[lease.billing_period.unit] * lease.billing_period.count;
}

/**
 * Billing periods charged for a rental of `days`: rounded up, at least the minimum term, then up to the next step.
 * @returns null past the longest term.
 */
export function periodsFor(lease: Lease, days: number): number | null {
  const { min, max, step = 1 } = lease.term;
  const needed = Math.max(min, Math.ceil((days * 24) / periodHours(lease)));
  const periods = min + Math.ceil((needed - min) / step) * step;
  return max !== undefined && periods > max ? null : periods;
}

/** Price per period that applies to a rental of that many periods. */
export function tierPrice(offer: Offer, periods: number): Money {
  let best: { min_periods: number; price: Money } | undefined;
  for (const tier of offer.lease?.price_tiers ?? [])
    if (tier.min_periods <= periods && (!best || tier.min_periods >= best.min_periods)) best = tier;
  return best?.price ?? offer.price;
}

/** Days of the shortest rental the offer allows, rounded up to whole days. */
export function minimumDays(lease: Lease): number {
  return Math.ceil((lease.term.min * periodHours(lease)) / 24);
}

/** Days of the longest rental, rounded down; undefined where there is no limit. */
export function maximumDays(lease: Lease): number | undefined {
  return lease.term.max === undefined ? undefined : Math.floor((lease.term.max * periodHours(lease)) / 24);
}

/**
 * The package that applies to so many periods: the smallest that covers them, where it costs less than the tier's price for each.
 * @returns undefined where paying by the period is as cheap.
 */
export function packageFor(offer: Offer, periods: number): { readonly periods: number; readonly price: Money } | undefined {
  const covering = (offer.lease?.packages ?? []).filter((pack) => pack.periods >= periods).sort((a, b) => a.periods - b.periods)[0];
  return covering && covering.price.amount < tierPrice(offer, periods).amount * periods ? covering : undefined;
}

/**
 * What a shopper pays for `days` of a rental, or for a sale, without the deposit: the cheaper of tier price × periods
 * and the smallest package that covers them, plus the fees that are not optional. The one sum that search, cards,
 * comparison and guard all use.
 * @param days length of the rental in days; a sale ignores it.
 * @returns null when the rental cannot be that long.
 */
export function totalFor(offer: Offer, days: number): Money | null {
  const fees = offer.fees.reduce((sum, fee) => (fee.optional ? sum : sum + fee.amount.amount), 0);
  if (!offer.lease) return { amount: offer.price.amount + fees, currency: offer.price.currency };
  const periods = periodsFor(offer.lease, days);
  if (periods === null) return null;
  const amount = packageFor(offer, periods)?.price.amount ?? tierPrice(offer, periods).amount * periods;
  return { amount: amount + fees, currency: offer.price.currency };
}

/** A rate as an exact fraction: `amount` minor units for `hours` hours. Compare two by cross-multiplying. */
export interface Rate {
  readonly price: Money;
  readonly hours: number;
}

/**
 * The rate of the tier that applies to `days` (the first tier without).
 * @returns null for a sale, or when the rental cannot be that long.
 */
export function rateFor(offer: Offer, days?: number): Rate | null {
  if (!offer.lease) return null;
  const periods = days === undefined ? offer.lease.term.min : periodsFor(offer.lease, days);
  if (periods === null) return null;
  const first = offer.lease.price_tiers.reduce((low, tier) => Math.min(low, tier.min_periods), Number.POSITIVE_INFINITY);
  const price = days === undefined && Number.isFinite(first) ? tierPrice(offer, first) : tierPrice(offer, periods);
  return { price, hours: periodHours(offer.lease) };
}
