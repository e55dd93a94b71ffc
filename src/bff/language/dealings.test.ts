import { expect, it } from 'vitest';
import { dealingIn } from './dealings.ts';

it.each([
  'do you take trade-ins?',
  '收二手相机吗',
  'do you sell gift cards',
  '有礼品卡吗',
  'are you hiring',
  '能停车吗',
  'can you fix my camera',
])('an offer that is no product is a dealing: %s', (text) => expect(dealingIn(text)).not.toBeNull());

it.each(['a camera for travelling', '我想租个帐篷', 'a card reader', '便宜的相机'])('a thing that is wanted is none: %s', (text) => {
  expect(dealingIn(text)).toBeNull();
});

it('only a text about the dealing answers it', () => {
  expect(dealingIn('do you take trade-ins?')?.isIn('we buy used cameras')).toBe(true);
  expect(dealingIn('do you take trade-ins?')?.isIn('how to buy used cameras well')).toBe(false);
  expect(dealingIn('any discounts?')?.isIn('day rates fall with the length')).toBe(true);
  expect(dealingIn('收二手相机吗')?.isIn('旧机可以以旧换新')).toBe(true);
  expect(dealingIn('收二手相机吗')?.isIn('二手相机的成色')).toBe(false);
});

it('a word for a discount may describe a thing as well', () => {
  expect(dealingIn('any discounts?')?.describes).toBe(true);
  expect(dealingIn('有优惠吗')?.describes).toBe(true);
  expect(dealingIn('有礼品卡吗')?.describes).toBe(false);
});
