import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../../../protocol/money.ts';
import { readPrice } from './price.ts';

const read = (text: unknown, currency?: string) => readPrice(text, 'price', currency);

describe('a price as feeds write it', () => {
  test.each([
    ['12.00 USD', undefined, 1200, 'USD'],
    ['USD12', undefined, 1200, 'USD'],
    ['1.299,00 €', undefined, 129900, 'EUR'],
    ['1,299.00 USD', undefined, 129900, 'USD'],
    ['1 299,50 EUR', undefined, 129950, 'EUR'],
    ['1’299.50 CHF', undefined, 129950, 'CHF'],
    ['¥1,299', 'CNY', 129900, 'CNY'],
    ['¥1,299', 'JPY', 1299, 'JPY'],
    ['￥88', 'CNY', 8800, 'CNY'],
    ['1299元', undefined, 129900, 'CNY'],
    ['HK$ 99.9', 'USD', 9990, 'HKD'],
    ['1.234 KWD', undefined, 1234, 'KWD'],
    ['12,5', 'EUR', 1250, 'EUR'],
    [34.9, 'USD', 3490, 'USD'],
    ['0', 'USD', 0, 'USD'],
  ])('%s (%s)', (text, currency, amount, named) => {
    expect(read(text, currency)).toEqual({ amount, currency: named });
  });
  test.each([['call us'], ['Price on request'], ['面议'], ['12-15 USD'], ['-5 USD'], ['from 12 USD'], ['12.345']])(
    '%s is refused',
    (text) => {
      expect(() => read(text, 'USD')).toThrow(/is no/);
    },
  );
  test('nothing is no price and no fault; an amount of no currency says what to give', () => {
    expect(read('')).toBeUndefined();
    expect(() => read('12.00')).toThrow(/--currency/);
  });
  test('any amount written out is read back, in points and in commas', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.constantFrom('USD', 'JPY', 'EUR', 'KWD'), (amount, currency) => {
        const text = decimalOf({ amount, currency });
        expect(read(text, currency)).toEqual({ amount, currency });
        const [whole = '', places] = text.split('.');
        const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
        expect(read(`${grouped(',')}${places ? `.${places}` : ''} ${currency}`)).toEqual({ amount, currency });
        expect(read(`${grouped('.')}${places ? `,${places}` : ''} ${currency}`)).toEqual({ amount, currency });
      }),
    );
  });
});
