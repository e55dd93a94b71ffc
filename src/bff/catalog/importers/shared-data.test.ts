import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { CatalogEngine } from '../engine.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { sqliteTransaction } from '../sqlite/transaction.ts';
import { feedFiles } from './feed-files.ts';
import { importFiles } from './import-files.ts';
import { mappingSchema } from './mapping.ts';

/** Real feeds beside the project; not part of it. */
const data = new URL('../../../../../shared/data/', import.meta.url).pathname;
const mapping = (name: string) =>
  v.parse(mappingSchema, JSON.parse(readFileSync(new URL(`../../../../mappings/${name}.json`, import.meta.url), 'utf8')));

const folder = mkdtempSync(join(tmpdir(), 'aisle-shared-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imported(paths: readonly string[], name: string): Promise<CatalogEngine> {
  const db = join(folder, `${name}.db`);
  const summary = await importFiles(sqliteTransaction(db), await feedFiles(paths), { mapping: mapping(name) });
  expect(summary.faults).toBe(0);
  return openSqliteCatalog({ path: db, workers: 1 });
}

const parts = join(data, 'pc-parts');
describe.skipIf(!existsSync(parts))(`pc-parts (${existsSync(parts) ? 'found' : 'SKIPPED: ../shared/data/pc-parts is absent'})`, () => {
  let engine: CatalogEngine;
  beforeAll(async () => {
    const categories = ['power-supply', 'cpu-cooler', 'case-fan', 'internal-hard-drive', 'memory', 'speakers'];
    engine = await imported(
      categories.map((name) => join(parts, `${name}.jsonl`)),
      'pc-parts',
    );
  }, 120_000);
  afterAll(() => engine?.close());
  const search = (wanted: SearchArguments) => engine.search(wanted, { locale: 'en' });

  test('"modular power supply, at least 750 W, under $150" finds right items only', async () => {
    const wanted: SearchArguments = {
      query: 'modular power supply',
      product_types: ['Power supply'],
      key_features: ['modular'],
      attributes: [{ name: 'wattage', op: 'gte', value: 750, unit: 'W' }],
      price_range: { max: '150' },
      limit: 20,
    };
    let cursor: string | undefined;
    let count = 0;
    do {
      const page = await search({ ...wanted, ...(cursor !== undefined && { cursor }) });
      for (const item of page.items) {
        expect(item.attributes?.wattage?.value).toBeGreaterThanOrEqual(750);
        expect(['Full', 'Semi']).toContain(item.attributes?.modular?.value);
        expect(item.offers[0]?.price.amount).toBeLessThanOrEqual(15000);
        expect(item.categories?.[0]?.value).toBe('PC parts > Power supply');
      }
      count += page.items.length;
      cursor = page.cursor;
      if (cursor === undefined) expect(count).toBe(page.total);
    } while (cursor !== undefined);
    expect(count).toBeGreaterThan(100);
  });

  test('a quiet power supply: noise is not stated; a quiet cooler is found', async () => {
    const quiet: SearchArguments = { attributes: [{ name: 'noise_level', op: 'lte', value: 25, unit: 'dB' }] };
    const supply = await search({ ...quiet, product_types: ['Power supply'] });
    expect(supply.total).toBe(0);
    expect(supply.relaxations[0]).toMatchObject({ without: 'attributes.noise_level', not_stated: true });
    const coolers = await search({ ...quiet, product_types: ['CPU cooler'] });
    expect(coolers.total).toBeGreaterThan(100);
    for (const item of coolers.items) expect(item.attributes?.noise_level?.value).toBeLessThanOrEqual(25);
  });

  test('units: 2 TB is 2000 GB; brands of two words are whole', async () => {
    const drives = await search({
      product_types: ['Internal drive'],
      brands: ['western digital'],
      attributes: [{ name: 'Capacity', op: 'eq', value: 2, unit: 'TB' }],
    });
    expect(drives.total).toBeGreaterThan(10);
    for (const item of drives.items) expect(item.attributes?.capacity).toMatchObject({ value: 2000, unit: 'GB' });
  });

  test('items without a price sort last and pass no price test', async () => {
    const all = await search({ product_types: ['Power supply'] });
    const priced = await search({ product_types: ['Power supply'], price_range: { min: '0' } });
    const cheapest = await search({ product_types: ['Power supply'], sort: 'price_asc' });
    expect(priced.total).toBeLessThan(all.total / 2);
    for (const item of cheapest.items) expect(item.offers).toHaveLength(1);
  });
});

const leyou = join(data, 'leyou-zh/catalog.derived.jsonl');
describe.skipIf(!existsSync(leyou))(`leyou-zh (${existsSync(leyou) ? 'found' : 'SKIPPED: ../shared/data/leyou-zh is absent'})`, () => {
  let engine: CatalogEngine;
  beforeAll(async () => {
    engine = await imported([leyou], 'leyou-zh');
  });
  afterAll(() => engine?.close());
  const search = (wanted: SearchArguments) => engine.search(wanted, { locale: 'zh-CN' });

  test('“5.5英寸以上、内存4G的手机” finds right phones only', async () => {
    const result = await search({
      product_types: ['手机'],
      attributes: [
        { name: '主屏幕尺寸', op: 'gte', value: 5.5, unit: '英寸' },
        { name: '内存', op: 'eq', value: '4G' },
      ],
      limit: 20,
    });
    expect(result.total).toBeGreaterThan(20);
    for (const item of result.items) {
      expect(item.attributes?.screen_size?.value).toBeGreaterThanOrEqual(5.5);
      expect(item.attributes?.memory).toMatchObject({ value: 4, unit: 'GB' });
    }
  });

  test('two-character words are found, and brands by any of their names', async () => {
    for (const query of ['手机', '全面', '双卡', '华为']) expect((await search({ query })).total).toBeGreaterThan(0);
    const totals = await Promise.all(['小米', 'MI', '小米（MI）', 'mi'].map(async (brand) => (await search({ brands: [brand] })).total));
    expect(new Set(totals).size).toBe(1);
    expect(totals[0]).toBe(48);
  });

  test('SKUs of one phone are its variants; prices were in fen', async () => {
    const result = await search({ models: ['SM-C5000'] });
    expect(result.total).toBe(1);
    const [phone] = result.items;
    expect(result.variants[phone?.id ?? '']).toBe(4);
    expect(phone?.offers[0]?.price).toEqual({ amount: 119900, currency: 'CNY' });
  });
});
