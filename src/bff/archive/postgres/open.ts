import pg from 'pg';
import { ArchiveDown, ArchiveUnusable } from '../archive.ts';
import type { Row, Sql, SqlValue } from '../sql.ts';
import { LAYOUT, TABLES } from '../tables.ts';

const CONNECT_MS = 3000;
const QUERY_MS = 30_000;
const SCHEMA = 'aisle_archive';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Whether the line or the server is gone (SQLSTATE 08, 53300, 57P0…), or took too long (57014). */
function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(08|53300|57P0|57014)/.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    (error instanceof Error &&
      /^(Connection terminated|Query read timeout|Client (has encountered|was closed)|timeout expired)/.test(error.message))
  );
}

const literal = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** `?` outside of quotes as `$1`, `$2` …; statements are our own, so no quote holds one. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${++count}`);
}

/** Address without `?schema=`, and the schema. @throws ArchiveUnusable */
function readAddress(url: string): { readonly connectionString: string; readonly schema: string } {
  const parsed = URL.parse(url);
  const schema = parsed?.searchParams.get('schema') ?? SCHEMA;
  if (!parsed || !/^[a-z][a-z0-9_]{0,39}$/.test(schema))
    throw new ArchiveUnusable('the address of the PostgreSQL archive is none, or its ?schema= is not named by small letters, digits and _');
  parsed.searchParams.delete('schema');
  return { connectionString: parsed.href, schema };
}

/**
 * A line to an archive in PostgreSQL, whose tables are made where there are none. A line that breaks is opened again at the
 * next call.
 * @throws ArchiveUnusable when the server refuses user, password or database; ArchiveDown when it cannot be reached
 */
export async function openPostgresLine(url: string): Promise<Sql> {
  const { connectionString, schema } = readAddress(url);
  let client: pg.Client | undefined;

  const connected = async (): Promise<pg.Client> => {
    if (client) return client;
    const opened = new pg.Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      statement_timeout: QUERY_MS,
      keepAlive: true,
      application_name: 'aisle archive',
    });
    opened.on('error', () => {
      if (client === opened) client = undefined;
    });
    try {
      await opened.connect();
      await opened.query(`SET search_path TO ${schema}`);
    } catch (error) {
      await opened.end().catch(() => undefined);
      if (/^(28|3D)/.test(codeOf(error)))
        throw new ArchiveUnusable(
          `the PostgreSQL server does not let us in (${codeOf(error)}): check user, password and database of ARCHIVE_URL`,
        );
      throw new ArchiveDown(`the archive's PostgreSQL server cannot be reached (${codeOf(error) || 'no answer'})`, { cause: error });
    }
    client = opened;
    return opened;
  };
  const all = async (sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> => {
    const line = await connected();
    try {
      const { rows } = await line.query<Row>(
        numbered(sql),
        values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      );
      return rows;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (client === line) client = undefined;
      void line.end().catch(() => undefined);
      throw new ArchiveDown(`the archive's PostgreSQL server does not answer (${codeOf(error) || 'line lost'})`, { cause: error });
    }
  };
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await all('BEGIN');
    try {
      const result = await work();
      await all('COMMIT');
      return result;
    } catch (error) {
      await all('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };

  await transaction(async () => {
    await all('SELECT pg_advisory_xact_lock(hashtext(?))', schema);
    await all(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    const [made] = await all("SELECT to_regclass('meta') IS NOT NULL AS made");
    if (made?.made === true) return;
    const tables = TABLES.replaceAll('{bytes}', 'BYTEA')
      .replaceAll('{real}', 'FLOAT8')
      .replaceAll('{key}', 'INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY');
    for (const statement of tables.split(';').filter((each) => each.trim() !== '')) await all(statement);
    await all('CREATE TABLE search (no INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)');
    await all('CREATE INDEX search_words ON search USING gin (words)');
    await all('INSERT INTO meta VALUES (?, ?)', 'layout', LAYOUT);
  });
  const [layout] = await all("SELECT value FROM meta WHERE key = 'layout'");
  if (layout?.value !== LAYOUT)
    throw new ArchiveUnusable('the archive was written by another version: name another ?schema=, a new one is begun');

  return {
    name: 'postgres',
    all,
    transaction,
    async lockConversation(conversation_id) {
      await all('SELECT pg_advisory_xact_lock(hashtext(?))', `${schema} ${conversation_id}`);
    },
    async index(no, tokens) {
      // A lexeme holds 2 046 bytes at most; nothing longer is a word.
      const words = [...new Set(tokens)].filter((token) => token.length < 500);
      await all(
        'INSERT INTO search VALUES (?, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(?::jsonb))))',
        no,
        JSON.stringify(words),
      );
    },
    async unindex(nos) {
      await all('DELETE FROM search WHERE no IN (SELECT jsonb_array_elements_text(?::jsonb)::int)', JSON.stringify(nos));
    },
    words: (terms) => ({
      sql: 'run.no IN (SELECT no FROM search WHERE words @@ CAST(? AS tsquery))',
      value: terms.map((any) => `(${any.map((tokens) => `(${tokens.map(literal).join(' & ')})`).join(' | ')})`).join(' & '),
    }),
    listed: (column) => `json_agg(${column})::text`,
    // The server's own housekeeping does it.
    scrub: async () => undefined,
    async close() {
      await client?.end();
      client = undefined;
    },
  };
}
