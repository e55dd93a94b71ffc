import type { Lease, Offer } from '../../../protocol/offer.ts';
import { maximumDays, minimumDays, periodHours, rateFor, totalFor } from '../../../protocol/total.ts';
import type { Language } from '../../i18n/language.ts';

/** Lengths offered as chips, days. */
export const COMMON_TERMS = [3, 7, 15, 30] as const;

export interface TermRange {
  readonly min: number;
  readonly max: number | undefined;
}

export const termRange = (lease: Lease): TermRange => ({ min: minimumDays(lease), max: maximumDays(lease) });

export const allows = ({ min, max }: TermRange, days: number): boolean => days >= min && (max === undefined || days <= max);

/**
 * The length a card opens with: what the shopper chose elsewhere where this offer allows it, else the first common
 * length, else the shortest one.
 */
export function openingDays(lease: Lease, chosen: number | undefined): number {
  const range = termRange(lease);
  if (chosen !== undefined && allows(range, chosen)) return chosen;
  return COMMON_TERMS.find((days) => allows(range, days)) ?? range.min;
}

export interface LeaseWords {
  /** `¥89` and `/天` apart, so that the unit can be set smaller. */
  readonly rate: string;
  readonly unit: string;
  /** `7 天合计 ¥560`. */
  readonly total: string;
}

/** Rate and total of a rental for `days`, in words; null where the offer cannot be had for that long. */
export function leaseWords(offer: Offer & { lease: Lease }, days: number, { t, money }: Language): LeaseWords | null {
  const rate = rateFor(offer, days);
  const total = totalFor(offer, days);
  if (!rate || !total) return null;
  const { unit, count } = offer.lease.billing_period;
  const dayCount = periodHours(offer.lease) === 24;
  return {
    rate: money(rate.price),
    unit: dayCount ? t.price.per.day : count === 1 ? t.price.per[unit] : t.price.perMany(count, unit),
    total: t.price.total(t.price.days(days), money(total)),
  };
}
