import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchArguments } from '../../../protocol/search.ts';
import { anItem } from '../../../testing/items.ts';
import type { CatalogEngine } from '../engine.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { importItems, sqliteTransaction } from '../sqlite/transaction.ts';
import { feedFiles } from './feed-files.ts';
import { importFiles, type RecordFault } from './import-files.ts';
import { mappingSchema, mapRow } from './mapping.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = (ending: string) => join(folder, `${files++}.${ending}`);
const written = (lines: readonly unknown[]): string => {
  const path = fresh('jsonl');
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
};
const revisionOf = async (path: string) => {
  const engine = await openSqliteCatalog({ path, workers: 1 });
  const revision = await engine.revision();
  await engine.close();
  return revision;
};

describe('importing lines', () => {
  test('a bad line is reported with line, field and reason, the rest is imported', async () => {
    const price = { amount: 12.5, currency: 'CNY' };
    const path = written([
      anItem({ id: 'good' }),
      '{"id": ',
      { ...anItem(), id: 'a,b' },
      '',
      { ...anItem(), offers: [{ id: 's', kind: 'sell', price }] },
      anItem({ id: 'fine' }),
      '[1]',
    ]);
    const faults: RecordFault[] = [];
    const db = fresh('db');
    const summary = await importFiles(sqliteTransaction(db), [path], { report: (fault) => faults.push(fault) });
    expect(summary).toMatchObject({ rows: 6, records: 2, faults: 4 });
    expect(faults.map(({ line, field }) => [line, field])).toEqual([
      [2, ''],
      [3, 'id'],
      [5, 'offers.0.price.amount'],
      [7, ''],
    ]);
    expect(faults[2]?.reason).toContain('minor units');
    const engine = await openSqliteCatalog({ path: db, workers: 1 });
    expect((await engine.vocabulary()).items).toBe(2);
    await engine.close();
  });

  test('with no good line, or a file that breaks off, nothing changes', async () => {
    const db = fresh('db');
    importItems(db, [anItem()]);
    const before = await revisionOf(db);
    expect((await importFiles(sqliteTransaction(db), [written(['{', 'null'])])).records).toBe(0);
    await expect(importFiles(sqliteTransaction(db), [written([anItem({ id: 'new' })]), folder])).rejects.toThrow();
    expect(await revisionOf(db)).toBe(before);
    const unborn = fresh('db');
    await importFiles(sqliteTransaction(unborn), [written(['{'])]);
    expect(existsSync(unborn)).toBe(false);
  });

  test('a feed cut in the middle leaves the old revision serving, with nothing of the new one in it', async () => {
    const db = fresh('db');
    importItems(db, [anItem({ id: 'old' })]);
    const engine = await openSqliteCatalog({ path: db, workers: 1 });
    const before = await engine.revision();
    const cut = fresh('json');
    const whole = JSON.stringify([anItem({ id: 'old', title: 'Changed' }), anItem({ id: 'new' })]);
    writeFileSync(cut, whole.slice(0, whole.length - 40));
    await expect(importFiles(sqliteTransaction(db), [cut], { format: 'items' })).rejects.toThrow();
    expect(await engine.revision()).toBe(before);
    expect((await engine.items(['old', 'new'], { locale: 'en' })).map(({ id, title }) => [id, title])).toEqual([['old', anItem().title]]);
    await engine.close();
  });

  test('an id that comes again and again is one item, the last one standing, and is counted', async () => {
    const db = fresh('db');
    const repeats = Array.from({ length: 20_000 }, (_, n) => anItem({ id: 'same', title: `Lamp ${n}` }));
    const summary = await importFiles(sqliteTransaction(db), [written(repeats)]);
    expect(summary).toMatchObject({ records: 20_000, repeated: 19_999, faults: 0 });
    const engine = await openSqliteCatalog({ path: db, workers: 1 });
    expect((await engine.items(['same'], { locale: 'en' }))[0]?.title).toBe('Lamp 19999');
    await engine.close();
  });

  test('an unreadable path is refused before anything is read', async () => {
    await expect(feedFiles([written([anItem()]), join(folder, 'absent.jsonl')])).rejects.toThrow(/absent/);
    await expect(feedFiles([mkdtempSync(join(folder, 'empty-'))])).rejects.toThrow(/holds no feed/);
  });

  test('records of one id in several locales are one item', async () => {
    const db = fresh('db');
    const rows = [anItem({ locale: 'en' }), anItem({ locale: 'zh-CN', title: '晴川相机' })];
    await importFiles(sqliteTransaction(db), [written(rows.slice(0, 1)), written(rows.slice(1))]);
    const engine = await openSqliteCatalog({ path: db, workers: 1 });
    expect(await engine.vocabulary()).toMatchObject({ items: 1, locales: ['en', 'zh-CN'] });
    expect((await engine.search({ query: '晴川' }, { locale: 'en' })).items[0]?.locale).toBe('en');
    await engine.close();
  });
});

describe('an address that a card may not use', () => {
  test('is left out of a mapped item and told; the item stays', async () => {
    const path = written([
      { sku: 'a', name: 'Kettle', page: 'http://shop.test/a', images: ['http://cdn.test/1.jpg', 'https://cdn.test/2.jpg'] },
    ]);
    const mapping = v.parse(mappingSchema, {
      item: {
        id: '$sku',
        title: '$name',
        url: '$page',
        media: [
          { type: 'image', url: '$images.0' },
          { type: 'image', url: '$images.1' },
        ],
        offers: [],
      },
    });
    const faults: RecordFault[] = [];
    const db = fresh('db');
    const summary = await importFiles(sqliteTransaction(db), [path], { mapping, report: (fault) => faults.push(fault) });
    expect(summary).toMatchObject({ records: 1, faults: 0, left_out: 2 });
    expect(faults.map(({ field, id, kept }) => [field, id, kept])).toEqual([
      ['url', 'a', true],
      ['media.0.url', 'a', true],
    ]);
    const engine = await openSqliteCatalog({ path: db, workers: 1 });
    const [item] = await engine.items(['a'], { locale: 'en' });
    await engine.close();
    expect(item?.media).toMatchObject([{ url: 'https://cdn.test/2.jpg' }]);
  });
});

describe('mapping a row', () => {
  const map = (item: Record<string, unknown>, row: Record<string, unknown>, rest = {}) =>
    mapRow(v.parse(mappingSchema, { item, ...rest }), row, 'power-supply');

  test('an id is a hash of the named columns and of nothing else', () => {
    const id = (row: Record<string, unknown>) => map({ id: { $hash: ['$name', '$size'], prefix: 'p-' } }, row)[0];
    expect(id({ name: 'A', size: 1, price: 5 })).toEqual(id({ price: 6, size: 1, name: 'A' }));
    expect(id({ name: 'A', size: 1 })).not.toEqual(id({ name: 'A1', size: null }));
  });
  test('the file names the product type', () => {
    expect(map({ brand: { $map: '$@file', to: { 'power-supply': 'Power supply' } } }, {})).toEqual([{ brand: 'Power supply' }]);
  });
  test('decimals become minor units without a float in between', () => {
    const price = (amount: unknown, currency = 'USD') => map({ sku: { $money: '$p', currency } }, { p: amount })[0];
    expect(price(34.9)).toEqual({ sku: { amount: 3490, currency: 'USD' } });
    expect(price('1299.95')).toEqual({ sku: { amount: 129995, currency: 'USD' } });
    expect(price(1299, 'JPY')).toEqual({ sku: { amount: 1299, currency: 'JPY' } });
    expect(() => price('12.345')).toThrow(/no amount/);
  });
  test('what is missing is left out, an object with a failed $if too', () => {
    const offers = { offers: [{ $if: '$price', price: { $money: '$price', currency: 'USD' } }], brand: '$brand' };
    expect(map(offers, { price: null })).toEqual([{ offers: [] }]);
  });
  test('facts keep units, read numbers in text, and take several values', () => {
    const fact = (value: unknown, rest = {}) => map({ model: { $fact: '$v', label: 'L', ...rest } }, { v: value })[0];
    expect(fact('4GB')).toEqual({ model: { label: 'L', value: 4, unit: 'GB' } });
    expect(fact(['3GB', '4GB'])).toEqual({ model: { label: 'L', values: [3, 4], unit: 'GB' } });
    expect(fact('143', { unit: 'g' })).toEqual({ model: { label: 'L', value: 143, unit: 'g' } });
    expect(fact(1300, { unit: '万', units: { 万: '万像素' } })).toEqual({ model: { label: 'L', value: 1300, unit: '万像素' } });
    expect(fact('1920*1080')).toEqual({ model: { label: 'L', value: '1920*1080' } });
    expect(fact(false)).toEqual({ model: { label: 'L', value: false } });
    expect(fact(null)).toEqual({});
  });
  test('each element of a list becomes an item, each locale a record', () => {
    const each = map({ id: '$@each.id', product_id: '$id' }, { id: 'p', skus: [{ id: 'a' }, { id: 'b' }] }, { each: '$skus' });
    expect(each).toEqual([
      { id: 'a', product_id: 'p' },
      { id: 'b', product_id: 'p' },
    ]);
    const locales = { en: { title: '$en' }, 'zh-CN': { title: '$zh' } };
    expect(map({ id: '$id' }, { id: 'p', en: 'Lamp', zh: '灯' }, { locales })).toEqual([
      { id: 'p', title: 'Lamp', locale: 'en' },
      { id: 'p', title: '灯', locale: 'zh-CN' },
    ]);
  });
  test('a field that items do not have is told before any row is read', () => {
    expect(() => v.parse(mappingSchema, { item: { id: '$id', titel: '$name' } })).toThrow(/no field titel.*title/);
  });
  test('an unknown operator is refused with those there are', () => {
    expect(() => v.parse(mappingSchema, { item: { id: { $sha: 'x' } } })).toThrow(/\$sha.*\$hash/);
  });
  test('a row cannot reach what is not its own', () => {
    expect(map({ model: '$constructor.name', sku: '$__proto__', brand: { $map: 'toString', to: {} } }, {})).toEqual([{}]);
  });
});

/** Real feeds beside the project; not part of it. */
const data = new URL('../../../../../shared/data/', import.meta.url).pathname;
const mapping = (name: string) =>
  v.parse(mappingSchema, JSON.parse(readFileSync(new URL(`../../../../mappings/${name}.json`, import.meta.url), 'utf8')));

async function imported(paths: readonly string[], name: string): Promise<CatalogEngine> {
  const db = fresh('db');
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
