import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCart } from './pages/cart-lines.ts';

type Line = readonly [item: string, offer: string, quantity: number, days?: number];
interface CartScript {
  readLines(cookies: string): Line[];
  cookieOf(lines: readonly Line[]): string;
  withLine(lines: readonly Line[], added: Line): Line[];
  withQuantity(line: Line, quantity: number): Line;
  countOf(lines: readonly Line[]): number;
}
// The shop's browser script, as it is served; a name in a variable keeps the type checker from looking for its types.
const script = '../../public/cart.js';
const cart = (await import(/* @vite-ignore */ script)) as CartScript;
const pairOf = (lines: readonly Line[]) => cart.cookieOf(lines).split(';', 1)[0] ?? '';

it('what the script writes, the script and the server read back', () => {
  const id = fc.stringMatching(/^[a-z0-9;=%, ·相机-]{1,20}$/u).filter((text) => text.trim() === text && !text.includes(','));
  const line = fc.tuple(id, id, fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 365 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      expect(cart.readLines(`lang=en; ${pairOf(lines)}; other=1`)).toEqual(lines);
      expect(readCart(pairOf(lines).slice('cart='.length))).toEqual(
        lines.map(([item_id, offer_id, quantity, rental_days]) => ({ item_id, offer_id, quantity, rental_days })),
      );
    }),
  );
});

it('the same offer for the same length is one line; another length is another', () => {
  const once = cart.withLine([], ['a', 'rent', 1, 3]);
  expect(cart.withLine(once, ['a', 'rent', 2, 3])).toEqual([['a', 'rent', 3, 3]]);
  expect(cart.withLine(once, ['a', 'rent', 1, 7])).toHaveLength(2);
  expect(cart.countOf(cart.withLine(once, ['b', 'sale', 4]))).toBe(5);
});

it('a quantity is a whole number from 1 to 99, whatever was typed', () => {
  const typed = [0, -3, 2.9, 1000, Number.NaN];
  expect(typed.map((quantity) => cart.withQuantity(['a', 'sale', 1], quantity)[2])).toEqual([1, 1, 2, 99, 1]);
});

it('an empty cart leaves no cookie', () => {
  expect(cart.cookieOf([])).toContain('Max-Age=0');
});

it('a cookie that is no cart is an empty one', () => {
  for (const cookies of ['', 'cart=', 'cart=%', 'cart=3', 'lang=en']) expect(cart.readLines(cookies)).toEqual([]);
});
