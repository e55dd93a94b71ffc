import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Item } from '../../../protocol/item.ts';
import type { ImportTarget } from '../target.ts';
import { openForWriting } from './schema.ts';
import { lockForWriting } from './write-lock.ts';
import { CatalogWriter } from './writer.ts';

/** A target whose commit is done when it returns. */
export interface SqliteTransaction extends ImportTarget {
  commit(): void;
}

/** One transaction on a SQLite catalogue, adding to what it holds; the file is made when there is none. */
export function sqliteTransaction(path: string): SqliteTransaction {
  const isNew = !existsSync(path);
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lockForWriting(path);
  const db = openForWriting(path);
  // On disk, not in memory: an import may bring millions of ids.
  db.exec('CREATE TEMP TABLE put (id TEXT, locale TEXT, PRIMARY KEY (id, locale)) WITHOUT ROWID');
  db.exec('BEGIN IMMEDIATE');
  const writer = new CatalogWriter(db);
  const first = db.prepare('INSERT OR IGNORE INTO put VALUES (?, ?)');
  return {
    put(item) {
      writer.put(item);
      return first.run(item.id, item.locale).changes === 0;
    },
    commit() {
      writer.finish();
      db.exec('COMMIT');
      db.close();
      unlock();
    },
    rollback() {
      db.exec('ROLLBACK');
      db.close();
      // Nothing was there before, so nothing is there now.
      if (isNew) rmSync(path, { force: true });
      unlock();
    },
  };
}

/**
 * Adds items to a SQLite catalogue in one transaction.
 * @returns the number of records written.
 */
export function importItems(path: string, items: Iterable<Item>): number {
  const target = sqliteTransaction(path);
  let records = 0;
  try {
    for (const item of items) {
      target.put(item);
      records++;
    }
    if (records > 0) target.commit();
    else target.rollback();
  } catch (error) {
    target.rollback();
    throw error;
  }
  return records;
}
