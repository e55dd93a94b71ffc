import type { Client } from 'pg';

/** A text as PostgreSQL can keep it: no NUL, no half of a surrogate pair. */
export const stored = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * Adds rows, leaving out those that are there.
 * @param columns with their types, such as `no int, id text`.
 */
export async function insertRows(client: Client, table: string, columns: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.replaceAll(/ (?:int|text|float8)\b/g, '');
  await client.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1) AS r (${columns}) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
