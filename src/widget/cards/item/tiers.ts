import type { Money } from '../../../protocol/money.ts';
import { periodHours, periodsFor } from '../../../protocol/total.ts';
import type { LeaseOffer } from './terms.ts';

export interface Tier {
  /** Days from which the rate applies. */
  readonly from: number;
  readonly price: Money;
  /** Whether a rental of the chosen days is charged at it. */
  readonly applies: boolean;
}

/** The rates of a rental, shortest first. @param days the length that is looked at. */
export function tiersOf({ lease }: LeaseOffer, days: number): Tier[] {
  const periods = periodsFor(lease, days);
  const tiers = [...lease.price_tiers].sort((a, b) => a.min_periods - b.min_periods);
  const applying = tiers.findLast((tier) => periods !== null && tier.min_periods <= periods);
  return tiers.map((tier) => ({
    from: Math.ceil((tier.min_periods * periodHours(lease)) / 24),
    price: tier.price,
    applies: tier === applying,
  }));
}

/** A fixed total for a length. */
export interface Package {
  readonly days: number;
  readonly price: Money;
}

export const packagesOf = ({ lease }: LeaseOffer): Package[] =>
  (lease.packages ?? []).map(({ periods, price }) => ({ days: Math.ceil((periods * periodHours(lease)) / 24), price }));
