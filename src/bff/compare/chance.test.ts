import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHigherRating, isHigherShare } from './chance.ts';

const share = (positive: number, count: number) => ({ share: positive / count, count });

describe('one share of good opinions against another', () => {
  it('is higher where many say so', () => {
    expect(isHigherShare(share(90, 100), share(30, 40))).toBe(true);
    expect(isHigherShare(share(1900, 2000), share(1800, 2000))).toBe(true);
  });
  it('is not higher where few do', () => {
    expect(isHigherShare(share(3, 3), share(190, 200))).toBe(false);
    expect(isHigherShare(share(11, 11), share(67, 68))).toBe(false);
    expect(isHigherShare(share(218, 237), share(6, 8))).toBe(false);
  });
  it('is never higher both ways', () => {
    const any = fc
      .integer({ min: 1, max: 5000 })
      .chain((count) => fc.record({ count: fc.constant(count), share: fc.double({ min: 0, max: 1, noNaN: true }) }));
    fc.assert(fc.property(any, any, (one, other) => !(isHigherShare(one, other) && isHigherShare(other, one))));
  });
});

describe('one rating against another', () => {
  it('is higher where the reviewers are enough for the difference', () => {
    expect(isHigherRating({ share: 4.8 / 5, count: 698 }, { share: 3.9 / 5, count: 27 })).toBe(true);
    expect(isHigherRating({ share: 4.8 / 5, count: 698 }, { share: 4.7 / 5, count: 500 })).toBe(false);
    expect(isHigherRating({ share: 1, count: 2 }, { share: 4.6 / 5, count: 900 })).toBe(false);
  });
});
