import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import { openSqliteCatalog } from './open.ts';
import { sqliteStaging } from './staging.ts';
import { importItems } from './transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-staging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(folder, `${files++}.db`);
const lamps = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => anItem({ id: `lamp-${from + index}`, title: `Lamp ${from + index}` }));
const ids = async (path: string) => {
  const engine = await openSqliteCatalog({ path, workers: 1 });
  const { items, revision } = await engine.search({ limit: 20 }, { locale: 'en' });
  await engine.close();
  return { ids: items.map(({ id }) => id).sort(), revision };
};

test('a full import takes the place of the catalogue: what it does not bring is gone', async () => {
  const path = fresh();
  importItems(path, lamps(3));
  const target = sqliteStaging(path, { source: 'a' });
  for (const item of lamps(3, 2)) target.put(item);
  await target.commit();
  expect((await ids(path)).ids).toEqual(['lamp-2', 'lamp-3', 'lamp-4']);
  expect(existsSync(`${path}.next`)).toBe(false);
});

test('a catalogue that serves answers every search from one revision, the old or the new', async () => {
  const path = fresh();
  importItems(path, lamps(20));
  const engine = await openSqliteCatalog({ path });
  const before = await engine.revision();
  const target = sqliteStaging(path, { source: 'a' });
  for (const item of lamps(1000, 100)) target.put(item);
  let done = false;
  const swap = Promise.resolve(target.commit()).then(() => {
    done = true;
  });
  const seen = new Set<string>();
  while (!done) {
    const { items, total, revision } = await engine.search({ limit: 20 }, { locale: 'en' });
    seen.add(revision);
    expect(total).toBe(revision === before ? 20 : 1000);
    const old = items.filter(({ id }) => Number(id.slice(5)) < 20).length;
    expect(old).toBe(revision === before ? items.length : 0);
  }
  await swap;
  const after = await engine.search({}, { locale: 'en' });
  expect(after.total).toBe(1000);
  expect(after.revision).not.toBe(before);
  expect(after.revision.startsWith('2-')).toBe(true);
  expect(seen).toContain(before);
  await engine.close();
});

test('an import that was killed goes on from its last batch, and from the beginning when it is another one', async () => {
  const dead = fresh();
  // Nothing is committed and nothing rolled back: what a killed program leaves is what is on the disk now.
  const killed = sqliteStaging(dead, { source: 'a', batch: 10 });
  const items = lamps(21);
  for (const [index, item] of items.entries()) {
    killed.put(item);
    killed.reached?.({ file: 0, records: index + 1 });
  }
  const path = fresh();
  for (const ending of ['', '-wal']) copyFileSync(`${dead}.next${ending}`, `${path}.next${ending}`);
  expect(existsSync(path)).toBe(false);
  const again = sqliteStaging(path, { source: 'a' });
  expect(again.resumed).toEqual({ file: 0, records: 20 });
  again.put(items[20] ?? anItem());
  await again.commit();
  const engine = await openSqliteCatalog({ path, workers: 1 });
  expect((await engine.vocabulary()).items).toBe(21);
  await engine.close();
  killed.rollback();
  const other = sqliteStaging(path, { source: 'b' });
  expect(other.resumed).toBeUndefined();
  other.rollback();
});

test('less than half of the catalogue is refused unless forced, and the catalogue stays', async () => {
  const path = fresh();
  importItems(path, lamps(10));
  const before = await ids(path);
  const cut = sqliteStaging(path, { source: 'a' });
  for (const item of lamps(4, 50)) cut.put(item);
  await expect(cut.commit()).rejects.toThrow(/4 items and the catalogue 10.*--force/);
  expect(await ids(path)).toEqual(before);
  const forced = sqliteStaging(path, { source: 'a', force: true });
  for (const item of lamps(4, 50)) forced.put(item);
  await forced.commit();
  expect((await ids(path)).ids).toHaveLength(4);
});

test('the same id and locale twice: the later record stands, and the first is told as repeated', async () => {
  const path = fresh();
  const target = sqliteStaging(path, { source: 'a' });
  expect([target.put(anItem({ id: 'a', title: 'One' })), target.put(anItem({ id: 'a', title: 'Two' }))]).toEqual([false, true]);
  await target.commit();
  expect((await ids(path)).ids).toEqual(['a']);
});

test('what is put while a full import runs is in the new catalogue: new items, and those that the files have older', async () => {
  const path = fresh();
  importItems(path, lamps(3));
  const target = sqliteStaging(path, { source: 'a' });
  for (const item of lamps(3)) target.put(item);
  const engine = await openSqliteCatalog({ path, workers: 1, writable: true });
  await engine.put?.([anItem({ id: 'lamp-1', title: 'Reduced lamp' }), anItem({ id: 'new', title: 'New lamp' })]);
  await target.commit();
  const found = await engine.items(['lamp-0', 'lamp-1', 'new'], { locale: 'en' });
  expect(found.map(({ title }) => title)).toEqual(['Lamp 0', 'Reduced lamp', 'New lamp']);
  expect((await engine.search({ query: 'reduced' }, { locale: 'en' })).total).toBe(1);
  await engine.close();
});
