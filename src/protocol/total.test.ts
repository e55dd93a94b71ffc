import { describe, expect, it } from 'vitest';
import type { Offer } from './offer.ts';
import { packageFor, totalFor } from './total.ts';

const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });
const offer: Offer = {
  id: 'o',
  kind: 'lease',
  price: yuan(100),
  fees: [{ type: 'cleaning', label: 'Cleaning', amount: yuan(30), optional: false }],
  lease: {
    billing_period: { unit: 'day', count: 1 },
    term: { min: 1, max: 60 },
    price_tiers: [
      { min_periods: 1, price: yuan(100) },
      { min_periods: 7, price: yuan(60) },
    ],
    packages: [
      { periods: 3, price: yuan(280) },
      { periods: 30, price: yuan(1500) },
    ],
  },
};

describe('packages', () => {
  it.each([
    [2, undefined],
    [3, 3],
    [4, undefined],
    [24, undefined],
    [26, 30],
    [30, 30],
    [31, undefined],
  ])('for %i days the smallest that covers them applies, where it costs less', (days, periods) => {
    expect(packageFor(offer, days)?.periods).toBe(periods);
  });

  it('enter the total before the fees', () => {
    expect(totalFor(offer, 3)).toEqual(yuan(310));
    expect(totalFor(offer, 4)).toEqual(yuan(430));
  });
});
