import type { BillingUnit, Lease, Offer } from '../../../protocol/offer.ts';
import { maximumDays, minimumDays, rateFor, totalFor } from '../../../protocol/total.ts';
import type { Language } from '../../i18n/language.ts';

/** The unit a rental's length is told in; a rate by the hour is still rented for days. */
export type TermUnit = Exclude<BillingUnit, 'hour'>;

/** Days of one unit; for conversion a month is 30 days and a year 365. */
export const UNIT_DAYS: Readonly<Record<TermUnit, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** Lengths offered as chips, in the unit itself. */
const COMMON: Readonly<Record<TermUnit, readonly number[]>> = {
  day: [3, 7, 15, 30],
  week: [1, 2, 4, 8],
  month: [1, 3, 6, 12],
  year: [1, 2, 3],
};

export function termUnit({ billing_period: { unit } }: Lease): TermUnit {
  return unit === 'hour' ? 'day' : unit;
}

export interface TermRange {
  readonly min: number;
  readonly max: number | undefined;
}

/** Shortest and longest rental, days. */
export const termRange = (lease: Lease): TermRange => ({ min: minimumDays(lease), max: maximumDays(lease) });

export const allows = ({ min, max }: TermRange, days: number): boolean => days >= min && (max === undefined || days <= max);

/** The chips of an offer, days. */
export function commonTerms(lease: Lease): number[] {
  const unit = termUnit(lease);
  const range = termRange(lease);
  return COMMON[unit].map((count) => count * UNIT_DAYS[unit]).filter((days) => allows(range, days));
}

/**
 * The length a card opens with: what the shopper chose elsewhere where this offer allows it, else the first common
 * length, else the shortest one.
 */
export function openingDays(lease: Lease, chosen: number | undefined): number {
  const range = termRange(lease);
  if (chosen !== undefined && allows(range, chosen)) return chosen;
  return commonTerms(lease)[0] ?? range.min;
}

/** A length as the offer counts it: `12 个月`, or in days where it does not come out even. */
export function lengthWords(lease: Lease, days: number, { t }: Language): string {
  const unit = termUnit(lease);
  const count = days / UNIT_DAYS[unit];
  return Number.isInteger(count) ? t.price.length(count, unit) : t.price.length(days, 'day');
}

export interface LeaseWords {
  /** `¥89` and `/天` apart, so that the unit can be set smaller. */
  readonly rate: string;
  readonly unit: string;
  /** `7 天合计 ¥560`. */
  readonly total: string;
}

/** Rate and total of a rental for `days`, in words; null where the offer cannot be had for that long. */
export function leaseWords(offer: Offer & { lease: Lease }, days: number, language: Language): LeaseWords | null {
  const { t, money } = language;
  const rate = rateFor(offer, days);
  const total = totalFor(offer, days);
  if (!rate || !total) return null;
  const { unit, count } = offer.lease.billing_period;
  return {
    rate: money(rate.price),
    unit: count === 1 ? t.price.per[unit] : t.price.perMany(count, unit),
    total: t.price.total(lengthWords(offer.lease, days, language), money(total)),
  };
}
