import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareRow } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { totalFor } from '../../protocol/total.ts';
import { aDeposit, aLease, anItem, aSale, money } from '../../testing/items.ts';
import { breakEven } from './break-even.ts';
import { compare } from './compare.ts';

const rowFor = (items: readonly Item[], key: string, days?: number, locale = 'en'): CompareRow | undefined =>
  compare(items, { locale, ...(days === undefined ? {} : { days }) }).rows.find((row) => row.key === key);
const texts = (row: CompareRow | undefined): (string | null)[] | undefined => row?.cells.map((cell) => cell?.text ?? null);

/** Leases of every shape: tiers that fall, a package, a step, a longest term. */
const leases = fc
  .record({
    rate: fc.integer({ min: 100, max: 20_000 }),
    fall: fc.integer({ min: 0, max: 50 }),
    from: fc.integer({ min: 2, max: 20 }),
    min: fc.integer({ min: 1, max: 5 }),
    max: fc.option(fc.integer({ min: 30, max: 200 }), { nil: undefined }),
    unit: fc.constantFrom('day' as const, 'week' as const),
    pack: fc.option(fc.integer({ min: 2, max: 30 }), { nil: undefined }),
  })
  .map(({ rate, fall, from, min, max, unit, pack }) =>
    aLease(rate, {
      tiers: [
        [1, rate],
        [from, Math.ceil((rate * (100 - fall)) / 100)],
      ],
      lease: {
        billing_period: { unit, count: 1 },
        term: { min, ...(max === undefined ? {} : { max }) },
        ...(pack === undefined ? {} : { packages: [{ periods: pack, price: money(rate * Math.ceil(pack / 2)) }] }),
      },
    }),
  );

describe('amounts', () => {
  it('for every term and every lease are the sum that search, card and guard use, and the least of them is best', () => {
    fc.assert(
      fc.property(fc.array(leases, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 250 }), (offers, days) => {
        const items = offers.map((offer, index) => anItem({ id: `i${index}`, offers: [offer] }));
        const row = rowFor(items, 'total', days);
        const totals = offers.map((offer) => totalFor(offer, days));
        expect(row?.cells.map((cell) => cell?.value ?? null)).toEqual(totals);
        if (row?.best !== undefined) {
          const least = Math.min(...totals.flatMap((total) => total?.amount ?? []));
          expect(totals[row.best]?.amount).toBe(least);
          expect(totals.filter((total) => total?.amount === least)).toHaveLength(1);
        }
      }),
    );
  });

  it('hold the fees nobody is spared, and say so', () => {
    const fees = [
      { type: 'delivery', label: 'Delivery', amount: money(1000), optional: false },
      { type: 'wrap', label: 'Gift wrap', amount: money(9999), optional: true },
    ];
    const items = [anItem({ id: 'a', offers: [aSale(10000, { fees })] }), anItem({ id: 'b', offers: [aSale(10500)] })];
    const row = rowFor(items, 'price');
    expect(texts(row)).toEqual(['¥110, of which ¥10 fees', '¥105']);
    expect(row).toMatchObject({ best: 1, best_label: 'cheapest' });
  });

  it('an item that is only sold says so where renting is compared, one without an offer is not stated', () => {
    const items = [
      anItem({ id: 'a', offers: [aLease(9900)] }),
      anItem({ id: 'b', offers: [aSale(5000)] }),
      anItem({ id: 'c', offers: [] }),
    ];
    expect(texts(rowFor(items, 'rate'))).toEqual(['¥99/day', 'for sale only', null]);
    expect(texts(rowFor(items, 'price', undefined, 'zh-CN'))).toEqual(['只租不卖', '¥50', null]);
  });

  it('a term no rental can have reads so, and is no missing fact', () => {
    const items = [
      anItem({ id: 'a', offers: [aLease(100, { lease: { term: { min: 1, max: 5 } } })] }),
      anItem({ id: 'b', offers: [aLease(100)] }),
    ];
    expect(texts(rowFor(items, 'total', 9))).toEqual(['not for 9 days', '¥9']);
  });

  it('a deposit that is none is the lowest; one that is not stated leaves no lowest', () => {
    const none = anItem({ id: 'a', offers: [aLease(100)] });
    const some = anItem({ id: 'b', offers: [aLease(100, { lease: { deposit: aDeposit(200000, { waivable: true }) } })] });
    const { deposit: _, ...unstated } = aLease(100).lease ?? {
      billing_period: { unit: 'day', count: 1 },
      term: { min: 1 },
      price_tiers: [],
    };
    const silent = anItem({ id: 'c', offers: [{ ...aLease(100), lease: unstated }] });
    expect(rowFor([none, some], 'deposit')).toMatchObject({ best: 0, best_label: 'lowest' });
    expect(texts(rowFor([none, some, silent], 'deposit'))).toEqual(['none', '¥2,000, can be waived', null]);
    expect(rowFor([none, some, silent], 'deposit')?.best).toBeUndefined();
  });
});

describe('renting against buying', () => {
  it('every rental up to the day is cheaper, and the next longer one is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1_000_000 }), leases, (price, lease) => {
        const even = breakEven(aSale(price), lease);
        const total = (days: number) => totalFor(lease, days)?.amount;
        if (even?.kind === 'never') expect(total(1)).toBeGreaterThanOrEqual(price);
        else if (even) {
          for (let days = 1; days <= even.days; days += 1) expect(total(days)).toBeLessThan(price);
          if (even.kind === 'until') expect(total(even.days + 1) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(price);
        }
      }),
    );
  });

  it('is said in both languages', () => {
    const items = [anItem({ id: 'a', offers: [aSale(35000), aLease(1000)] }), anItem({ id: 'b', offers: [aSale(500), aLease(1000)] })];
    expect(texts(rowFor(items, 'break_even'))).toEqual(['renting is cheaper up to 34 days', 'buying is cheaper from the start']);
    expect(texts(rowFor(items, 'break_even', undefined, 'zh-CN'))).toEqual(['34 天以内租更省', '买更省，最短的租期也不划算']);
  });

  it('names the longest rental where that too is cheaper', () => {
    const most = anItem({ id: 'a', offers: [aSale(90000), aLease(1000, { lease: { term: { min: 1, max: 30 } } })] });
    const open = anItem({ id: 'b', offers: [aSale(9_000_000), aLease(1000)] });
    expect(texts(rowFor([most, open], 'break_even'))).toEqual([
      'renting is cheaper, even for the longest rental, 30 days',
      'renting is cheaper, even for 730 days',
    ]);
    expect(texts(rowFor([most, open], 'break_even', undefined, 'zh-CN'))).toEqual(['租更省，最长租 30 天也是', '租更省，租 730 天也是']);
  });

  it('is not told across currencies', () => {
    expect(breakEven(aSale(100, { price: money(100, 'USD') }), aLease(10))).toBeNull();
  });
});
