import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Item, itemSchema } from '../../protocol/item.ts';
import type { Offer } from '../../protocol/offer.ts';
import { totalFor } from '../../protocol/total.ts';
import { brands } from './brands.ts';
import { demoTypeOf, demoTypes } from './demo-type.ts';
import { demoItems } from './items.ts';
import { audiences, features, uses } from './words.ts';

const all = demoItems();
const chinese = all.filter((item) => item.locale === 'zh-CN');
const english = new Map(all.filter((item) => item.locale === 'en').map((item) => [item.id, item]));
const pairs = chinese.map((zh): [Item, Item] => {
  const en = english.get(zh.id);
  if (!en) throw new Error(`${zh.id} has no English record`);
  return [zh, en];
});
const leases = (item: Item) => item.offers.filter((offer) => offer.lease);
/** Everything of an offer that is not a word. */
const amounts = (offer: Offer) =>
  JSON.stringify(offer, (key, value) => (key === 'label' || key === 'waiver_condition' ? undefined : value));
const numbers = (item: Item) => Object.entries(item.attributes ?? {}).filter(([, { value }]) => typeof value === 'number');

describe('the demo catalogue', () => {
  it('holds at least 240 items of every type, with at least 24 makers', () => {
    expect(chinese.length).toBeGreaterThanOrEqual(240);
    expect(new Set(chinese.map(({ id }) => demoTypeOf(id)))).toEqual(new Set(demoTypes));
    expect(Object.keys(brands).length).toBeGreaterThanOrEqual(24);
    expect(new Set(chinese.map(({ brand }) => brand)).size).toBe(Object.keys(brands).length);
  });

  it('says no word twice in a row where a model ends as its name begins', () => {
    for (const { title } of all) expect(title).not.toMatch(/\b([\p{L}\d]+) \1\b/iu);
  });

  it('is the same at every call', () => {
    expect(demoItems()).toEqual(all);
  });

  it('follows the protocol, record by record', () => {
    for (const item of all) expect(v.safeParse(itemSchema, item).issues ?? [], item.id).toEqual([]);
  });

  it('has one record for each id and locale, and ids of lower-case words', () => {
    expect(new Set(all.map(({ id, locale }) => `${id} ${locale}`)).size).toBe(all.length);
    expect(english.size).toBe(chinese.length);
    for (const { id } of chinese) expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(new Set(chinese.map(({ sku }) => sku)).size).toBe(chinese.length);
  });

  it('sells and lets things of every type', () => {
    for (const type of demoTypes) {
      const own = chinese.filter(({ id }) => demoTypeOf(id) === type);
      expect(
        own.some(({ offers }) => offers.some(({ kind }) => kind === 'sell')),
        type,
      ).toBe(true);
      expect(
        own.some((item) => leases(item).length > 0),
        type,
      ).toBe(true);
    }
  });
});

describe('the two languages of an item', () => {
  it('agree on offers, stock, numbers and keys', () => {
    for (const [zh, en] of pairs) {
      expect(en.offers.map(amounts), zh.id).toEqual(zh.offers.map(amounts));
      expect(en.availability).toEqual(zh.availability);
      expect(Object.keys(en.attributes ?? {})).toEqual(Object.keys(zh.attributes ?? {}));
      expect(numbers(en).map(([key, { value, unit }]) => [key, value, unit])).toEqual(
        numbers(zh).map(([key, { value, unit }]) => [key, value, unit]),
      );
      expect([en.rating, en.popularity, en.condition, en.product_id]).toEqual([zh.rating, zh.popularity, zh.condition, zh.product_id]);
      expect(en.policies?.map(({ type }) => type)).toEqual(zh.policies?.map(({ type }) => type));
    }
  });

  it('list words in parallel, so that translations can be paired', () => {
    const names: Record<'features' | 'use_cases' | 'audience', readonly (readonly [string, string])[]> = {
      features: Object.values(features),
      use_cases: Object.values(uses),
      audience: Object.values(audiences),
    };
    for (const [zh, en] of pairs) {
      for (const [field, table] of Object.entries(names) as [keyof typeof names, (typeof names)['features']][])
        expect(zh[field]?.map((word) => table.find(([one]) => one === word)?.[1])).toEqual(en[field]);
      expect(zh.categories?.length).toBe(en.categories?.length);
      expect(zh.options?.length).toBe(en.options?.length);
    }
  });

  it('never use one word for two different things', () => {
    for (const table of [features, uses, audiences]) {
      const rows = Object.values(table);
      expect(new Set(rows.map(([zh]) => zh)).size).toBe(rows.length);
      expect(new Set(rows.map(([, en]) => en)).size).toBe(rows.length);
    }
  });

  it('are written in their own script', () => {
    for (const [zh, en] of pairs) {
      expect(zh.description?.plain, zh.id).toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(en), en.id).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('an item', () => {
  it('states at least five facts, and what it does, for what and for whom', () => {
    for (const item of chinese) {
      expect(Object.keys(item.attributes ?? {}).length, item.id).toBeGreaterThanOrEqual(5);
      for (const list of [item.features, item.use_cases, item.audience]) expect(list?.length, item.id).toBeGreaterThan(0);
      expect(new Set(item.features).size, item.id).toBe(item.features?.length);
    }
  });

  it('is told in two or three sentences with every fact filled in', () => {
    for (const item of all) {
      expect(item.description?.plain, item.id).not.toMatch(/[{}]|undefined|\.\.|。。/);
      expect(item.description?.plain.split(/[。！]|[.!](?=\s|$)/u).length, item.id).toBeGreaterThan(2);
    }
  });

  it('has a page and two pictures of its own', () => {
    for (const item of all) {
      expect(item.url).toBe(`/p/${item.id}`);
      expect(item.media?.slice(0, 2).map(({ url }) => url)).toEqual([`/pictures/${item.id}.svg`, `/pictures/${item.id}-2.svg`]);
    }
  });
});

describe('a rental', () => {
  const everyLease = chinese.flatMap((item) => leases(item).map((offer) => ({ id: item.id, offer, lease: offer.lease })));

  it('costs less a day the longer it is, and a package less than its days', () => {
    for (const { id, offer, lease } of everyLease) {
      const prices = lease?.price_tiers.map(({ price }) => price.amount) ?? [];
      expect(prices, id).toEqual([...new Set(prices)].sort((a, b) => b - a));
      expect(offer.price.amount, id).toBe(prices[0]);
      for (const pack of lease?.packages ?? []) {
        const tier = lease?.price_tiers.findLast(({ min_periods }) => min_periods <= pack.periods);
        expect(pack.price.amount, id).toBeLessThanOrEqual((tier?.price.amount ?? 0) * pack.periods);
      }
    }
  });

  it('can be reckoned for every length the offer allows', () => {
    for (const { id, offer, lease } of everyLease) {
      const days = lease?.billing_period.unit === 'month' ? 30 : 1;
      expect(totalFor(offer, (lease?.term.min ?? 1) * days)?.amount, id).toBeGreaterThan(0);
      expect(totalFor(offer, (lease?.term.max ?? 1) * days + 1), id).toBeNull();
    }
  });

  it('asks a deposit below the price, or none, or does not say', () => {
    const kinds = new Set(
      everyLease.map(({ lease }) =>
        lease?.deposit === undefined ? 'unstated' : lease.deposit === null ? 'none' : lease.deposit.waivable ? 'waivable' : 'due',
      ),
    );
    expect(kinds).toEqual(new Set(['unstated', 'none', 'waivable', 'due']));
    for (const item of chinese) {
      const sale = item.offers.find(({ kind }) => kind === 'sell');
      for (const { lease } of leases(item)) {
        if (!lease?.deposit) continue;
        expect(lease.deposit.waivable, item.id).toBe(lease.deposit.waiver_condition !== undefined);
        if (sale) expect(lease.deposit.amount.amount / sale.price.amount, item.id).toBeGreaterThan(0.25);
        if (sale) expect(lease.deposit.amount.amount / sale.price.amount, item.id).toBeLessThan(0.65);
      }
    }
  });

  it('states as policies what its offer holds', () => {
    for (const item of chinese) {
      const types = item.policies?.map(({ type }) => type) ?? [];
      const own = leases(item);
      expect(types.includes('damage_waiver'), item.id).toBe(own.some(({ fees }) => fees.some(({ type }) => type === 'damage_waiver')));
      expect(types.includes('rent_to_own'), item.id).toBe(own.some(({ lease }) => lease?.buyout));
      expect(types.includes('deposit_free'), item.id).toBe(own.some(({ lease }) => lease?.deposit?.waivable));
    }
  });
});

describe('the shop as a whole', () => {
  it('has some of everything a shopper may ask about', () => {
    const states = new Set(chinese.map(({ availability }) => availability?.status));
    expect(states).toEqual(new Set(['in_stock', 'out_of_stock', 'rented_out', 'preorder']));
    expect(new Set(chinese.map(({ condition }) => condition)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(chinese.map(({ seller }) => seller?.id)).size).toBeGreaterThanOrEqual(6);
    expect(chinese.filter(({ media }) => media?.some(({ type }) => type === 'video')).length).toBeGreaterThanOrEqual(12);
    expect(chinese.some(({ offers }) => offers.some(({ list_price }) => list_price))).toBe(true);
    expect(chinese.filter(({ product_id }) => product_id).length).toBeGreaterThan(60);
  });

  it('certifies most baby gear, and says nothing where there is nothing to say', () => {
    const gear = chinese.filter(({ id }) => ['stroller', 'seat', 'baby'].includes(demoTypeOf(id)));
    const certified = gear.filter(({ seller }) => (seller?.certifications?.length ?? 0) > 0);
    expect(certified.length / gear.length).toBeGreaterThan(0.6);
    expect(certified.length).toBeLessThan(gear.length);
  });
});
