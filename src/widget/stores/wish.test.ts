import { describe, expect, it } from 'vitest';
import { wishIn, wishOf } from './wish.ts';

describe('what a shopper wants', () => {
  it.each([
    ['去西藏拍星空，想租一台轻一点的相机，7 天', { kind: 'lease', days: 7 }],
    ['rent a projector for 2 weeks', { kind: 'lease', days: 14 }],
    ['买一台手机', { kind: 'sell' }],
    ['我想买，不是 3 个月那种', { kind: 'sell', days: 90 }],
    ['rent or buy, which is better?', {}],
    ['current models, 14 inch', {}],
    ['a camera', {}],
  ])('%s', (text, wish) => {
    expect(wishIn(text)).toEqual(wish);
  });

  it('is what they said last', () => {
    const say = (text: string) => ({ role: 'shopper' as const, id: text, text });
    expect(wishOf([say('租 7 天'), say('便宜点的'), say('改成 10 天')])).toEqual({ kind: 'lease', days: 10 });
  });
});
