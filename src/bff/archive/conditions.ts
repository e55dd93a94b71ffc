import type { PeriodQuery, RunSort, RunsQuery } from '../../protocol/operator.ts';
import { queryTerms } from '../language/tokens.ts';
import { BadCursor } from './archive.ts';
import type { Sql, SqlValue } from './sql.ts';

/** A WHERE clause without its keyword, and its parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const ALWAYS: Condition = { sql: '1 = 1', values: [] };

const all = (conditions: readonly (Condition | undefined)[]): Condition => {
  const given = conditions.filter((each) => each !== undefined);
  if (given.length === 0) return ALWAYS;
  return { sql: given.map((each) => `(${each.sql})`).join(' AND '), values: given.flatMap((each) => each.values) };
};

const when = <T>(value: T | undefined, sql: string, read: (value: T) => SqlValue = String): Condition | undefined =>
  value === undefined ? undefined : { sql, values: [read(value)] };

/** Runs of a period; `column` is the instant's. */
export const within = ({ from, to }: PeriodQuery, column = 'run.at'): Condition =>
  all([when(from, `${column} >= ?`, Date.parse), when(to, `${column} < ?`, Date.parse)]);

/** Runs in a side table. */
function inSide(table: string, tests: readonly (Condition | undefined)[]): Condition | undefined {
  if (tests.every((each) => each === undefined)) return undefined;
  const { sql, values } = all(tests);
  return { sql: `run.no IN (SELECT no FROM ${table} WHERE ${sql})`, values };
}

function saying(sql: Sql, text: string | undefined): Condition | undefined {
  if (text === undefined) return undefined;
  const terms = queryTerms(text);
  if (terms.length === 0) return { sql: '1 = 0', values: [] };
  const words = sql.words(terms.map((term) => term.any));
  return { sql: words.sql, values: [words.value] };
}

/** Runs that compared an item with another; the pair is kept in the order of its ids. */
function comparing({ item, compared_with }: RunsQuery): Condition | undefined {
  if (compared_with === undefined) return undefined;
  if (item === undefined) return inSide('run_pair', [{ sql: 'a = ? OR b = ?', values: [compared_with, compared_with] }]);
  const [a = '', b = ''] = [item, compared_with].sort();
  return inSide('run_pair', [{ sql: 'a = ? AND b = ?', values: [a, b] }]);
}

/** The runs a query asks for, without its page. */
export function conditionOf(sql: Sql, query: RunsQuery): Condition {
  const { error, rating } = query;
  return all([
    within(query),
    saying(sql, query.text),
    inSide('run_item', [when(query.item, 'item = ?')]),
    inSide('run_unmet', [when(query.unmet, 'asked = ?')]),
    comparing(query),
    inSide('run_tool', [when(query.tool, 'name = ?'), when(query.tool_ok, 'ok = ?', (ok) => (ok === 'true' ? 1 : 0))]),
    inSide('run_verdict', [when(query.rule, 'rule = ?'), when(query.verdict, 'outcome = ?')]),
    inSide('run_model', [when(query.model, 'model = ?')]),
    when(query.outcome, 'run.outcome = ?'),
    error === 'any' ? { sql: 'run.error IS NOT NULL', values: [] } : when(error, 'run.error = ?'),
    when(query.min_ms, 'run.ms >= ?', Number),
    when(query.max_score, 'run.score <= ?', (score) => Number(score) / 100),
    rating === 'none' ? { sql: 'run.rating IS NULL', values: [] } : when(rating, 'run.rating = ?'),
    when(query.conversation, 'run.conversation = ?'),
    when(query.site, 'run.site = ?'),
  ]);
}

/** What a sort orders by: the key, and whether the largest comes first. Equal ones: the newest first. */
const ORDERS: Readonly<Record<RunSort, { readonly key: string; readonly down: boolean }>> = {
  newest: { key: 'run.at', down: true },
  oldest: { key: 'run.at', down: false },
  slowest: { key: 'run.ms', down: true },
  worst: { key: 'coalesce(run.score, 2)', down: false },
  tokens: { key: '(coalesce(run.tokens_in, 0) + coalesce(run.tokens_out, 0))', down: true },
};

/** How a page of the list is read. */
export interface Order {
  readonly key: string;
  readonly orderBy: string;
  /** Runs after the cursor's. */
  readonly after: Condition | undefined;
}

/** @throws BadCursor */
export function orderOf({ sort, cursor }: RunsQuery): Order {
  const { key, down } = ORDERS[sort];
  const orderBy = `${key} ${down ? 'DESC' : 'ASC'}, run.no DESC`;
  if (cursor === undefined) return { key, orderBy, after: undefined };
  const [named, value, no] = readCursor(cursor);
  if (named !== sort) throw new BadCursor('the cursor belongs to another order of the list');
  return {
    key,
    orderBy,
    after: { sql: `${key} ${down ? '<' : '>'} ? OR (${key} = ? AND run.no < ?)`, values: [value, value, no] },
  };
}

export const cursorAt = (sort: RunSort, key: number, no: number): string =>
  Buffer.from(JSON.stringify([sort, key, no])).toString('base64url');

function readCursor(cursor: string): [sort: string, key: number, no: number] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(read) && typeof read[0] === 'string' && Number.isFinite(read[1]) && Number.isInteger(read[2]))
      return [read[0], Number(read[1]), Number(read[2])];
  } catch {
    // Said below.
  }
  throw new BadCursor('the cursor is none of this list');
}

/** Conditions that all hold. */
export { all as allOf };
