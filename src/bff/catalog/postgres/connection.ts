import pg from 'pg';
import { CatalogTimeout, CatalogUnavailable, CatalogUnusable } from '../engine.ts';

/** Where a catalogue lives: a database, and in it the schema whose name begins all of the catalogue's schemas. */
export interface PostgresAddress {
  readonly connection: string;
  readonly schema: string;
}

const SCHEMA = 'aisle';

/**
 * Reads a `CATALOG_URL`. Several catalogues in one database are told apart by `?schema=name`.
 * @throws CatalogUnusable for an address that is none.
 */
export function postgresAddress(url: string): PostgresAddress {
  const parsed = URL.parse(url);
  if (!parsed) throw new CatalogUnusable('the address of the PostgreSQL catalogue is no address');
  const schema = parsed.searchParams.get('schema') ?? SCHEMA;
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(schema))
    throw new CatalogUnusable('the schema of the catalogue is named by up to 40 small letters, digits and _');
  parsed.searchParams.delete('schema');
  return { connection: parsed.href, schema };
}

/** Milliseconds until a server that does not answer counts as away. */
const CONNECT_MS = 2000;

/** SQLSTATE classes of a server that is not there for us now: connection lost, too many of them, shut down or starting up. */
const AWAY = /^(08|53300|57P0)/;
const CANCELLED = '57014';
/** Schema or table missing. */
const MISSING: ReadonlySet<string> = new Set(['3F000', '42P01']);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Whether a query failed since the line or the server is gone; the client is of no more use. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return (
    AWAY.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    (error instanceof Error &&
      /^(Connection terminated|Query read timeout|Client (has encountered|was closed)|timeout expired)/.test(error.message))
  );
}

export const isMissing = (error: unknown): boolean => MISSING.has(codeOf(error));
/** Whether a table was dropped before the query or while it was planned, which the server tells as an inner error. */
export const isDropped = (error: unknown): boolean => isMissing(error) || codeOf(error) === 'XX000';

/** What a lost line and a query ended by `statement_timeout` are told as; any other error as it is. */
export function toCatalogError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === CANCELLED) return new CatalogTimeout('the PostgreSQL server took too long', { cause: error });
  if (!isAway(error)) return error;
  return new CatalogUnavailable(`the PostgreSQL server cannot be reached${code === '' ? '' : ` (${code})`}`, { cause: error });
}

/**
 * An open line. One that breaks while nobody asks is noticed by the next query.
 * @param query_timeout milliseconds without an answer after which a line counts as dead; none for writes, which may take long.
 * @throws CatalogUnavailable when there is no server; CatalogUnusable when it refuses user, password or database.
 */
export async function connect(connection: string, query_timeout?: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: connection,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(query_timeout !== undefined && { query_timeout }),
    application_name: 'aisle',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (/^(28|3D)/.test(codeOf(error)))
      throw new CatalogUnusable(`the PostgreSQL server does not let us in (${codeOf(error)}): check user, password and database`);
    throw toCatalogError(error);
  }
}
