import * as v from 'valibot';
import { moneySchema } from './money.ts';
import { shape } from './shape.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.minLength(1));

/** A charge on top of the price; one that is not optional belongs to every total. */
export const feeSchema = shape({ type: text, label: text, amount: moneySchema, optional: v.boolean() });
export type Fee = v.InferOutput<typeof feeSchema>;

/** Money held for a rental. `waivable`: some shoppers need not pay it, under `waiver_condition`. */
export const depositSchema = shape({
  amount: moneySchema,
  refundable: v.boolean(),
  waivable: v.boolean(),
  waiver_condition: v.optional(text),
  refund_within_days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Deposit = v.InferOutput<typeof depositSchema>;

export const billingUnits = ['hour', 'day', 'week', 'month', 'year'] as const;
export type BillingUnit = (typeof billingUnits)[number];

/** The rental half of an offer. `term`, `min_periods` and `periods` count billing periods. */
export const leaseSchema = shape({
  billing_period: shape({ unit: v.picklist(billingUnits), count }),
  term: shape({ min: count, max: v.optional(count), step: v.optional(count) }),
  /** Price per period that applies from `min_periods` on. */
  price_tiers: v.array(shape({ min_periods: count, price: moneySchema })),
  /** A fixed total for a length. */
  packages: v.optional(v.array(shape({ periods: count, price: moneySchema }))),
  /** null: none is asked for; absent: the shop did not state it. */
  deposit: v.optional(v.nullable(depositSchema)),
  buyout: v.optional(shape({ price: moneySchema, after_periods: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
});
export type Lease = v.InferOutput<typeof leaseSchema>;

/** How an item can be had: sold for `price`, or let for `price` per billing period. Every amount has one currency. */
export const offerSchema = v.pipe(
  shape({
    id: text,
    kind: v.picklist(['sell', 'lease']),
    price: moneySchema,
    list_price: v.optional(moneySchema),
    fees: v.optional(v.array(feeSchema), []),
    valid_until: v.optional(text),
    lease: v.optional(leaseSchema),
  }),
  v.check((offer) => (offer.kind === 'lease') === (offer.lease !== undefined), 'a lease offer has `lease`, a sale offer has none'),
  v.check(
    (offer) => amountsOf(offer).every((money) => money.currency === offer.price.currency),
    'all amounts of an offer are in one currency',
  ),
  v.check((offer) => amountsOf(offer).every((money) => money.amount >= 0), 'amounts of an offer are not negative'),
);
export type Offer = v.InferOutput<typeof offerSchema>;

/** Every amount an offer states, in no order. */
function amountsOf(offer: { price: v.InferOutput<typeof moneySchema> } & Record<string, unknown>): v.InferOutput<typeof moneySchema>[] {
  const { price, list_price, fees, lease } = offer as Offer;
  return [
    price,
    ...(list_price ? [list_price] : []),
    ...fees.map((fee) => fee.amount),
    ...(lease
      ? [
          ...lease.price_tiers.map((tier) => tier.price),
          ...(lease.packages ?? []).map((pack) => pack.price),
          ...(lease.deposit ? [lease.deposit.amount] : []),
          ...(lease.buyout ? [lease.buyout.price] : []),
        ]
      : []),
  ];
}
