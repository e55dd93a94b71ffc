import type { Offer } from '../../protocol/offer.ts';
import { maximumDays, minimumDays, periodHours, totalFor } from '../../protocol/total.ts';

/** Longest rental that is looked at. */
const HORIZON_DAYS = 730;

/**
 * Renting against buying. `until`: every rental of up to `days` costs less than the purchase, and the next longer one does
 * not; `never`: the shortest costs as much already; `always`: every length up to `days` costs less, which is the longest there is
 * where `longest`, else the longest looked at.
 */
export type BreakEven =
  | { readonly kind: 'until'; readonly days: number }
  | { readonly kind: 'always'; readonly days: number; readonly longest: boolean }
  | { readonly kind: 'never' };

/**
 * Where renting stops being cheaper than buying, by the same sum as everywhere (`totalFor`). Deposits are no cost: they come back.
 * @returns null where the two are in different currencies or one is no sale or no lease.
 */
export function breakEven(sale: Offer, { lease, ...offer }: Offer): BreakEven | null {
  if (sale.lease || !lease || sale.price.currency !== offer.price.currency) return null;
  const price = totalFor(sale, 1)?.amount ?? 0;
  const rental: Offer = { ...offer, lease };
  const hours = periodHours(lease);
  const step = lease.term.step ?? 1;
  const longest = maximumDays(lease) ?? Number.POSITIVE_INFINITY;
  const last = Math.min(longest, HORIZON_DAYS);
  let cheaperUpTo: number | null = null;
  for (let periods = lease.term.min; (periods * hours) / 24 <= Math.max(last, minimumDays(lease)); periods += step) {
    // The longest whole number of days these periods cover; a rental by the hour may cover none.
    const days = Math.floor((periods * hours) / 24);
    if (days === 0) continue;
    const total = totalFor(rental, days);
    if (!total || total.amount >= price) return cheaperUpTo === null ? { kind: 'never' } : { kind: 'until', days: cheaperUpTo };
    cheaperUpTo = days;
  }
  return cheaperUpTo === null ? null : { kind: 'always', days: cheaperUpTo, longest: longest <= HORIZON_DAYS };
}
