import { describe, expect, test } from 'vitest';
import type { Asked } from './asked.ts';

/** What a free text finds. */
export function freeText({ search, ids, can, opened, item }: Asked): void {
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
    test('a character that ends a word puts items that have it so first, and asks it of none', async () => {
      const engine = await opened([
        item({ id: 'bowl', title: '宠物水碗', categories: [{ value: '宠物' }], locale: 'zh-CN', popularity: 9 }),
        item({ id: 'nest', title: '条纹宠物窝', categories: [{ value: '宠物' }], locale: 'zh-CN', popularity: 1 }),
        item({ id: 'rope', title: '宠物牵引绳', categories: [{ value: '宠物' }], locale: 'zh-CN', popularity: 5 }),
      ]);
      const { items } = await engine.search({ query: '宠物窝' }, { locale: 'zh-CN' });
      expect(items.map(({ id }) => id)).toEqual(['nest', 'bowl', 'rope']);
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
}
