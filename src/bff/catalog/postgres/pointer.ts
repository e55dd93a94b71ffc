import type { Client } from 'pg';
import { CatalogUnavailable } from '../engine.ts';
import { revisionAfter } from '../revision.ts';
import { type Live, liveQuery, readLive } from './schema.ts';

/** Milliseconds a write waits for the one before it. */
const WAIT_MS = 10_000;

/**
 * Takes the lock that every change of what answers needs, for the rest of the transaction, and reads what answers now.
 * @throws CatalogUnavailable when another write holds it too long.
 */
export async function lockLive(client: Client, base: string): Promise<Live> {
  try {
    await client.query(`SET LOCAL lock_timeout = ${WAIT_MS}`);
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${base} live`]);
    await client.query('SET LOCAL lock_timeout = 0');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03')
      throw new CatalogUnavailable('another import is writing to the catalogue', { cause: error });
    throw error;
  }
  const { rows } = await client.query(liveQuery(base));
  return readLive(rows[0]);
}

/** What the catalogue speaks and charges where nobody says: the locale of most records, the currency of most prices. */
export async function findDefaults(client: Client, schema: string, live: Live): Promise<Pick<Live, 'locale' | 'currency'>> {
  const most = async (sql: string) => (await client.query<{ value: string }>(sql)).rows[0]?.value;
  const locale = await most(
    `SELECT locale AS value FROM ${schema}.record GROUP BY locale ORDER BY count(*) DESC, min(item), locale LIMIT 1`,
  );
  const currency = await most(
    `SELECT currency AS value FROM ${schema}.price GROUP BY currency ORDER BY count(*) DESC, currency COLLATE "C" LIMIT 1`,
  );
  return { locale: locale ?? live.locale, currency: currency ?? live.currency };
}

/** Points at a schema as the next revision: what the next search sees, when the transaction commits. */
export async function pointTo(client: Client, base: string, schema: string, before: Live): Promise<void> {
  const { locale, currency, revision } = before;
  await client.query(`UPDATE ${base}.catalog SET live = $1, revision = $2, locale = $3, currency = $4`, [
    schema,
    revisionAfter(revision),
    locale,
    currency,
  ]);
}
