import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../../../protocol/item.ts';
import { openForWriting } from '../sqlite/schema.ts';
import { CatalogWriter } from '../sqlite/writer.ts';

/** Where good items go: one transaction, taken back when nothing good came. */
export interface ImportTarget {
  put(item: Item): void;
  /** Makes everything visible at once, as the next revision. */
  commit(): void;
  /** Leaves the catalogue as it was. */
  rollback(): void;
}

/** A transaction on a SQLite catalogue; the file is made when there is none. */
export function sqliteTarget(path: string): ImportTarget {
  const isNew = !existsSync(path);
  mkdirSync(dirname(path), { recursive: true });
  const db: DatabaseSync = openForWriting(path);
  db.exec('BEGIN IMMEDIATE');
  const writer = new CatalogWriter(db);
  return {
    put: (item) => writer.put(item),
    commit() {
      writer.finish();
      db.exec('COMMIT');
      db.close();
    },
    rollback() {
      db.exec('ROLLBACK');
      db.close();
      // Nothing was there before, so nothing is there now.
      if (isNew) rmSync(path, { force: true });
    },
  };
}

/**
 * Writes checked items into a SQLite catalogue in one transaction; the demo shop and tests fill theirs with it.
 * @returns the number of records written.
 */
export function importItems(path: string, items: Iterable<Item>): number {
  const target = sqliteTarget(path);
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
