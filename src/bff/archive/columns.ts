import type { Condition } from './conditions.ts';
import type { Sql } from './sql.ts';

/** Runs of a period by column, oldest first: a hundred thousand rows as objects would cost several times as much. */
export interface RunColumns {
  readonly at: readonly number[];
  readonly model: readonly string[];
  readonly outcome: readonly string[];
  readonly error: readonly (string | null)[];
  readonly first_token: readonly (number | null)[];
  readonly first_card: readonly (number | null)[];
  readonly ms: readonly number[];
  readonly tokens_in: readonly (number | null)[];
  readonly tokens_out: readonly (number | null)[];
  readonly tokens_cached: readonly (number | null)[];
  readonly rating: readonly (string | null)[];
  readonly score: readonly (number | null)[];
  readonly basis: readonly (string | null)[];
  readonly rejected: readonly number[];
}

const NAMES = [
  'at',
  'model',
  'outcome',
  'error',
  'first_token',
  'first_card',
  'ms',
  'tokens_in',
  'tokens_out',
  'tokens_cached',
  'rating',
  'score',
  'basis',
  'rejected',
] as const satisfies readonly (keyof RunColumns)[];

/** Reads the columns in one statement, each as one list. */
export async function readColumns(sql: Sql, { sql: where, values }: Condition): Promise<RunColumns> {
  const [row] = await sql.all(
    `SELECT ${NAMES.map((name) => `${sql.listed(name)} AS ${name}`).join(', ')} FROM (SELECT ${NAMES.join(', ')} FROM run WHERE ${where} ORDER BY at) AS run`,
    ...values,
  );
  const read = NAMES.map((name) => [name, JSON.parse(String(row?.[name] ?? '[]'))]);
  return Object.fromEntries(read) as RunColumns;
}
