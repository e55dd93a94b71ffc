import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import { describeCatalog } from '../conformance.ts';
import { fromFailure, toFailure } from '../reading/messages.ts';
import { openReadPool } from '../reading/pool.ts';
import { openSqliteCatalog } from './open.ts';
import { importItems } from './transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-catalog-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const freshPath = () => join(folder, `${files++}.db`);

describeCatalog('SQLite catalogue', async (items) => {
  const path = freshPath();
  importItems(path, items);
  return openSqliteCatalog({ path, workers: 1, writable: true });
});

test('a missing file is told with what to do about it', async () => {
  await expect(openSqliteCatalog({ path: freshPath() })).rejects.toThrow(/npm run import/);
});

test('an import is seen by open engines, changes the revision and ends old cursors', async () => {
  const path = freshPath();
  importItems(
    path,
    ['a', 'b', 'c'].map((id) => anItem({ id })),
  );
  const engine = await openSqliteCatalog({ path });
  const before = await engine.search({ sort: 'newest', limit: 1 }, { locale: 'en' });
  importItems(path, [anItem({ id: 'b', title: 'Quartz tripod', categories: [{ value: 'Tripods' }] })]);
  const after = await engine.search({ query: 'tripod' }, { locale: 'en' });
  expect(after.items.map((item) => item.title)).toEqual(['Quartz tripod']);
  expect((await engine.search({ product_types: ['Cameras'] }, { locale: 'en' })).total).toBe(2);
  expect(after.revision).not.toBe(before.revision);
  expect((await engine.vocabulary()).revision).toBe(after.revision);
  await expect(engine.search({ sort: 'newest', cursor: before.cursor ?? '' }, { locale: 'en' })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
  await engine.close();
});

test('a call that takes too long rejects, and another worker answers the next one', async () => {
  let started = 0;
  // The first worker never answers; those after it answer at once.
  const program = (deaf: boolean) => `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (request) => { if (!${deaf}) parentPort.postMessage({ kind: 'answer', call: request.call, value: 'here' }); });
    parentPort.postMessage({ kind: 'ready' });`;
  const pool = await openReadPool({ workers: 1, timeout: 50, start: () => new Worker(program(started++ === 0), { eval: true }) });
  await expect(pool.call({ kind: 'revision' })).rejects.toMatchObject({ name: 'CatalogTimeout' });
  expect(await pool.call({ kind: 'revision' })).toBe('here');
  await pool.close();
});

test('a file that SQLite cannot read is a catalogue that is away; a mistake in a query is not', () => {
  const path = freshPath();
  writeFileSync(path, 'no database at all, and long enough to be looked at as one'.repeat(100));
  const db = new DatabaseSync(path);
  const failureOf = (sql: string, file: DatabaseSync): Error => {
    try {
      file.prepare(sql).get();
    } catch (error) {
      return fromFailure(toFailure(error));
    }
    throw new Error('it can be read');
  };
  expect(failureOf('SELECT * FROM item', db)).toMatchObject({
    name: 'CatalogUnavailable',
    message: 'the catalogue file cannot be read (file is not a database)',
  });
  expect(failureOf('SELECT * FROM nothing', new DatabaseSync(':memory:'))).toMatchObject({ name: 'Error' });
});

test('an aborted call is over for its caller at once', async () => {
  const path = freshPath();
  importItems(path, [anItem()]);
  const engine = await openSqliteCatalog({ path, workers: 1 });
  const stop = new AbortController();
  const call = engine.search({ query: 'camera' }, { locale: 'en', signal: stop.signal });
  stop.abort(new Error('the shopper left'));
  await expect(call).rejects.toThrow('the shopper left');
  expect((await engine.search({ query: 'camera' }, { locale: 'en' })).total).toBe(1);
  await engine.close();
});
