import { describe, expect, test } from 'vitest';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { Asked } from './asked.ts';

/** What a search answers beside its items. */
export function results({ search, ids, found, can, opened, item }: Asked): void {
  describe('results', () => {
    test.runIf(can.explains)('one item stands for its product, and says how many variants there are', async () => {
      const result = await search({ query: '微单' });
      expect(result.total).toBe(1);
      expect(result.variants).toEqual({ 'solvik-r2-black': 2 });
      expect(await found({ product_id: 'solvik-r2' })).toEqual(['solvik-r2-black', 'solvik-r2-silver']);
    });
    test('pages follow each other without a gap or a repeat', async () => {
      const wanted: SearchArguments = { sort: 'price_asc', limit: 3 };
      const first = await search(wanted);
      const second = await search({ ...wanted, ...(first.cursor !== undefined && { cursor: first.cursor }) });
      expect(first.cursor).toBeDefined();
      expect(second.cursor).toBeUndefined();
      expect([...first.items, ...second.items].map((item) => item.id)).toEqual(await ids({ sort: 'price_asc' }));
    });
    test.runIf(can.refuses)('a cursor of another search, or none at all, is refused', async () => {
      const { cursor = '' } = await search({ sort: 'price_asc', limit: 1 });
      await expect(search({ sort: 'price_desc', cursor })).rejects.toMatchObject({ code: 'bad_cursor' });
      await expect(search({ sort: 'price_asc', cursor: 'bm9wZQ' })).rejects.toMatchObject({ code: 'bad_cursor' });
    });
    test('an empty result tells what each condition costs', async () => {
      const result = await search({ product_types: ['相机'], brands: ['云隼'] });
      expect(result.total).toBe(0);
      expect(result.relaxations).toEqual([
        { without: 'brands', total: 1 },
        { without: 'product_types', total: 1 },
      ]);
    });
    test.runIf(can.explains)('a fact that none of the items states is told as not stated', async () => {
      const quiet: SearchArguments = { product_types: ['投影仪'], attributes: [{ name: 'noise_level', op: 'lte', value: 30 }] };
      expect((await search(quiet)).relaxations).toEqual([{ without: 'attributes.noise_level', total: 1, not_stated: true }]);
      const loud = await search({ product_types: ['无人机'], attributes: [{ name: '噪音', op: 'lte', value: 30 }] });
      expect(loud.relaxations).toEqual([{ without: 'attributes.噪音', total: 1 }]);
    });
    test.runIf(can.explains)('facets count products in the language of the search', async () => {
      const { facets } = await search({ product_types: ['数码'] }, 'zh-CN');
      const features = facets.find((facet) => facet.field === 'key_features');
      expect(features?.values).toEqual(
        expect.arrayContaining([
          { value: '轻便', count: 2 },
          { value: '三轴防抖', count: 1 },
        ]),
      );
      const weights = facets.find((facet) => facet.field === 'attributes.weight');
      expect(weights).toMatchObject({ label: '重量', unit: 'g' });
      expect(weights?.values.map(({ value }) => value).sort()).toEqual(['249', '480']);
      const english = (await search({ query: '微单' }, 'en')).facets.find((facet) => facet.field === 'key_features');
      expect(english?.values).toEqual(expect.arrayContaining([{ value: 'Lightweight', count: 1 }]));
    });
    test.runIf(can.explains)('it is told of each item why it was found', async () => {
      const engine = await opened([
        item({ id: 'lamp', title: 'Brass lamp', brand: 'Nordal' }),
        item({ id: 'book', title: 'A book on Nordal lamps', brand: 'Press' }),
      ]);
      const { items, why } = await engine.search({ query: 'nordel' }, { locale: 'en' });
      expect(items.map(({ id }) => id)).toEqual(['lamp', 'book']);
      expect(why).toEqual({
        lamp: [{ words: 'nordel', taken_for: 'nordal', by: 'name', factor: 2.2 }],
        book: [{ words: 'nordel', taken_for: 'nordal', by: 'text', factor: 1 }],
      });
    });
    test.runIf(can.knowsAll)('a slip is put right with the words of titles too, not only of brands and kinds', async () => {
      const engine = await opened([item({ id: 'lamp', title: 'Wobblestone lantern' }), item({ id: 'other', title: 'Teapot' })]);
      expect((await engine.search({ query: 'wobblestnoe' }, { locale: 'en' })).items.map(({ id }) => id)).toEqual(['lamp']);
    });
  });
}
