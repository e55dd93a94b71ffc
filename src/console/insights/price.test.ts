import { expect, it } from 'vitest';
import { costOf, NO_PRICE, priceOf, readPrice, writePrice } from './price.ts';

it('a price is money or nothing', () => {
  expect(priceOf({ currency: 'USD', amount: '0.50' })).toEqual({ amount: 50, currency: 'USD' });
  for (const amount of ['', 'free', '-1', '0.005', '1e3']) expect(priceOf({ currency: 'USD', amount }), amount).toBeNull();
});

it('cost is rounded once, to whole minor units', () => {
  expect(costOf({ amount: 50, currency: 'USD' }, 3.333, 'en')).toBe('$1.67');
});

it('what was kept is read again; nonsense is no price', () => {
  const price = { currency: 'CNY', amount: '3.5' };
  expect(readPrice(writePrice(price))).toEqual(price);
  expect(readPrice(null)).toEqual(NO_PRICE);
  expect(readPrice('BTC 3')).toEqual(NO_PRICE);
});
