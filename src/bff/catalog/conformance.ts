import { afterEach, describe, expect, test } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import { shop } from '../../testing/small-shop.ts';
import { type CatalogEngine, SearchRefused, type SearchResult } from './engine.ts';

/** What a factory gives: an engine over exactly these items. */
export type OpenCatalog = (items: readonly Item[]) => Promise<CatalogEngine>;

/** What an engine can tell beyond items; a shop's own endpoint answers with items and a total. */
export interface Abilities {
  /** Facets, what words were left out, why a relaxation helps, how many variants there are. */
  readonly explains: boolean;
  /** Refuses arguments and cursors with the choices there are. */
  readonly refuses: boolean;
  /** Its vocabulary is made from every item, not from a sample. */
  readonly knowsAll: boolean;
}
const EVERYTHING: Abilities = { explains: true, refuses: true, knowsAll: true };

/**
 * The rules every catalogue engine keeps, as tests.
 * @param open fills a fresh catalogue; the suite closes it.
 * @param can what is not among these is skipped.
 */
export function describeCatalog(name: string, open: OpenCatalog, can: Abilities = EVERYTHING): void {
  describe(name, () => {
    let engine: CatalogEngine | undefined;
    afterEach(async () => {
      await engine?.close();
      engine = undefined;
    });
    const opened = async (items: readonly Item[] = shop) => {
      engine ??= await open(items);
      return engine;
    };
    const search = async (wanted: SearchArguments, locale = 'zh-CN'): Promise<SearchResult> => (await opened()).search(wanted, { locale });
    const ids = async (wanted: SearchArguments) => (await search(wanted)).items.map((item) => item.id);
    const found = async (wanted: SearchArguments) => (await ids(wanted)).sort();

    describe('free text', () => {
      test('two-character Chinese words are found', async () => {
        expect(await ids({ query: '相机' })).toEqual(['solvik-r2-black']);
        expect(await ids({ query: '投影' })).toEqual(['lumo-p3']);
      });
      test('a name is found by one character', async () => {
        expect(await ids({ query: '灯' })).toEqual(['plain-lamp']);
      });
      test('either language finds an item, once, in the language asked for', async () => {
        const chinese = await search({ query: '微单' }, 'en');
        const english = await search({ query: 'mirrorless cameras' }, 'zh-CN');
        expect(chinese.items.map((item) => [item.id, item.locale])).toEqual([['solvik-r2-black', 'en']]);
        expect(english.items.map((item) => [item.id, item.locale])).toEqual([['solvik-r2-black', 'zh-CN']]);
      });
      test('model numbers are found whole, in parts and joined', async () => {
        for (const query of ['SM-K100', 'smk100', 'K100', 'sm k100']) expect(await ids({ query })).toEqual(['kestrel-k1']);
        for (const query of ['R2 II', 'R2II', 'r2']) expect(await ids({ query })).toEqual(['solvik-r2-black']);
      });
      test('a number with its unit is found in any spelling', async () => {
        for (const query of ['750W', '750 W', '750瓦']) expect(await ids({ query })).toEqual(['lumo-p3']);
      });
      test('pairs of characters that no document has do not empty the result', async () => {
        expect(await ids({ query: '便宜的投影仪' })).toEqual(['lumo-p3']);
      });
      test('words that nothing is called find nothing', async () => {
        expect((await search({ query: 'zorgle' })).total).toBe(0);
      });
      test.runIf(can.explains)('where no item has all words, those with most are found and it is said', async () => {
        const result = await search({ query: '投影仪 潜水 露营' });
        expect(result.items.map((item) => item.id)).toEqual(['lumo-p3']);
        expect(result.partial).toBe(true);
      });
      test('a number is found in any unit', async () => {
        for (const query of ['0.75kW', '0.75 千瓦']) expect(await ids({ query })).toEqual(['lumo-p3']);
        expect(await ids({ query: '0.249kg' })).toEqual(['kestrel-k1']);
      });
      test('everyday names lead to what the catalogue calls the thing', async () => {
        for (const query of ['航拍器', 'quadcopter']) expect(await ids({ query })).toEqual(['kestrel-k1']);
        for (const query of ['beamer', '投影机']) expect(await ids({ query })).toEqual(['lumo-p3']);
      });
      test('brands are found misspelt and in pinyin, as words and as filters', async () => {
        for (const query of ['solvick', 'sovlik', 'qingchuan']) {
          expect(await ids({ query })).toEqual(['solvik-r2-black']);
          expect(await ids({ brands: [query] })).toEqual(['solvik-r2-black']);
        }
      });
      test('text that looks like query syntax is only text', async () => {
        for (const query of ['"', 'a" OR "b', 'NOT (', 'name:x*', '{', '-', '()', "';--"])
          expect((await search({ query })).total).toBeGreaterThanOrEqual(0);
      });
    });

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

    describe('offers', () => {
      test('sales sort before rentals, items without an offer last', async () => {
        expect(await ids({ sort: 'price_asc' })).toEqual(['lumo-p3', 'solvik-r2-silver', 'kestrel-k1', 'plain-lamp']);
        expect(await ids({ sort: 'price_desc' })).toEqual(['solvik-r2-black', 'lumo-p3', 'kestrel-k1', 'plain-lamp']);
        expect(await ids({ offer_kind: 'lease', sort: 'price_asc' })).toEqual(['lumo-p3', 'solvik-r2-black', 'kestrel-k1']);
      });
      test.runIf(can.refuses)('amounts are exact decimals', async () => {
        expect(await ids({ offer_kind: 'sell', price_range: { max: '1999.00' } })).toEqual(['lumo-p3']);
        expect(await ids({ offer_kind: 'sell', price_range: { max: '1998.99' } })).toEqual([]);
        await expect(search({ price_range: { max: '1.005' } })).rejects.toThrow(SearchRefused);
      });
      test('a monthly rate passes a daily bound by exact comparison', async () => {
        const rate = (max: string): SearchArguments => ({ product_types: ['无人机'], price_range: { max, basis: 'day' } });
        expect(await ids(rate('100'))).toEqual(['kestrel-k1']);
        expect(await ids(rate('99.99'))).toEqual([]);
      });
      test('the tier of the rental length counts, and the total for it', async () => {
        const cameras: SearchArguments = { product_types: ['相机'] };
        expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '79', basis: 'day' } })).toEqual(['solvik-r2-black']);
        expect(await ids({ ...cameras, rental_days: 5, price_range: { max: '79', basis: 'day' } })).toEqual([]);
        expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '553' } })).toEqual(['solvik-r2-black']);
        expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '552.99' } })).toEqual([]);
      });
      test('a rental shorter than the minimum term or longer than the longest does not match', async () => {
        expect(await found({ rental_days: 2 })).toEqual(['lumo-p3']);
        expect(await found({ rental_days: 60, product_types: ['相机'] })).toEqual([]);
      });
      test('deposit-free is none or one that can be waived; not stated passes no test', async () => {
        expect(await found({ deposit_free: true })).toEqual(['lumo-p3', 'solvik-r2-black']);
        expect(await found({ deposit_max: '1000' })).toEqual(['kestrel-k1', 'lumo-p3']);
        expect(await ids({ offer_kind: 'lease', sort: 'deposit_asc' })).toEqual(['lumo-p3', 'kestrel-k1', 'solvik-r2-black']);
      });
    });

    describe('stock, rating, delivery', () => {
      test('what is not stated does not match', async () => {
        expect(await ids({ rating_min: 4.6 })).toEqual(['solvik-r2-black']);
        expect(await found({ rating_min: 4.5 })).toEqual(['kestrel-k1', 'solvik-r2-black']);
        expect(await ids({ in_stock: true, query: '台灯' })).toEqual([]);
        expect(await ids({ quantity: 5 })).toEqual(['solvik-r2-black']);
        expect(await ids({ quantity: 6 })).toEqual([]);
      });
      test('from a start date counts what is back by then', async () => {
        expect(await found({ product_id: 'solvik-r2', start_date: '2026-05-31' })).toEqual(['solvik-r2-black']);
        expect(await found({ product_id: 'solvik-r2', start_date: '2026-06-01' })).toEqual(['solvik-r2-black', 'solvik-r2-silver']);
      });
      test('delivery by a date and to a region', async () => {
        expect(await ids({ ships_to: '成都' })).toEqual(['solvik-r2-black']);
        expect(await ids({ deliver_by: '2099-01-01' })).toEqual(['solvik-r2-black']);
        expect(await ids({ deliver_by: '2000-01-01' })).toEqual([]);
      });
    });

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
    });

    describe('reads', () => {
      test('items come in the order asked for, unknown ids are absent', async () => {
        const items = await (await opened()).items(['lumo-p3', 'nobody', 'solvik-r2-black'], { locale: 'en' });
        expect(items.map((item) => [item.id, item.locale])).toEqual([
          ['lumo-p3', 'zh-CN'],
          ['solvik-r2-black', 'en'],
        ]);
      });
      test('ids compare by code unit', async () => {
        expect(await (await opened()).items(['LUMO-P3', ' lumo-p3', 'lumo-p3\u200b'], { locale: 'en' })).toEqual([]);
      });
      test('a locale falls back to its language, then to the catalogue’s', async () => {
        const engine = await opened();
        const localeFor = async (locale: string) => (await engine.items(['solvik-r2-black'], { locale }))[0]?.locale;
        expect(await localeFor('zh-TW')).toBe('zh-CN');
        expect(await localeFor('en-GB')).toBe('en');
        expect(await localeFor('fr')).toBe('zh-CN');
      });
    });

    describe('vocabulary', () => {
      test.runIf(can.knowsAll)('names are counted and paired with their translations', async () => {
        const words = await (await opened()).vocabulary();
        expect(words).toMatchObject({ items: 5, locales: ['en', 'zh-CN'], currency: 'CNY', has_lease: true, has_sale: true });
        const light = words.features.find((term) => term.value === '轻便');
        expect(light).toMatchObject({ count: 3, labels: expect.arrayContaining(['Lightweight']) });
        expect(words.brands.find((term) => term.value === '晴川（Solvik）')?.labels).toEqual(expect.arrayContaining(['晴川', 'Solvik']));
        const cameras = words.product_types.find((term) => term.value === '数码 > 相机');
        expect(cameras?.labels).toEqual(expect.arrayContaining(['相机', 'Electronics > Cameras', 'cameras']));
        expect(words.guarantees[0]).toMatchObject({ value: 'damage_waiver', labels: expect.arrayContaining(['免赔保障']) });
      });
      test.runIf(can.knowsAll)('attributes have their labels, unit and span', async () => {
        const words = await (await opened()).vocabulary();
        const weight = words.attributes.find((attribute) => attribute.key === 'weight');
        expect(weight).toMatchObject({
          labels: expect.arrayContaining(['Weight', '重量']),
          unit: 'g',
          type: 'number',
          min: 249,
          max: 480,
          count: 3,
        });
        expect(words.attributes.find((attribute) => attribute.key === 'wifi')?.type).toBe('boolean');
      });
    });
  });
}
