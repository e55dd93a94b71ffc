import { expect, it } from 'vitest';
import { cartIds, speaksOfCart } from './cart.ts';

it.each([
  '购物车里的第二个多少钱',
  '比较购物车里的',
  '我购物车里的这两个',
  'compare my cart',
  'the ones in my basket',
  'the second one in the cart',
])('%s speaks of what is in the cart', (text) => expect(speaksOfCart(text)).toBe(true));

it.each([
  '能帮我加入购物车吗',
  '放进我的购物车',
  '把它加到购物车里',
  '清空购物车',
  'add it to my cart',
  'put this one in my cart',
  'a cart for the garden',
])('%s does not', (text) => expect(speaksOfCart(text)).toBe(false));

it('a cart that holds two offers of one item holds it once', () => {
  const cart = [
    { item_id: 'b', quantity: 1 },
    { item_id: 'a', quantity: 2 },
    { item_id: 'b', quantity: 3 },
  ];
  expect(cartIds({ locale: 'en', page: { cart } })).toEqual(['b', 'a']);
  expect(cartIds({ locale: 'en' })).toEqual([]);
});
