import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoItems } from '../../demo/catalog/items.ts';
import type { CompareRow, Comparison } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { money } from '../../testing/items.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { importFiles } from '../catalog/importers/import-files.ts';
import { mappingSchema } from '../catalog/importers/mapping.ts';
import { openSqliteCatalog } from '../catalog/sqlite/open.ts';
import { sqliteTransaction } from '../catalog/sqlite/transaction.ts';
import { compare } from './compare.ts';
import { summary } from './summary.ts';

const DATA = '../shared/data';
const row = (comparison: Comparison, key: string): CompareRow | undefined => comparison.rows.find((each) => each.key === key);
const texts = (found: CompareRow | undefined): (string | null)[] | undefined => found?.cells.map((cell) => cell?.text ?? null);

/** What holds of any comparison: rows as wide as the table, never wholly silent, each cell with its source, sentences with rows. */
function expectSound(comparison: Comparison, locale: string): void {
  const keys = comparison.rows.map((each) => each.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const each of comparison.rows) {
    expect(each.cells).toHaveLength(comparison.items.length);
    expect(each.cells.some((cell) => cell !== null)).toBe(true);
    for (const cell of each.cells) if (cell) expect([cell.text, cell.source]).not.toContain('');
    if (each.best !== undefined) expect(each.cells[each.best]).not.toBeNull();
    expect(each.best_label !== undefined).toBe(each.best !== undefined);
  }
  const sentences = summary(comparison, { locale });
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence.rows.every((key) => keys.includes(key))).toBe(true);
}

/** A catalogue of a mapped file, for comparisons of what a search finds. */
function overData(name: string, file: string, locale: string, tests: (engine: () => CatalogEngine) => void): void {
  describe.skipIf(!existsSync(file))(`${name} (skipped where ${DATA} is absent)`, () => {
    let engine: CatalogEngine;
    const folder = mkdtempSync(join(tmpdir(), 'aisle-compare-'));
    beforeAll(async () => {
      const path = join(folder, 'catalog.db');
      const mapping = v.parse(mappingSchema, JSON.parse(readFileSync(`mappings/${name}.json`, 'utf8')));
      await importFiles(sqliteTransaction(path), [file], { mapping });
      engine = await openSqliteCatalog({ path, workers: 1 });
    }, 120_000);
    afterAll(async () => {
      await engine?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    it('any six neighbours of a search make a sound table', async () => {
      const { items } = await engine.search({ sort: 'popularity', limit: 20 }, { locale });
      for (let from = 0; from + 6 <= items.length; from += 7) expectSound(compare(items.slice(from, from + 6), { locale }), locale);
    });
    tests(() => engine);
  });
}

overData('pc-parts', `${DATA}/pc-parts/internal-hard-drive.jsonl`, 'en', (engine) => {
  it('tells terabytes and gigabytes in one unit and knows the larger', async () => {
    const find = async (value: number, unit: string): Promise<Item | undefined> =>
      (await engine().search({ attributes: [{ name: 'capacity', op: 'eq', value, unit }], limit: 1 }, { locale: 'en' })).items[0];
    const [small, large] = [await find(500, 'GB'), await find(2, 'TB')];
    const found = compare(
      [small, large].flatMap((item) => item ?? []),
      { locale: 'en' },
    );
    const capacity = row(found, 'attributes.capacity');
    expect(capacity?.best).toBe(1);
    const units = new Set(texts(capacity)?.map((text) => text?.split(' ')[1]));
    expect(units.size).toBe(1);
  });

  it('a part without a price is not stated, and nothing is cheapest then', async () => {
    const { items } = await engine().search({ sort: 'popularity', limit: 20 }, { locale: 'en' });
    const priced =
      items.find((item) => item.offers.length > 0) ?? (await engine().search({ sort: 'price_asc', limit: 1 }, { locale: 'en' })).items[0];
    const { items: last } = await engine().search({ sort: 'price_desc', limit: 20, price_range: { min: '1' } }, { locale: 'en' });
    const bare = items.find((item) => item.offers.length === 0);
    if (!priced || !bare) throw new Error('the data has both');
    expect(last.length).toBeGreaterThan(0);
    const price = row(compare([priced, bare], { locale: 'en' }), 'price');
    expect(price?.cells[1]).toBeNull();
    expect(price?.best).toBeUndefined();
  });
});

overData('leyou-zh', `${DATA}/leyou-zh/catalog.derived.jsonl`, 'zh-CN', (engine) => {
  it('sets Chinese specifications side by side, each under its own name', async () => {
    const { items } = await engine().search({ brands: ['华为（HUAWEI）', '小米（MI）'], limit: 4 }, { locale: 'zh-CN' });
    const found = compare(items, { locale: 'zh-CN' });
    const screen = row(found, 'attributes.screen_size');
    expect(screen?.label).toContain('屏幕');
    expect(screen?.cells.every((cell) => cell === null || typeof cell.value === 'number')).toBe(true);
    expect(row(found, 'price')?.cells.every((cell) => cell?.text.startsWith('¥'))).toBe(true);
    expectSound(found, 'zh-CN');
  });
});

overData('contoso', `${DATA}/contoso/products.jsonl`, 'en', (engine) => {
  it('tells two variants apart by what differs, and folds the rest', async () => {
    const { items } = await engine().search({ query: 'microwave', limit: 20 }, { locale: 'en' });
    const product = items.find((item) => item.product_id !== undefined);
    const { items: variants } = await engine().search({ product_id: product?.product_id ?? '', limit: 4 }, { locale: 'en' });
    expect(variants.length).toBeGreaterThan(1);
    const found = compare(variants, { locale: 'en' });
    expect(row(found, 'options.Color')?.differs).toBe(true);
    expect(row(found, 'brand')?.differs).toBe(false);
    expect(found.rows.filter((each) => !each.differs).length).toBeGreaterThan(2);
    const names = new Set(summary(found, { locale: 'en' }).map((sentence) => sentence.text));
    expect(names.size).toBeGreaterThan(0);
  });
});

const reviewed = `${DATA}/dummyjson/products.jsonl`;
describe.skipIf(!existsSync(reviewed))(`dummyjson (skipped where ${DATA} is absent)`, () => {
  interface Product {
    readonly id: number;
    readonly title: string;
    readonly category: string;
    readonly price: number;
    readonly rating: number;
    readonly reviews: readonly { readonly rating: number; readonly comment: string }[];
  }
  it('shows the share of pleased reviews with count and quote, and calls nothing best on three voices', () => {
    const rows = readFileSync(reviewed, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Product);
    const items = rows
      .filter((product) => product.reviews.length > 0)
      .slice(0, 6)
      .map(
        ({ id, title, category, price, rating, reviews }): Item => ({
          id: `d${id}`,
          title,
          locale: 'en',
          updated_at: '2026-01-01T00:00:00Z',
          categories: [{ value: category }],
          offers: [{ id: 's', kind: 'sell', price: money(Math.round(price * 100), 'USD'), fees: [] }],
          rating: { value: rating, scale_max: 5, count: reviews.length },
          review_aspects: [
            {
              aspect: 'All reviews',
              positive: reviews.filter((each) => each.rating >= 4).length,
              negative: reviews.filter((each) => each.rating < 4).length,
              quote: reviews[0]?.comment ?? '',
            },
          ],
        }),
      );
    const found = compare(items, { locale: 'en' });
    const reviews = row(found, 'review_aspects.All reviews');
    expect(reviews?.cells.every((cell) => /^\d+% positive \(3\) “.+”$/.test(cell?.text ?? ''))).toBe(true);
    expect(reviews?.best).toBeUndefined();
    expect(row(found, 'rating')?.best).toBeUndefined();
    expectSound(found, 'en');
  });
});

describe('the demo shop', () => {
  const all = demoItems();
  const ofType = (part: string, locale: string): Item[] =>
    all.filter((item) => item.locale === locale && item.categories?.some((category) => category.value.includes(part)));

  it.each([
    ['zh-CN', '相机'],
    ['en', 'Camera'],
  ])('compares cameras for a term: amounts, break-even, reviews, maker (%s)', (locale, type) => {
    const items = ofType(type, locale)
      .filter((item) => item.offers.length > 1)
      .slice(0, 6);
    const found = compare(items, { locale, days: 7 });
    expect(items).toHaveLength(6);
    expectSound(found, locale);
    for (const key of [
      'price',
      'total',
      'deposit',
      'break_even',
      'attributes.weight',
      'rating',
      'seller',
      'location',
      'since',
      'certifications',
    ])
      expect(row(found, key), key).toBeDefined();
    expect(found.rows.some((each) => each.key.startsWith('review_aspects.'))).toBe(true);
  });

  it('says which infant product states the certificate its kind requires', () => {
    const items = ofType('Baby', 'en').slice(0, 6);
    const required = row(compare(items, { locale: 'en' }), 'required_certificates');
    expect(required?.cells.some((cell) => cell?.value === true)).toBe(true);
  });
});
