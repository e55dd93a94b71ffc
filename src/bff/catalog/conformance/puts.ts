import { describe, expect, test } from 'vitest';
import type { Asked } from './asked.ts';

/** Items that are put into a catalogue that serves. */
export function puts({ opened, item, can }: Asked): void {
  describe.runIf(can.writes)('what is put', () => {
    const lamp = (id: string, title: string, rest = {}) => item({ id, title, brand: 'Nordal', categories: [{ value: 'Lamps' }], ...rest });
    const start = [
      lamp('b-lamp', 'Brass lamp', { product_id: 'brass', attributes: { power: { label: 'Power', value: 40, unit: 'W' } } }),
      lamp('d-lamp', 'Dune lamp'),
      item({ id: 'kettle', title: 'Kettle', brand: 'Press', categories: [{ value: 'Kitchen' }] }),
    ];
    const ids = { locale: 'en' };

    test('is found by the next search as if it had always been there: words, names, numbers, order, facets', async () => {
      const engine = await opened(start);
      const search = async (wanted: Parameters<typeof engine.search>[0]) => (await engine.search(wanted, ids)).items.map(({ id }) => id);
      await search({ brands: ['nordal'], attributes: [{ name: 'power', op: 'lte', value: 50 }] });
      await engine.put?.([
        lamp('a-lamp', 'Amber lantern', { brand: 'Glimmer', attributes: { power: { label: 'Power', value: 9, unit: 'W' } } }),
        lamp('b-lamp', 'Brass lamp', { product_id: 'brass', attributes: { power: { label: 'Power', value: 60, unit: 'W' } } }),
        lamp('c-lamp', 'Brass lamp, tall', { product_id: 'brass' }),
      ]);
      expect(await search({ query: 'lantern' })).toEqual(['a-lamp']);
      expect(await search({ query: 'glimmre' })).toEqual(['a-lamp']);
      expect(await search({ brands: ['Glimmer'] })).toEqual(['a-lamp']);
      expect(await search({ attributes: [{ name: 'power', op: 'lte', value: 50 }] })).toEqual(['a-lamp']);
      expect(await search({ attributes: [{ name: 'power', op: 'gte', value: 50 }] })).toEqual(['b-lamp']);
      expect(await search({ product_types: ['lamps'] })).toEqual(['a-lamp', 'b-lamp', 'd-lamp']);
      const { variants, facets } = await engine.search({ product_types: ['lamps'] }, ids);
      expect(variants).toEqual({ 'b-lamp': 2 });
      expect(facets.find(({ field }) => field === 'brands')?.values).toEqual([
        { value: 'Nordal', count: 2 },
        { value: 'Glimmer', count: 1 },
      ]);
      const words = await engine.vocabulary();
      expect(words.brands.map(({ value, count }) => [value, count])).toEqual([
        ['Nordal', 3],
        ['Glimmer', 1],
        ['Press', 1],
      ]);
      expect(words.revision).toBe(await engine.revision());
    });

    test('in a language, a kind and a unit that the catalogue did not know is found as well', async () => {
      const engine = await opened(start);
      await engine.search({ query: 'lamp' }, ids);
      await engine.put?.([lamp('b-lamp', '黄铜台灯', { locale: 'zh-CN', product_id: 'brass', categories: [{ value: '灯具' }] })]);
      expect((await engine.search({ query: '黄铜' }, { locale: 'zh-CN' })).items.map(({ title }) => title)).toEqual(['黄铜台灯']);
      expect((await engine.search({ product_types: ['灯具'] }, ids)).items.map(({ title }) => title)).toEqual(['Brass lamp']);
      expect((await engine.vocabulary()).locales).toEqual(['en', 'zh-CN']);
    });

    test('again and again takes the place of what was there', async () => {
      const engine = await opened(start);
      for (const price of [500, 300, 700]) {
        const offers = [{ id: 'sell', kind: 'sell' as const, price: { amount: price, currency: 'CNY' }, fees: [] }];
        await engine.put?.([lamp('d-lamp', 'Dune lamp', { offers })]);
        const under = (max: string) => engine.search({ product_types: ['lamps'], price_range: { max } }, ids);
        expect((await under(String(price / 100))).items.map(({ id }) => id)).toEqual(['d-lamp']);
        expect((await under(String(price / 100 - 1))).total).toBe(0);
      }
    });
  });
}
