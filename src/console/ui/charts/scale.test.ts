import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotsPath, linePath, place, roundUp } from './scale.ts';

it('an axis ends with a round number that nothing stands above', () => {
  expect([1, 3, 7, 12, 480, 1001].map(roundUp)).toEqual([1, 5, 10, 20, 500, 2000]);
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => roundUp(value) >= value * 0.999_99));
});

it('without values everything stands at the beginning', () => {
  expect([place(3, 0, 100), roundUp(0), roundUp(Number.NaN)]).toEqual([0, 1, 1]);
});

it('a line is broken where nothing was measured, and a value alone is a dot', () => {
  expect(dotsPath([0, 5, null, 10], 10, 30, 10)).toBe('M30.0 0.0h0');
  expect(linePath([0, 5, null, 10], 10, 30, 10)).toBe('M0.0 10.0L10.0 5.0M30.0 0.0');
});
