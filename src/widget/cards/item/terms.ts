import type { BillingUnit, Lease, Offer } from '../../../protocol/offer.ts';
import { maximumDays, minimumDays, packageFor, periodsFor, rateFor, totalFor } from '../../../protocol/total.ts';
import type { Language } from '../../i18n/language.ts';

export type LeaseOffer = Offer & { lease: Lease };
export const isLease = (offer: Offer): offer is LeaseOffer => offer.lease !== undefined;

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

/** The lengths one may choose from. */
export interface Terms {
  readonly unit: TermUnit;
  /** Shortest and longest rental, days. */
  readonly min: number;
  readonly max: number | undefined;
  /** Offered as chips, days. */
  readonly common: readonly number[];
}

export const allows = ({ min, max }: Pick<Terms, 'min' | 'max'>, days: number): boolean =>
  days >= min && (max === undefined || days <= max);

/**
 * The lengths that at least one of the leases allows. One that counts in another unit than the first keeps its own.
 * @throws RangeError when there is no lease.
 */
export function termsOf(leases: readonly Lease[]): Terms {
  const [first] = leases;
  if (!first) throw new RangeError('no lease to take the lengths of');
  const unit = termUnit(first);
  const ranges = leases.filter((lease) => termUnit(lease) === unit).map((lease) => ({ min: minimumDays(lease), max: maximumDays(lease) }));
  return {
    unit,
    min: Math.min(...ranges.map(({ min }) => min)),
    max: ranges.some(({ max }) => max === undefined) ? undefined : Math.max(...ranges.map(({ max }) => max ?? 0)),
    common: COMMON[unit].map((count) => count * UNIT_DAYS[unit]).filter((days) => ranges.some((range) => allows(range, days))),
  };
}

/**
 * The length a card opens with: what the shopper chose elsewhere where this offer allows it, else the first common
 * length, else the shortest one.
 */
export function openingDays(lease: Lease, chosen: number | undefined): number {
  const terms = termsOf([lease]);
  if (chosen !== undefined && allows(terms, chosen)) return chosen;
  return terms.common[0] ?? terms.min;
}

/** A length as the offer counts it: `12 个月`, or in days where it does not come out even. */
export function lengthWords(unit: TermUnit, days: number, { t }: Language): string {
  const count = days / UNIT_DAYS[unit];
  return Number.isInteger(count) ? t.price.length(count, unit) : t.price.length(days, 'day');
}

/** `/天`, `/2 周`: what a rate of the lease is for. */
export const perWords = ({ billing_period: { unit, count } }: Lease, { t }: Language): string =>
  count === 1 ? t.price.per[unit] : t.price.perMany(count, unit);

export interface LeaseWords {
  /** `¥89` and `/天` apart, so that the unit can be set smaller. */
  readonly rate: string;
  readonly unit: string;
  /** `7 天合计 ¥560`. */
  readonly total: string;
  /** The total is less than the rate for each period would come to. */
  readonly inPackage: boolean;
}

/** Rate and total of a rental for `days`, in words; null where the offer cannot be had for that long. */
export function leaseWords(offer: LeaseOffer, days: number, language: Language): LeaseWords | null {
  const { t, money } = language;
  const periods = periodsFor(offer.lease, days);
  const rate = rateFor(offer, days);
  const total = totalFor(offer, days);
  if (periods === null || !rate || !total) return null;
  return {
    rate: money(rate.price),
    unit: perWords(offer.lease, language),
    total: t.price.total(lengthWords(termUnit(offer.lease), days, language), money(total)),
    inPackage: packageFor(offer, periods) !== undefined,
  };
}
