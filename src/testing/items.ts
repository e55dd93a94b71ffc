import * as v from 'valibot';
import { type Item, itemSchema } from '../protocol/item.ts';
import type { Money } from '../protocol/money.ts';
import type { Deposit, Lease, Offer } from '../protocol/offer.ts';

/** Whole minor units as money: `money(12950)` is ¥129.50. */
export function money(amount: number, currency = 'CNY'): Money {
  return { amount, currency };
}

/** A sale offer of `amount` minor units. */
export function aSale(amount = 329900, overrides: Partial<Offer> = {}): Offer {
  const currency = overrides.price?.currency ?? 'CNY';
  return { id: 'sale', kind: 'sell', price: money(amount, currency), fees: [], ...overrides };
}

export interface LeaseOverrides extends Partial<Omit<Offer, 'lease'>> {
  readonly lease?: Partial<Lease>;
  /** Daily tiers as `[from this many periods on, minor units per period]`; default: one tier of `amount`. */
  readonly tiers?: readonly (readonly [number, number])[];
}

/** A rental offer of `amount` minor units a day, one day at least, without a deposit. */
export function aLease(amount = 9900, { lease, tiers, ...overrides }: LeaseOverrides = {}): Offer {
  const currency = overrides.price?.currency ?? 'CNY';
  return {
    id: 'lease',
    kind: 'lease',
    price: money(amount, currency),
    fees: [],
    ...overrides,
    lease: {
      billing_period: { unit: 'day', count: 1 },
      term: { min: 1 },
      price_tiers: (tiers ?? [[1, amount]]).map(([min_periods, price]) => ({ min_periods, price: money(price, currency) })),
      deposit: null,
      ...lease,
    },
  };
}

/** A refundable deposit of `amount` minor units that nobody is spared. */
export function aDeposit(amount = 200000, overrides: Partial<Deposit> = {}): Deposit {
  return { amount: money(amount), refundable: true, waivable: false, ...overrides };
}

/**
 * A valid item: a camera for sale, in English, with whatever the test is about put over it.
 * @throws when the overrides make it no item, so that a test never runs on a product the shop could not have.
 */
export function anItem(overrides: Partial<Item> = {}): Item {
  return v.parse(itemSchema, {
    id: 'camera-1',
    title: 'Solvik R2 mirrorless camera',
    locale: 'en',
    offers: [aSale()],
    updated_at: '2026-01-01T00:00:00Z',
    brand: 'Solvik',
    categories: [{ value: 'Electronics > Cameras' }],
    availability: { available: true, status: 'in_stock' },
    ...overrides,
  });
}

/** The records of one item in several languages: what is shared once, then each locale's own words. */
export function anItemIn(shared: Partial<Item>, locales: Readonly<Record<string, Partial<Item>>>): Item[] {
  return Object.entries(locales).map(([locale, own]) => anItem({ ...shared, ...own, locale }));
}
