import * as v from 'valibot';
import { moneySchema } from './money.ts';
import { shape } from './shape.ts';

const text = v.pipe(v.string(), v.minLength(1));

/** A shopper's order, as `ORDERS_URL` returns it and the order card shows it. */
export const orderSchema = shape({
  id: text,
  status: text,
  /** ISO 8601 instant. */
  placed_at: text,
  lines: v.array(
    shape({
      item_id: text,
      title: text,
      quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
      price: moneySchema,
      lease: v.optional(shape({ days: v.number(), deposit: v.nullable(moneySchema), due_back: v.optional(text) })),
    }),
  ),
  total: moneySchema,
});
export type Order = v.InferOutput<typeof orderSchema>;

/** Where a parcel is, newest event first or last as the carrier sends them. */
export const trackingSchema = shape({
  order_id: text,
  carrier: text,
  events: v.array(shape({ at: text, place: v.optional(text), text: v.string(), status: text })),
});
export type Tracking = v.InferOutput<typeof trackingSchema>;
