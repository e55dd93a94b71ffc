import { describe, expect, test } from 'vitest';
import type { Asked } from './asked.ts';

/** Reads by id, and the words of a catalogue. */
export function reads({ opened, can }: Asked): void {
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
}
