import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, parseQuantity, sameDimension, unitSymbol } from './units.ts';

describe('units', () => {
  test.each([
    ['克', 'g'],
    ['Inches', 'in'],
    ['英寸', 'in'],
    ['MAH', 'mAh'],
    ['G', 'GB'],
    ['g', 'g'],
    ['流明', 'lm'],
    ['公斤', 'kg'],
    ['分贝', 'dB'],
    ['万像素', '万像素'],
  ])('%s is %s', (name, symbol) => {
    expect(unitSymbol(name)).toBe(symbol);
  });

  test.each([
    [5.5, '英寸', 'mm', 139.7],
    [1, 'lb', 'g', 453.59237],
    [2, '斤', 'kg', 1],
    [0.1, 'kg', 'g', 100],
    [1, 'TB', 'GB', 1000],
    [1300, '万像素', 'MP', 13],
    [90, 'min', '小时', 1.5],
    [0.75, 'kW', 'W', 750],
  ])('%d %s in %s is exactly %d', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  test('different kinds and unknown units do not convert', () => {
    expect(convert(1, 'W', 'VA')).toBeNull();
    expect(convert(1, 'parsec', 'm')).toBeNull();
    expect(convert(Number.NaN, 'g', 'kg')).toBeNull();
    expect(sameDimension('g', 'mm')).toBe(false);
  });

  test('there and back is the same number', () => {
    const dimensions = [
      ['mg', 'g', 'kg', 'lb', 'oz', '斤', '两'],
      ['mm', 'cm', 'm', 'in', 'ft'],
      ['W', 'kW', 'hp'],
      ['ml', 'L', 'gal'],
      ['B', 'MB', 'GB', 'TB'],
    ];
    const pair = fc.constantFrom(...dimensions).chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)));
    // Rounding to the nearest double twice may move the last digit, never more.
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), pair, (value, [one, other]) => {
        const there = convert(value, one, other) ?? Number.NaN;
        const back = convert(there, other, one) ?? Number.NaN;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(value * 4 * Number.EPSILON);
      }),
    );
  });

  test('conversion keeps order', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(convert(low, 'oz', 'kg') ?? 1).toBeLessThanOrEqual(convert(high, 'oz', 'kg') ?? 0);
      }),
    );
  });

  test('a text that is a number with a unit is read, others are not', () => {
    expect(parseQuantity('4GB')).toEqual({ value: 4, unit: 'GB' });
    expect(parseQuantity(' 1,500 mAh ')).toEqual({ value: 1500, unit: 'mAh' });
    expect(parseQuantity('5.5 英寸')).toEqual({ value: 5.5, unit: 'in' });
    for (const text of ['1920*1080', '4核', '八核', '750', 'GB', '']) expect(parseQuantity(text)).toBeNull();
  });
});
