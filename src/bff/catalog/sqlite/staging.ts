import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Item } from '../../../protocol/item.ts';
import { revisionCount } from '../revision.ts';
import { type ImportPlace, type ImportTarget, isShrunk, ReplacementRefused } from '../target.ts';
import { meta, openForReading, openForWriting, setMeta } from './schema.ts';
import { lockForWriting } from './write-lock.ts';
import { CatalogWriter } from './writer.ts';

export interface StagingOptions {
  /** What is imported, in words that change when a file or an option does: another import does not resume this one. */
  readonly source: string;
  /** Take the place of the catalogue even when less than half of its items come. */
  readonly force?: boolean;
  /** Records between two places that the import can be resumed from. */
  readonly batch?: number;
}

/**
 * A whole catalogue built beside the one that serves (`<path>.next`), which then takes its place in one transaction:
 * readers of the old revision finish with it, and no search sees both. When the program is ended in the middle, the file
 * stays, and the same import run again goes on from its last batch. What is put into the catalogue that serves meanwhile is newer
 * than the files, and goes along.
 * @throws ReplacementRefused from `commit` when less than half as many items came as the catalogue has.
 */
export function sqliteStaging(path: string, { source, force = false, batch = 20_000 }: StagingOptions): ImportTarget {
  const staged = `${path}.next`;
  const wanted = createHash('sha256').update(source).digest('hex');
  mkdirSync(dirname(path), { recursive: true });
  const resumed = placeIn(staged, wanted);
  if (!resumed) removeDatabase(staged);
  const db = openForWriting(staged);
  if (!resumed) setMeta(db, 'began', String(revisionCount(liveAt(path).revision)));
  // Safe against a killed program, which is resumed; a machine that loses power starts the import again.
  db.exec('PRAGMA synchronous = OFF');
  setMeta(db, 'import', wanted);
  const writer = new CatalogWriter(db);
  let pending = 0;
  db.exec('BEGIN');
  const keep = (place: ImportPlace) => {
    writer.index();
    setMeta(db, 'place', JSON.stringify(place));
    db.exec('COMMIT; BEGIN');
    pending = 0;
  };
  return {
    ...(resumed && { resumed }),
    put(item) {
      pending++;
      return writer.put(item);
    },
    reached(place) {
      if (pending >= batch) keep(place);
    },
    async commit() {
      writer.index();
      const unlock = lockForWriting(path);
      try {
        const live = liveAt(path);
        const { items } = counts(db);
        if (!force && isShrunk(items, live.items)) {
          db.exec('ROLLBACK');
          db.close();
          removeDatabase(staged);
          throw new ReplacementRefused(items, live.items);
        }
        for (const item of putSince(path, Number(meta(db, 'began')))) writer.put(item);
        writer.finish(live.revision);
        db.exec("DELETE FROM meta WHERE key IN ('import', 'place', 'began'); COMMIT");
        await takePlace(db, staged, path);
      } finally {
        unlock();
      }
    },
    rollback() {
      db.exec('ROLLBACK');
      db.close();
      removeDatabase(staged);
    },
  };
}

/** Where the half-built file of the same import stopped. */
function placeIn(staged: string, wanted: string): ImportPlace | undefined {
  if (!existsSync(staged)) return undefined;
  try {
    const db = openForWriting(staged);
    const place = meta(db, 'import') === wanted ? meta(db, 'place') : undefined;
    db.close();
    return place === undefined ? undefined : (JSON.parse(place) as ImportPlace);
  } catch {
    return undefined;
  }
}

function counts(db: DatabaseSync): { items: number; revision: string } {
  return { items: Number(db.prepare('SELECT count(*) AS n FROM item').get()?.n), revision: meta(db, 'revision') ?? '0' };
}

function liveAt(path: string): { items: number; revision: string } {
  if (!existsSync(path)) return { items: 0, revision: '0' };
  const db = openForWriting(path);
  const found = counts(db);
  db.close();
  return found;
}

/** The records that were put into the catalogue that serves after a revision, by its count. */
function* putSince(path: string, began: number): Generator<Item> {
  if (!existsSync(path)) return;
  const db = openForReading(path);
  const records = db.prepare('SELECT r.json FROM item i JOIN record r ON r.item = i.no WHERE i.since > ? ORDER BY r.no');
  for (const { json } of records.iterate(began)) yield JSON.parse(String(json)) as Item;
  db.close();
}

/** Copied page by page into the file that serves, as one transaction of SQLite's own (sqlite.org/backup.html). */
async function takePlace(db: DatabaseSync, staged: string, path: string): Promise<void> {
  if (existsSync(path)) {
    await backup(db, path, { rate: 10_000 });
    db.close();
    removeDatabase(staged);
    const live = new DatabaseSync(path);
    live.exec('PRAGMA busy_timeout = 5000; PRAGMA wal_checkpoint(TRUNCATE)');
    live.close();
    return;
  }
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(staged, path);
}

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}
