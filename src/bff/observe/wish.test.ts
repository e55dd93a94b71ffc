import { expect, test } from 'vitest';
import type { SearchArguments } from '../../protocol/search.ts';
import { distinctWishes, wishOf, wishText } from './wish.ts';

const said = (search: SearchArguments, locale = 'en'): string => wishText(wishOf(search, locale));

test('facts are part of the wish, paging is not', () => {
  const attributes = [{ name: 'weight', op: 'lte' as const, value: 1, unit: 'kg' }];
  expect(said({ query: 'tent', brands: ['B', 'A'], attributes, limit: 3, cursor: 'x' })).toBe('tent · a · b · weight lte 1kg');
  expect(wishOf({ price_range: { max: '1' } }, 'en')).toEqual({ what: '', under: [] });
});

test('a category is said once, in the language of the shopper', () => {
  const search = { product_types: ['Imaging > Camera', '影像 > 相机'], brands: ['Aurel'] };
  expect(said(search)).toBe('camera · aurel');
  expect(said(search, 'zh-CN')).toBe('相机 · aurel');
  expect(said({ product_types: ['Camera', 'Drone'] }, 'zh-CN')).toBe('camera · drone');
});

test('a condition that leaves nothing is said: else it reads as if the kind were not sold', () => {
  const search = { product_types: ['camera'], offer_kind: 'sell', price_range: { max: '12999.50' }, currency: 'USD' } as const;
  expect(said({ ...search, product_types: ['camera'] })).toBe('camera · to buy · price ≤ 12999.50 USD');
  expect(said({ query: '相机', offer_kind: 'lease', price_range: { min: '10', max: '50', basis: 'day' } }, 'zh-CN')).toBe(
    '相机 · 租赁 · 价格 10–50 每天',
  );
  expect(said({ query: 'camera', rating_min: 5, in_stock: true })).toBe('camera · with more conditions');
});

test('what may be personal is not kept', () => {
  for (const query of ['order of mei@example.com', 'call 138 0013 8000', '订单 20260101123456', '+44 (20) 7946-0958'])
    expect(said({ query })).not.toMatch(/@|\d{3}/);
  expect(said({ query: '750w a7c ii 1920x1080' })).toBe('750w a7c ii 1920x1080');
});

test('of one thing asked for twice the saying with fewer conditions stays', () => {
  const wishes = [{ query: 'piano', offer_kind: 'sell' } as const, { query: 'piano' }, { query: 'harp' }].map((each) => wishOf(each, 'en'));
  expect(distinctWishes(wishes).map(wishText)).toEqual(['piano', 'harp']);
});
