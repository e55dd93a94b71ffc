import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CatalogUnusable } from '../engine.ts';

/** Raised when the tables change; a catalogue of another version is imported again. */
export const SCHEMA_VERSION = '3';

/**
 * One row per item in `item`, one per (item, locale) in `record`. What can be enumerated is a `term` and stands in the `facets`
 * column of the full-text index as `_<no>`, so that words and filters are one intersection of posting lists. Numbers
 * stand in `fact`, ordered for ranges. `price` holds what sorting needs without reading offers. `since` is the count of the
 * revision that wrote an item last: readers follow a change by reading what is newer than what they know.
 */
const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE product (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE item (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, product INTEGER NOT NULL, offers TEXT NOT NULL,
  popularity INTEGER, created_at INTEGER, rating REAL, rating_count INTEGER,
  available INTEGER, quantity INTEGER, available_from INTEGER, ships_in INTEGER, since INTEGER NOT NULL
);
CREATE INDEX item_since ON item (since);
CREATE INDEX item_product ON item (product);
CREATE TABLE record (
  no INTEGER PRIMARY KEY, item INTEGER NOT NULL, locale TEXT NOT NULL, json TEXT NOT NULL, terms BLOB NOT NULL, UNIQUE (item, locale)
);
CREATE TABLE price (
  currency TEXT NOT NULL, item INTEGER NOT NULL, sale INTEGER, rate REAL, PRIMARY KEY (currency, item)
) WITHOUT ROWID;
CREATE INDEX price_item ON price (item);
CREATE TABLE term (no INTEGER PRIMARY KEY, field TEXT NOT NULL, folded TEXT NOT NULL, label TEXT NOT NULL, UNIQUE (field, folded));
CREATE TABLE alias (field TEXT NOT NULL, folded TEXT NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (field, folded, term)) WITHOUT ROWID;
CREATE TABLE attribute (no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, unit TEXT);
CREATE TABLE attribute_label (
  attribute INTEGER NOT NULL, locale TEXT NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (attribute, locale, label)
) WITHOUT ROWID;
CREATE TABLE fact (attribute INTEGER NOT NULL, num REAL NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (attribute, num, item)) WITHOUT ROWID;
CREATE INDEX fact_item ON fact (item);
CREATE TABLE word (word TEXT PRIMARY KEY, items INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
  name, words, features, facts, body, body_words, facets,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '._'"
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, row);
`;

/** bm25 weights in the order of the columns of `search`: names over features over facts over prose; filters weigh nothing. */
export const COLUMN_WEIGHTS = '10.0, 6.0, 4.0, 2.0, 1.0, 1.0, 0.0';

/** A catalogue file opened for writing, made when there is none. */
export function openForWriting(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  // The wait first: the other settings already read the file, which somebody may hold for a moment.
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000;');
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get();
  if (tables?.n === 0) {
    db.exec(`BEGIN; ${TABLES} COMMIT;`);
    setMeta(db, 'schema', SCHEMA_VERSION);
    setMeta(db, 'revision', '0');
  }
  checkVersion(db, path);
  return db;
}

/**
 * A catalogue file opened for reading.
 * @throws CatalogUnusable
 */
export function openForReading(path: string): DatabaseSync {
  if (!existsSync(path)) throw new CatalogUnusable(`no catalogue at ${path}: run npm run import first`);
  const db = new DatabaseSync(path, { readOnly: true });
  // The wait first, as above.
  db.exec('PRAGMA busy_timeout = 1000; PRAGMA cache_size = -64000; PRAGMA mmap_size = 1073741824;');
  checkVersion(db, path);
  return db;
}

function checkVersion(db: DatabaseSync, path: string): void {
  let version: string | undefined;
  try {
    version = meta(db, 'schema');
  } catch (cause) {
    throw new CatalogUnusable(`${path} is no catalogue`, { cause });
  }
  if (version !== SCHEMA_VERSION)
    throw new CatalogUnusable(`${path} was written by another version: import the items again into a new file`);
}

/**
 * A fact about the catalogue as a whole: `revision`, `locale` and `currency` (the defaults), `schema`; `whole`, the revision
 * since which it was only added to; `named`, the count of the revision that last brought a new name.
 */
export function meta(db: DatabaseSync, key: string): string | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  return row === undefined ? undefined : String(row.value);
}

export function setMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}
