import type { Client } from 'pg';
import { CatalogUnusable } from '../engine.ts';
import { isMissing } from './connection.ts';

/** Raised when the tables change; a catalogue of another version is imported again. */
const LAYOUT = 2;

/** What the pointer row says: which schema answers, and as what. */
export interface Live {
  /** Schema of the tables that answer; null before the first import. */
  readonly schema: string | null;
  readonly revision: string;
  /** The catalogue's default locale and currency. */
  readonly locale: string;
  readonly currency: string;
}

/** The schema beside the live one in which an import is built. */
export const stagingSchema = (base: string): string => `${base}_next`;
/** The schema of a revision that an import made, by its count. */
export const revisionSchema = (base: string, count: number): string => `${base}_r${count}`;

/**
 * Tables of one revision. `search` holds nothing but the document, uncompressed, so that finding many items reads few pages and
 * ranking some of them unpacks nothing. Names are made unique by their digest: an index takes no text of several thousand bytes.
 * `since` is the count of the revision that wrote a row last: readers follow a change by reading what is newer than what they know.
 */
const tables = (schema: string): string => `
CREATE TABLE ${schema}.product (no int PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE ${schema}.item (
  no int PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, product int NOT NULL,
  popularity float8, created_at float8, rating float8, rating_count float8,
  available float8, quantity float8, available_from float8, ships_in float8,
  terms int[] NOT NULL, attributes int[] NOT NULL, offers text NOT NULL, since int NOT NULL
);
CREATE INDEX ON ${schema}.item (product);
CREATE INDEX ON ${schema}.item (since);
CREATE TABLE ${schema}.record (
  item int NOT NULL, locale text COLLATE "C" NOT NULL, json text NOT NULL, terms bytea NOT NULL, PRIMARY KEY (item, locale)
);
CREATE TABLE ${schema}.search (no int PRIMARY KEY, doc tsvector NOT NULL);
ALTER TABLE ${schema}.search ALTER COLUMN doc SET STORAGE EXTERNAL;
CREATE TABLE ${schema}.price (item int NOT NULL, currency text NOT NULL, sale float8, rate float8, PRIMARY KEY (item, currency));
CREATE TABLE ${schema}.term (no int PRIMARY KEY, field text NOT NULL, folded text NOT NULL, label text NOT NULL, since int NOT NULL);
CREATE INDEX ON ${schema}.term (since);
CREATE UNIQUE INDEX ON ${schema}.term (md5(folded), field);
CREATE TABLE ${schema}.alias (field text NOT NULL, folded text NOT NULL, term int NOT NULL, since int NOT NULL);
CREATE UNIQUE INDEX ON ${schema}.alias (term, md5(folded));
CREATE INDEX ON ${schema}.alias (since);
CREATE TABLE ${schema}.word (word text COLLATE "C" PRIMARY KEY, items int NOT NULL, since int NOT NULL);
CREATE INDEX ON ${schema}.word (since);
CREATE TABLE ${schema}.attribute (no int PRIMARY KEY, key text NOT NULL, unit text, since int NOT NULL);
CREATE UNIQUE INDEX ON ${schema}.attribute (md5(key));
CREATE TABLE ${schema}.attribute_label (
  attribute int NOT NULL, locale text NOT NULL, label text NOT NULL, folded text NOT NULL, since int NOT NULL
);
CREATE UNIQUE INDEX ON ${schema}.attribute_label (attribute, locale, md5(label));
CREATE TABLE ${schema}.fact (attribute int NOT NULL, num float8 NOT NULL, item int NOT NULL, PRIMARY KEY (attribute, num, item));
CREATE INDEX ON ${schema}.fact (item);
`;

/** Built when the items are in, which is many times faster; without a pending list, so that no search pays for a write. */
const indexes = (schema: string): string => `
CREATE INDEX IF NOT EXISTS search_doc ON ${schema}.search USING gin (doc) WITH (fastupdate = off);
ANALYZE ${schema}.item, ${schema}.search, ${schema}.record, ${schema}.fact;
`;

export async function createTables(client: Client, schema: string): Promise<void> {
  await client.query(`CREATE SCHEMA ${schema}; ${tables(schema)}`);
}

export async function createIndexes(client: Client, schema: string): Promise<void> {
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'; ${indexes(schema)}`);
}

/** Makes the schema with the pointer row, where there is none yet. Its own transaction, one importer at a time. */
export async function createPointer(client: Client, base: string): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${base} pointer`]);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${base};
    CREATE TABLE IF NOT EXISTS ${base}.catalog (
      one bool PRIMARY KEY DEFAULT true CHECK (one), layout int NOT NULL, live text, revision text NOT NULL,
      locale text NOT NULL, currency text NOT NULL
    );
    INSERT INTO ${base}.catalog (layout, revision, locale, currency) VALUES (${LAYOUT}, '0', 'en', 'CNY') ON CONFLICT DO NOTHING;
    COMMIT`);
}

/** The query for the pointer row. */
export const liveQuery = (base: string): string => `SELECT layout, live, revision, locale, currency FROM ${base}.catalog`;

/** The pointer row as read. @throws CatalogUnusable when another version of Aisle wrote it. */
export function readLive(row: Readonly<Record<string, unknown>> | undefined): Live {
  if (row === undefined) throw new CatalogUnusable('the PostgreSQL catalogue is damaged: its pointer row is missing');
  if (row.layout !== LAYOUT)
    throw new CatalogUnusable('the PostgreSQL catalogue was written by another version: import the items again into another ?schema=');
  return {
    schema: row.live === null ? null : String(row.live),
    revision: String(row.revision),
    locale: String(row.locale),
    currency: String(row.currency),
  };
}

/** Why there is nothing to read. */
export const noCatalogue = (): CatalogUnusable =>
  new CatalogUnusable('there is no catalogue in this PostgreSQL database: run npm run import first');

/** Runs a read that finds no tables where nothing was imported yet. @throws CatalogUnusable */
export async function expectingTables<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isMissing(error) ? noCatalogue() : error;
  }
}
