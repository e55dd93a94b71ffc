import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import { CatalogUnavailable } from '../engine.ts';
import { revisionCount } from '../revision.ts';
import { type ImportPlace, type ImportTarget, isShrunk, ReplacementRefused } from '../target.ts';
import { Batch } from './batch.ts';
import { connect, type PostgresAddress } from './connection.ts';
import { findDefaults, lockLive, pointTo } from './pointer.ts';
import { createIndexes, createPointer, createTables, liveQuery, readLive, revisionSchema, stagingSchema } from './schema.ts';
import { PostgresWriter } from './writer.ts';

export interface StagingOptions {
  /** What is imported, in words that change when a file or an option does: another import does not resume this one. */
  readonly source: string;
  /** Take the place of the catalogue even when less than half of its items come. */
  readonly force?: boolean;
  /** Records between two places that the import can be resumed from. */
  readonly batch?: number;
}

/**
 * A whole catalogue built in a schema beside the one that answers, which then takes its place: the schema is renamed and the
 * pointer moved in one transaction. Searches under way end on the old one, which stays until the next import. When the program
 * is ended in the middle, the same import run again goes on from its last batch. What is put into the catalogue that answers
 * meanwhile is newer than the files, and goes along.
 * @throws ReplacementRefused from `commit` when less than half as many items came as the catalogue has.
 */
export async function postgresStaging(address: PostgresAddress, options: StagingOptions): Promise<ImportTarget> {
  const { source, force = false, batch: size } = options;
  const base = address.schema;
  const staged = stagingSchema(base);
  const wanted = createHash('sha256').update(source).digest('hex');
  const client = await connect(address.connection);
  let resumed: ImportPlace | undefined;
  try {
    await createPointer(client, base);
    await claim(client, base);
    resumed = await placeIn(client, staged, wanted);
    if (!resumed) await makeStage(client, base, staged, wanted);
  } catch (error) {
    await client.end();
    throw error;
  }
  const writer = new PostgresWriter(client, staged, 0);
  const batch = new Batch(size);
  let place: ImportPlace | undefined;
  const write = async (): Promise<number> => {
    await client.query('BEGIN; SET LOCAL synchronous_commit = off');
    const repeated = await writer.write(batch.take());
    if (place) await client.query(`UPDATE ${staged}.import SET place = $1`, [JSON.stringify(place)]);
    await client.query('COMMIT');
    return repeated;
  };
  return {
    ...(resumed && { resumed }),
    put: (item) => batch.put(item),
    reached(reached) {
      place = reached;
    },
    flush: (all) => (batch.isDue(all) ? write() : null),
    async commit() {
      try {
        await takePlace(client, address.schema, { staged, writer, force });
      } finally {
        await client.end();
      }
    },
    async rollback() {
      await client.query('ROLLBACK').catch(() => undefined);
      await client.query(`DROP SCHEMA IF EXISTS ${staged} CASCADE`).catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}

/** Keeps other full imports out as long as the line is open. */
async function claim(client: Client, base: string): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS mine', [`${base} import`]);
  if (!rows[0]?.mine) throw new CatalogUnavailable('another full import of this catalogue is running: wait for its end');
}

/** Where the half-built schema of the same import stopped. */
async function placeIn(client: Client, staged: string, wanted: string): Promise<ImportPlace | undefined> {
  const { rows: tables } = await client.query('SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = $2', [staged, 'import']);
  if (tables.length === 0) return undefined;
  const { rows } = await client.query<{ place: ImportPlace | null }>(`SELECT place FROM ${staged}.import WHERE source = $1`, [wanted]);
  return rows[0]?.place ?? undefined;
}

async function makeStage(client: Client, base: string, staged: string, wanted: string): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query(liveQuery(base));
  await client.query(`DROP SCHEMA IF EXISTS ${staged} CASCADE`);
  await createTables(client, staged);
  await client.query(`CREATE TABLE ${staged}.import (source text NOT NULL, began int NOT NULL, place json)`);
  await client.query(`INSERT INTO ${staged}.import (source, began) VALUES ($1, $2)`, [wanted, revisionCount(readLive(rows[0]).revision)]);
  await client.query('COMMIT');
}

interface Stage {
  readonly staged: string;
  readonly writer: PostgresWriter;
  readonly force: boolean;
}

async function takePlace(client: Client, base: string, { staged, writer, force }: Stage): Promise<void> {
  const count = async (schema: string) => Number((await client.query(`SELECT count(*) AS n FROM ${schema}.item`)).rows[0]?.n);
  // Before the lock is taken: on a large catalogue this takes minutes, and nobody needs to wait for it.
  await client.query('BEGIN');
  await createIndexes(client, staged);
  await client.query('COMMIT');
  await client.query('BEGIN');
  const live = await lockLive(client, base);
  const [items, before] = [await count(staged), live.schema === null ? 0 : await count(live.schema)];
  if (!force && isShrunk(items, before)) {
    await client.query(`ROLLBACK; DROP SCHEMA ${staged} CASCADE`);
    throw new ReplacementRefused(items, before);
  }
  if (live.schema !== null) await carryOver(client, live.schema, staged, writer);
  const schema = revisionSchema(base, revisionCount(live.revision) + 1);
  await client.query(`DROP TABLE ${staged}.import; ALTER SCHEMA ${staged} RENAME TO ${schema}`);
  await pointTo(client, base, schema, { ...live, ...(await findDefaults(client, schema, live)) });
  await client.query('COMMIT');
  await dropOld(client, base, [schema, live.schema]);
}

/** Writes what was put into the catalogue that serves since the import began: it is newer than the files. Under the lock of writes. */
async function carryOver(client: Client, live: string, staged: string, writer: PostgresWriter): Promise<void> {
  await client.query(`DECLARE put NO SCROLL CURSOR FOR SELECT r.json FROM ${live}.item i JOIN ${live}.record r ON r.item = i.no
    WHERE i.since > (SELECT began FROM ${staged}.import) ORDER BY i.since, r.item`);
  const batch = new Batch();
  const next = async () => (await client.query<{ json: string }>('FETCH 1000 FROM put')).rows;
  for (let rows = await next(); rows.length > 0; rows = await next()) {
    for (const { json } of rows) batch.put(JSON.parse(json) as Item);
    await writer.write(batch.take());
  }
  await client.query('CLOSE put');
}

/** Removes revisions that no search can be reading any more: all but the new one and the one before it. */
async function dropOld(client: Client, base: string, kept: readonly (string | null)[]): Promise<void> {
  const { rows } = await client.query<{ nspname: string }>('SELECT nspname FROM pg_namespace WHERE nspname ~ $1', [`^${base}_r[0-9]+$`]);
  for (const { nspname } of rows) if (!kept.includes(nspname)) await client.query(`DROP SCHEMA ${nspname} CASCADE`);
}
