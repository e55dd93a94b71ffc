import type { Client } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import { revisionCount } from '../revision.ts';
import type { ImportTarget } from '../target.ts';
import { Batch } from './batch.ts';
import { connect, type PostgresAddress, toCatalogError } from './connection.ts';
import { findDefaults, lockLive, pointTo } from './pointer.ts';
import { createIndexes, createPointer, createTables, type Live, revisionSchema } from './schema.ts';
import { PostgresWriter } from './writer.ts';

/** An open transaction on what answers now. */
interface Begun {
  readonly client: Client;
  readonly live: Live;
  readonly schema: string;
}

/** Begins a change of the catalogue as it is; there are tables afterwards. */
async function begin({ connection, schema: base }: PostgresAddress): Promise<Begun> {
  const client = await connect(connection);
  try {
    await createPointer(client, base);
    await client.query('BEGIN');
    const live = await lockLive(client, base);
    const schema = live.schema ?? revisionSchema(base, revisionCount(live.revision) + 1);
    if (live.schema === null) {
      await createTables(client, schema);
      await createIndexes(client, schema);
    }
    return { client, live, schema };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw toCatalogError(error);
  }
}

/**
 * One transaction on a PostgreSQL catalogue, adding to what it holds.
 * @throws CatalogUnavailable, CatalogUnusable
 */
export async function postgresTransaction(address: PostgresAddress): Promise<ImportTarget> {
  const { client, live, schema } = await begin(address);
  await client.query('CREATE TEMP TABLE put (id text, locale text, PRIMARY KEY (id, locale)) ON COMMIT DROP');
  const writer = new PostgresWriter(client, schema, revisionCount(live.revision) + 1);
  const batch = new Batch();
  const write = async (): Promise<number> => {
    const items = batch.take();
    const { rowCount } = await client.query('INSERT INTO put SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING', [
      items.map((item) => item.id),
      items.map((item) => item.locale),
    ]);
    await writer.write(items);
    return items.length - (rowCount ?? 0);
  };
  return {
    put: (item) => batch.put(item),
    flush: (all) => (batch.isDue(all) ? write() : null),
    async commit() {
      await createIndexes(client, schema);
      await pointTo(client, address.schema, schema, { ...live, ...(await findDefaults(client, schema, live)) });
      await client.query('COMMIT');
      await client.end();
    },
    async rollback() {
      await client.query('ROLLBACK').catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}

/**
 * Adds items to a PostgreSQL catalogue, visible to the next search of every replica.
 * @throws CatalogUnavailable, CatalogUnusable
 */
export async function putItems(address: PostgresAddress, items: readonly Item[]): Promise<void> {
  const { client, live, schema } = await begin(address);
  try {
    const batch = new Batch();
    for (const item of items) batch.put(item);
    await new PostgresWriter(client, schema, revisionCount(live.revision) + 1).write(batch.take());
    const defaults = live.schema === null ? await findDefaults(client, schema, live) : {};
    await pointTo(client, address.schema, schema, { ...live, ...defaults });
    await client.query('COMMIT');
  } catch (error) {
    throw toCatalogError(error);
  } finally {
    // Ends what was not committed.
    await client.end().catch(() => undefined);
  }
}
