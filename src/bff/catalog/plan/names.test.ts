import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import type { CatalogEngine } from '../engine.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { importItems } from '../sqlite/transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-names-'));
let engine: CatalogEngine;
beforeAll(async () => {
  const path = join(folder, 'catalog.db');
  importItems(path, [
    anItem({ id: 'bike', attributes: { range: { label: 'Riding range', value: 80, unit: 'km' } } }),
    anItem({ id: 'monitor', attributes: { monitor_range: { label: 'Range', value: 300, unit: 'm' } } }),
  ]);
  engine = await openSqliteCatalog({ path, workers: 1 });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const having = async (name: string): Promise<string[]> =>
  (await engine.search({ attributes: [{ name, op: 'gte', value: 1, unit: 'm' }] }, { locale: 'en' })).items.map((item) => item.id);

test('an exact key comes before a label of another attribute that reads the same', async () => {
  expect(await having('range')).toEqual(['bike']);
});

test('a label finds its attribute where no key is called so', async () => {
  expect(await having('Riding range')).toEqual(['bike']);
  expect(await having('Range')).toContain('monitor');
});
