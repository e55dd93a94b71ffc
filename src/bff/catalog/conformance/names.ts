import { describe, expect, test } from 'vitest';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { Asked } from './asked.ts';

/** What names and attributes mean. */
export function names({ search, ids, found, can }: Asked): void {
  describe('names', () => {
    test('brand aliases, case, width and blanks fold', async () => {
      for (const brand of ['晴川', 'SOLVIK', 'ｓｏｌｖｉｋ', '晴川（Solvik）', '晴川(SOLVIK)'])
        expect(await ids({ brands: [brand] })).toEqual(['solvik-r2-black']);
      expect(await ids({ brands: ['云隼'] })).toEqual(['kestrel-k1']);
    });
    test('a product type matches by name or path, its descendants included, in any language', async () => {
      for (const type of ['相机', '数码 > 相机', '微单相机', 'cameras', 'Electronics > Cameras'])
        expect(await ids({ product_types: [type] })).toEqual(['solvik-r2-black']);
      expect(await found({ product_types: ['数码'] })).toEqual(['kestrel-k1', 'solvik-r2-black']);
    });
    test('all features asked for must be there', async () => {
      expect(await found({ key_features: ['轻便'] })).toEqual(['kestrel-k1', 'solvik-r2-black']);
      expect(await ids({ key_features: ['轻便', '三轴防抖'] })).toEqual(['kestrel-k1']);
      expect(await ids({ key_features: ['lightweight'] })).toEqual(['solvik-r2-black']);
    });
    test('models, colours, conditions, guarantees, sellers and certifications', async () => {
      expect(await ids({ models: ['R2 II'] })).toEqual(['solvik-r2-black']);
      expect(await ids({ colors: ['黑色'] })).toEqual(['solvik-r2-black']);
      expect(await ids({ colors: ['black'] })).toEqual(['solvik-r2-black']);
      expect(await ids({ colors: ['银色'] })).toEqual(['solvik-r2-silver']);
      expect(await ids({ conditions: ['like_new', 'good'] })).toEqual(['kestrel-k1']);
      for (const guarantee of ['damage_waiver', '免赔保障', 'Damage waiver'])
        expect(await ids({ service_guarantees: [guarantee] })).toEqual(['solvik-r2-black']);
      expect(await ids({ seller: '晴川旗舰店', seller_location: '上海市' })).toEqual(['solvik-r2-black']);
      expect(await ids({ certifications: ['3C'] })).toEqual(['solvik-r2-black']);
    });
    test('what is excluded is left out', async () => {
      expect(await ids({ product_types: ['数码'], exclude: { brands: ['solvik'] } })).toEqual(['kestrel-k1']);
      expect(await ids({ product_types: ['数码'], exclude: { words: ['无人机'] } })).toEqual(['solvik-r2-black']);
      expect(await ids({ product_types: ['相机'], exclude: { ids: ['solvik-r2-black'], colors: ['银色'] } })).toEqual([]);
    });
  });

  describe('attributes', () => {
    test('units are converted to the catalogue’s', async () => {
      expect(await found({ attributes: [{ name: '重量', op: 'lte', value: 0.5, unit: '千克' }] })).toEqual([
        'kestrel-k1',
        'solvik-r2-black',
      ]);
      expect(await ids({ attributes: [{ name: 'weight', op: 'lte', value: 249, unit: 'g' }] })).toEqual(['kestrel-k1']);
      expect(await ids({ attributes: [{ name: 'wattage', op: 'eq', value: 750, unit: 'W' }] })).toEqual(['lumo-p3']);
      expect(await ids({ attributes: [{ name: '内存', op: 'gte', value: '4G' }] })).toEqual(['lumo-p3']);
    });
    test('two bounds on one name make a range', async () => {
      const range = (low: number, high: number): SearchArguments => ({
        attributes: [
          { name: 'weight', op: 'gte', value: low, unit: 'g' },
          { name: 'weight', op: 'lte', value: high, unit: 'g' },
        ],
      });
      expect(await ids(range(200, 300))).toEqual(['kestrel-k1']);
      expect(await ids(range(300, 400))).toEqual([]);
    });
    test('truth values are asked for in words', async () => {
      for (const value of [true, '是', 'yes'])
        expect(await ids({ attributes: [{ name: 'wifi', op: 'eq', value }] })).toEqual(['solvik-r2-black']);
    });
    test('"not" needs the fact to be stated', async () => {
      expect(await ids({ attributes: [{ name: 'wifi', op: 'ne', value: false }] })).toEqual(['solvik-r2-black']);
      expect(await ids({ attributes: [{ name: 'noise_level', op: 'not_in', value: [62, 63] }] })).toEqual([]);
    });
    test.runIf(can.refuses)('a unit of another kind is refused with the right one', async () => {
      const refused = search({ attributes: [{ name: 'weight', op: 'lte', value: 5, unit: 'W' }] });
      await expect(refused).rejects.toMatchObject({
        name: 'SearchRefused',
        code: 'bad_arguments',
        choices: { 'attributes.weight.unit': ['g'] },
      });
    });
    test('sorting by an attribute puts those that do not state it last', async () => {
      expect((await ids({ sort: 'attribute', sort_attribute: { name: 'weight', order: 'asc' } })).slice(0, 2)).toEqual([
        'kestrel-k1',
        'solvik-r2-black',
      ]);
    });
  });
}
