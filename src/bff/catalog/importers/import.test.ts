import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { importItems, sqliteTransaction } from '../sqlite/transaction.ts';
import { feedFiles } from './feed-files.ts';
import { importFiles, type RecordFault } from './import-files.ts';
import { mappingSchema } from './mapping.ts';

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
