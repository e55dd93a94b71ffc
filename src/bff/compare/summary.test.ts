import { describe, expect, it } from 'vitest';
import { aLease, anItem, aSale } from '../../testing/items.ts';
import { compare } from './compare.ts';
import { comparePolicy } from './policy.ts';
import { summary } from './summary.ts';

const drive = (id: string, facts: Readonly<Record<string, number | string>>, offers = [aSale(100)]) =>
  anItem({
    id,
    title: `Drive ${id}`,
    offers,
    attributes: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { label: key, value }])),
  });
const said = (items: Parameters<typeof compare>[0], policy = comparePolicy()): string =>
  summary(compare(items, { locale: 'en', policy }), { locale: 'en', policy })
    .map(({ text }) => text)
    .join('\n');

describe('the rule-made summary', () => {
  it('asks about what an item leaves open only where most others state it, once for those that leave the same open', () => {
    const text = said([drive('a', { cache: 8 }), drive('b', { cache: 16 }), drive('c', {}), drive('d', {})]);
    expect(text).toContain('Drive c and Drive d do not state cache');
    expect(said([drive('a', { cache: 8 }), drive('b', {}), drive('c', {})])).not.toContain('not state');
  });

  it('does not leave to the use what has a better end, though two share it', () => {
    const items = [
      drive('a', { weight: 1, colour: 'red' }),
      drive('b', { weight: 1, colour: 'blue' }),
      drive('c', { weight: 2, colour: 'grey' }),
    ];
    expect(said(items)).toContain('They also differ in colour;');
    const free = comparePolicy({ better: { weight: null }, same: [], certificates: [] });
    expect(said(items, free)).toContain('They also differ in weight and colour;');
  });

  it('ranks no price beside an item without any offer', () => {
    const comparison = compare([drive('a', {}), drive('b', {}, [aSale(50)]), drive('c', {}, [])], { locale: 'en' });
    expect(comparison.rows.find((row) => row.key === 'price')?.best).toBeUndefined();
  });

  it('says of an item that is only sold what it is in every row of renting, and of none where nothing is let', () => {
    const both = anItem({ id: 'both', offers: [aSale(), aLease()] });
    const sold = anItem({ id: 'sold', title: 'Sold', offers: [aSale()] });
    const rows = compare([both, sold], { locale: 'en' }).rows;
    expect(rows.find((row) => row.key === 'break_even')?.cells[1]?.text).toBe('for sale only');
    expect(compare([sold, anItem({ id: 's2', offers: [aSale(2)] })], { locale: 'en' }).rows.some((row) => row.key === 'break_even')).toBe(
      false,
    );
  });

  it('an option that says a fact over again is no row of its own', () => {
    const phone = (id: string, memory: string, value: number) =>
      anItem({ id, options: [{ name: 'Memory', value: memory }], attributes: { memory: { label: 'Memory', value, unit: 'GB' } } });
    const keys = compare([phone('a', '6GB', 6), phone('b', '8 GB', 8)], { locale: 'en' }).rows.map((row) => row.key);
    expect(keys).toContain('attributes.memory');
    expect(keys).not.toContain('options.Memory');
  });
});
