import { describe, expect, it } from 'vitest';
import { totalFor } from '../../protocol/total.ts';
import { aDeposit, aLease, anItem, aSale } from '../../testing/items.ts';
import { compare } from './compare.ts';

const row = (comparison: ReturnType<typeof compare>, key: string) => comparison.rows.find((each) => each.key === key);

describe('a comparison', () => {
  it('aligns facts by key and converts units to those of the first item', () => {
    const comparison = compare(
      [
        anItem({ id: 'a', attributes: { weight: { label: 'Weight', value: 390, unit: 'g' } } }),
        anItem({ id: 'b', attributes: { weight: { label: 'Weight', value: 0.41, unit: 'kg' } } }),
      ],
      { locale: 'en' },
    );
    expect(row(comparison, 'attributes.weight')).toMatchObject({ cells: [{ text: '390 g' }, { text: '410 g' }], differs: true, best: 0 });
  });

  it('leaves what is not stated empty, and then names no best', () => {
    const comparison = compare(
      [anItem({ id: 'a', attributes: { weight: { label: 'Weight', value: 390, unit: 'g' } } }), anItem({ id: 'b', attributes: {} })],
      { locale: 'en' },
    );
    const weight = row(comparison, 'attributes.weight');
    expect(weight?.cells[1]).toBeNull();
    expect(weight?.best).toBeUndefined();
    expect(weight?.differs).toBe(true);
  });

  it('names no best where two share it, or where no direction is known', () => {
    const facts = (weight: number, screen: number) => ({
      weight: { label: 'Weight', value: weight, unit: 'g' },
      screen_size: { label: 'Screen', value: screen, unit: 'inch' },
    });
    const comparison = compare([anItem({ id: 'a', attributes: facts(390, 3) }), anItem({ id: 'b', attributes: facts(390, 4) })], {
      locale: 'en',
    });
    expect(row(comparison, 'attributes.weight')?.best).toBeUndefined();
    expect(row(comparison, 'attributes.screen_size')?.best).toBeUndefined();
  });

  it('ranks no price against one of another currency', () => {
    const usd = { ...aSale(100), price: { amount: 100, currency: 'USD' } };
    const comparison = compare([anItem({ id: 'a', offers: [aSale(200)] }), anItem({ id: 'b', offers: [usd] })], { locale: 'en' });
    expect(row(comparison, 'price')?.best).toBeUndefined();
  });

  it('totals every column for the chosen term', () => {
    const items = [anItem({ id: 'a', offers: [aLease(9900)] }), anItem({ id: 'b', offers: [aLease(5000)] })];
    const total = row(compare(items, { locale: 'en', days: 10 }), 'total');
    expect(total?.cells.map((cell) => cell?.value)).toEqual(items.map((item) => totalFor(item.offers[0] as never, 10)));
    expect(total?.best).toBe(1);
  });

  it('tells a deposit that is none from one that is not stated', () => {
    const items = [
      anItem({ id: 'a', offers: [aLease(9900, { lease: { deposit: null } })] }),
      anItem({ id: 'b', offers: [aLease(9900, { lease: { deposit: aDeposit(200000, { waivable: true }) } })] }),
    ];
    expect(row(compare(items, { locale: 'en' }), 'deposit')?.cells.map((cell) => cell?.text)).toEqual(['none', '¥2,000, can be waived']);
  });

  it('says so when the items are of different kinds, and tells only what more than one kind states', () => {
    const weight = { label: 'Weight', value: 480, unit: 'g' };
    const camera = { categories: [{ value: 'Camera' }], attributes: { weight, sensor: { label: 'Sensor', value: 'APS-C' } } };
    const items = [
      anItem({ id: 'a', ...camera }),
      anItem({ id: 'b', ...camera }),
      anItem({ id: 'c', categories: [{ value: 'Tent' }], attributes: { weight: { ...weight, value: 2, unit: 'kg' } } }),
    ];
    const comparison = compare(items, { locale: 'en' });
    expect(comparison.note).toMatch(/different kinds/);
    expect(row(comparison, 'attributes.weight')).toBeDefined();
    expect(row(comparison, 'attributes.sensor')).toBeUndefined();
    expect(row(compare(items.slice(0, 2), { locale: 'en' }), 'attributes.sensor')).toBeDefined();
  });
});
