import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../protocol/item.ts';
import { anItem } from '../../../../testing/items.ts';
import { bundleTotals } from '../../../turn/cards/bundle-card.ts';
import { chooseKit, type KitTerms, kitTotal } from './choose.ts';
import type { Role } from './kit-wish.ts';

const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });
const role = (name: string, more: Partial<Role> = {}): Role => ({ count: 'one', extra: false, types: [name], name, query: null, ...more });
const terms: KitTerms = { people: null, days: 2, budget: null, currency: 'CNY', uses: [], cheapest: false };

/** @param rent yuan a day; null: only sold, for `price`. */
function thing(
  id: string,
  rent: number | null,
  { price = 1000, min = 1, people }: { price?: number; min?: number; people?: number } = {},
): Item {
  return anItem({
    id,
    offers: [
      { id: 'sale', kind: 'sell', price: yuan(price), fees: [] },
      ...(rent === null
        ? []
        : [
            {
              id: 'rent',
              kind: 'lease' as const,
              price: yuan(rent),
              fees: [],
              lease: {
                billing_period: { unit: 'day' as const, count: 1 },
                term: { min },
                price_tiers: [{ min_periods: 1, price: yuan(rent) }],
                deposit: null,
              },
            },
          ]),
    ],
    ...(people === undefined ? {} : { attributes: { seats: { label: 'Sleeps (people)', value: people } } }),
  });
}

const ids = (kit: ReturnType<typeof chooseKit>): string[] => kit.members.map(({ item, quantity }) => `${item.id}×${quantity}`);

describe('a kit', () => {
  it('counts with the totals its card shows', () => {
    const member = fc.record({
      rent: fc.option(fc.integer({ min: 1, max: 300 })),
      price: fc.integer({ min: 1, max: 5000 }),
      min: fc.integer({ min: 1, max: 5 }),
      quantity: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(member, { minLength: 2, maxLength: 6 }), fc.option(fc.integer({ min: 5, max: 30 })), (all, days) => {
        const members = all.map(({ rent, price, min, quantity }, at) => ({
          role: role(`r${at}`),
          item: thing(`i${at}`, rent, { price, min }),
          quantity,
          small: false,
        }));
        const totals = bundleTotals(
          members.map(({ item, quantity }) => ({ item, quantity, role: '' })),
          days ?? undefined,
        );
        expect(kitTotal(members, { days, currency: 'CNY' })).toBe((totals.rent?.amount ?? 0) + (totals.price?.amount ?? 0));
      }),
    );
  });

  it('stays within the budget by the exchange that gives up least', () => {
    const good = { ...thing('good', 90), rating: { value: 5, scale_max: 5, count: 3 } };
    const plain = { ...thing('plain', 40), rating: { value: 4, scale_max: 5, count: 3 } };
    const found = [
      { role: role('a'), items: [good, plain] },
      { role: role('b'), items: [thing('b', 50)] },
    ];
    expect(ids(chooseKit(found, terms))).toEqual(['good×1', 'b×1']);
    const kit = chooseKit(found, { ...terms, budget: 20_000 });
    expect(ids(kit)).toEqual(['plain×1', 'b×1']);
    expect(kit.over).toBe(false);
  });

  it('leaves out extras before it gives up, and says when even that is too much', () => {
    const found = [
      { role: role('a'), items: [thing('a', 50)] },
      { role: role('b'), items: [thing('b', 50)] },
      { role: role('c', { extra: true }), items: [thing('c', 50)] },
    ];
    expect(chooseKit(found, { ...terms, budget: 20_000 })).toMatchObject({ over: false, spared: [{ name: 'c' }] });
    expect(chooseKit(found, { ...terms, budget: 5_000 })).toMatchObject({ over: true, members: [{}, {}] });
  });

  it('holds everybody: enough tents, a bag a head, one projector that is large enough', () => {
    const found = [
      { role: role('tent', { count: 'filling' }), items: [thing('two', 30, { people: 2 })] },
      { role: role('bag', { count: 'each' }), items: [thing('bag', 5)] },
      { role: role('projector', { count: 'holding' }), items: [thing('small', 9, { people: 3 }), thing('large', 99, { people: 50 })] },
    ];
    expect(ids(chooseKit(found, { ...terms, people: 5 }))).toEqual(['two×3', 'bag×5', 'large×1']);
    expect(chooseKit(found, { ...terms, people: 80 }).members.at(-1)).toMatchObject({ item: { id: 'large' }, small: true });
  });

  it('takes nothing of which there are too few', () => {
    const few = { ...thing('few', 5), availability: { available: true, status: 'in_stock' as const, quantity: 2 } };
    const found = [
      { role: role('bag', { count: 'each' }), items: [few] },
      { role: role('a'), items: [thing('a', 5)] },
    ];
    expect(chooseKit(found, { ...terms, people: 4 }).missing).toMatchObject([{ name: 'bag' }]);
  });
});
