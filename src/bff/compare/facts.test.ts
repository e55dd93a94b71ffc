import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareRow } from '../../protocol/compare.ts';
import type { Attribute, Item } from '../../protocol/item.ts';
import { anItem } from '../../testing/items.ts';
import { convert } from '../language/units.ts';
import { compare } from './compare.ts';
import { comparePolicy } from './policy.ts';

const withFacts = (...facts: readonly Record<string, Attribute>[]): Item[] =>
  facts.map((attributes, index) => anItem({ id: `item-${index}`, attributes }));
const rowFor = (items: readonly Item[], key: string, locale = 'en'): CompareRow | undefined =>
  compare(items, { locale }).rows.find((row) => row.key === `attributes.${key}`);

describe('facts are aligned by meaning', () => {
  it('under another name in another language, with the unit of the first', () => {
    const items = withFacts(
      { weight: { label: 'Weight', value: 390, unit: 'g' } },
      { 机身重量: { label: '机身重量（kg）', value: 0.41, unit: 'kg' } },
      { item_weight: { label: 'Item weight', value: '1.5 lb' } },
    );
    const row = rowFor(items, 'weight');
    expect(row?.cells.map((cell) => cell?.text)).toEqual(['390 g', '410 g', '680.389 g']);
    expect(row?.cells.map((cell) => cell?.source)).toEqual(['attributes.weight', 'attributes.机身重量', 'attributes.item_weight']);
    expect(row).toMatchObject({ best: 0, best_label: 'lightest' });
  });

  it('never where one item states both side by side', () => {
    const items = withFacts(
      { weight: { label: 'Weight', value: 390, unit: 'g' }, net_weight: { label: 'Net weight', value: 350, unit: 'g' } },
      { weight: { label: 'Weight', value: 400, unit: 'g' } },
    );
    expect(rowFor(items, 'weight')?.cells.map((cell) => cell?.text)).toEqual(['390 g', '400 g']);
    expect(rowFor(items, 'net_weight')?.cells.map((cell) => cell?.text ?? null)).toEqual(['350 g', null]);
  });

  it('never where the units measure different things', () => {
    const items = withFacts({ power: { label: 'Power', value: 65, unit: 'W' } }, { wattage: { label: 'Power', value: 3, unit: 'kg' } });
    expect(rowFor(items, 'power')?.cells.map((cell) => cell?.text ?? null)).toEqual(['65 W', null]);
  });

  it("by the shop's own word for it", () => {
    const items = withFacts({ cap: { label: 'Cap', value: 2, unit: 'L' } }, { volume: { label: 'Volume', value: 1500, unit: 'ml' } });
    const policy = comparePolicy({ better: {}, same: [['volume', 'cap']], certificates: [] });
    const row = compare(items, { locale: 'en', policy }).rows.find((each) => each.key === 'attributes.volume');
    expect(row?.cells.map((cell) => cell?.text)).toEqual(['2 L', '1.5 L']);
  });
});

describe('units', () => {
  it.each([
    [{ value: 1, unit: 'TB' }, { value: 512, unit: 'GB' }, '0.512 TB'],
    [{ value: 14, unit: 'in' }, { value: 35.56, unit: 'cm' }, '14 in'],
    [{ value: 65, unit: 'W' }, { value: 0.1, unit: 'kW' }, '100 W'],
    [{ value: 90, unit: '°' }, { value: 45, unit: '度' }, '45°'],
    [{ value: 90, unit: 'min' }, { value: 2, unit: 'h' }, '120 min'],
  ])('%o beside %o reads %s', (one, other, text) => {
    const items = withFacts({ f: { label: 'F', ...one } }, { f: { label: 'F', ...other } });
    expect(rowFor(items, 'f')?.cells[1]?.text).toBe(text);
  });

  it('tells a charge as energy at the voltage the item states', () => {
    const items = withFacts(
      { battery: { label: 'Battery', value: 20, unit: 'Wh' } },
      { battery: { label: 'Battery', value: 5200, unit: 'mAh' }, voltage: { label: 'Voltage', value: 3.7, unit: 'V' } },
    );
    const row = rowFor(items, 'battery');
    expect(row?.cells[1]).toEqual({ text: '19.24 Wh (5200 mAh at 3.7 V)', value: 19.24, source: 'attributes.battery' });
    expect(row).toMatchObject({ best: 0, best_label: 'largest' });
  });

  it('assumes no voltage: the charge stands as it is stated, and nothing is best', () => {
    const items = withFacts(
      { battery: { label: 'Battery', value: 20, unit: 'Wh' } },
      { battery: { label: 'Battery', value: 5200, unit: 'mAh' } },
    );
    expect(rowFor(items, 'battery')?.cells[1]?.text).toBe('5200 mAh');
    expect(rowFor(items, 'battery')?.best).toBeUndefined();
  });

  it('a fact told in another unit of its kind is the same fact: no difference, no best', () => {
    const units = ['g', 'kg', 'lb', 'oz', '斤'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(...units), (grams, unit) => {
        const told = convert(grams, 'g', unit);
        const items = withFacts(
          { weight: { label: 'Weight', value: grams, unit: 'g' } },
          { weight: { label: 'Weight', value: told ?? 0, unit } },
        );
        const row = rowFor(items, 'weight');
        expect(row?.differs).toBe(false);
        expect(row?.best).toBeUndefined();
      }),
    );
  });

  it('whichever unit each fact is in and whichever column comes first, the same item is best', () => {
    const units = ['g', 'kg', 'mg'] as const;
    const weights = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.array(fc.constantFrom(...units), { minLength: 6, maxLength: 6 }), (grams, unit) => {
        const items = withFacts(
          ...grams.map((value, at) => ({
            weight: { label: 'Weight', value: convert(value, 'g', unit[at] ?? 'g') ?? value, unit: unit[at] ?? 'g' },
          })),
        );
        const lightest = `item-${grams.indexOf(Math.min(...grams))}`;
        for (const order of [items, items.toReversed()]) {
          const best = rowFor(order, 'weight')?.best;
          // Three places of the row's unit may make two weights one: then neither is best.
          if (best !== undefined) expect(order[best]?.id).toBe(lightest);
        }
      }),
    );
  });
});

describe('best', () => {
  it('is turned round or taken away by the shop', () => {
    const items = withFacts(
      { weight: { label: 'Weight', value: 1, unit: 'kg' }, screen_size: { label: 'Screen', value: 14, unit: 'in' } },
      { weight: { label: 'Weight', value: 2, unit: 'kg' }, screen_size: { label: 'Screen', value: 16, unit: 'in' } },
    );
    const policy = comparePolicy({ better: { weight: null, screen_size: { end: 'more' } }, same: [], certificates: [] });
    const { rows } = compare(items, { locale: 'zh-CN', policy });
    expect(rows.find((row) => row.key === 'attributes.weight')?.best).toBeUndefined();
    expect(rows.find((row) => row.key === 'attributes.screen_size')).toMatchObject({ best: 1, best_label: '最高' });
  });

  it('knows no best weight of a child or load', () => {
    const items = withFacts(
      { child_weight: { label: '适用体重', value: 9, unit: 'kg' } },
      { child_weight: { label: '适用体重', value: 15, unit: 'kg' } },
    );
    expect(rowFor(items, 'child_weight')?.best).toBeUndefined();
  });
});
