import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { importInto } from '../../../testing/catalogs.ts';
import { anItem } from '../../../testing/items.ts';
import { openForReading, openForWriting } from './schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-locked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Holds the file for itself, as whoever closes it last does for a moment, until a little after it is told that somebody knocks. */
const HOLDER = `
const { DatabaseSync } = require('node:sqlite');
const { parentPort, workerData: { path, knocks } } = require('node:worker_threads');
const db = new DatabaseSync(path);
db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT;');
db.exec("UPDATE meta SET value = value WHERE key = 'schema'");
parentPort.postMessage('held');
Atomics.wait(knocks, 0, 0);
Atomics.wait(knocks, 1, 0, 200);
db.close();
`;

it.each([
  ['reading', openForReading],
  ['writing', openForWriting],
])('a file that another holds for itself just then is opened for %s a little later', async (_, open) => {
  const path = join(folder, `${crypto.randomUUID()}.db`);
  await importInto(`sqlite:${path}`, [anItem({ id: 'lamp' })]);
  const knocks = new Int32Array(new SharedArrayBuffer(8));
  const holder = new Worker(HOLDER, { eval: true, workerData: { path, knocks } });
  await new Promise((resolve) => holder.once('message', resolve));
  Atomics.store(knocks, 0, 1);
  Atomics.notify(knocks, 0);
  expect(() => open(path).close()).not.toThrow();
  await holder.terminate();
});
