import * as v from 'valibot';
import { itemIdSchema } from '../../protocol/item.ts';

const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));
const days = v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650));
const line = v.pipe(
  v.tuple([itemIdSchema, v.string(), quantity, v.optional(days)]),
  v.transform(([item_id, offer_id, amount, rental_days]) => ({
    item_id,
    offer_id,
    quantity: amount,
    ...(rental_days === undefined ? {} : { rental_days }),
  })),
);

/** One line of the cart: an item under one of its offers, for a rental with its length in days. */
export interface CartLine {
  readonly item_id: string;
  readonly offer_id: string;
  readonly quantity: number;
  readonly rental_days?: number;
}

/**
 * Reads the cookie that `public/cart.js` writes: JSON of `[item, offer, quantity, days?]`, percent-encoded. Whatever is not a
 * line is left out, since anybody can write a cookie.
 */
export function readCart(cookie: string): CartLine[] {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(cookie));
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const parsed = v.safeParse(line, each);
    return parsed.success ? [parsed.output] : [];
  });
}
