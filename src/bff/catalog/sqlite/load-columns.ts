import type { DatabaseSync } from 'node:sqlite';
import type { TermLists } from '../columns/columns.ts';
import { type ColumnSizes, ColumnStore } from '../columns/store.ts';
import { type RecordTerms, TermListsBuilder } from '../columns/term-lists.ts';
import { meta } from './schema.ts';

const ITEMS = 'no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in';

/** Reads the columns of the revision that the current transaction sees. */
export function loadColumns(db: DatabaseSync): ColumnStore {
  const locales = db
    .prepare('SELECT DISTINCT locale FROM record ORDER BY locale')
    .all()
    .map((row) => String(row.locale));
  const store = new ColumnStore({ locale: meta(db, 'locale') ?? 'en', currency: meta(db, 'currency') ?? 'CNY', locales }, sizes(db));
  for (const row of rows(db, `SELECT ${ITEMS} FROM item ORDER BY id`)) store.item(row);
  for (const row of rows(db, 'SELECT item, currency, sale, rate FROM price')) store.price(row);
  for (const row of rows(db, 'SELECT no, field FROM term')) store.term(row);
  return store;
}

/** Reads the own terms of every item for readers of one locale. */
export function loadTerms(db: DatabaseSync, wanted: string, fallback: string, size: number): TermLists {
  const builder = new TermListsBuilder(wanted, fallback, size);
  for (const [item, locale, terms] of rows(db, 'SELECT item, locale, terms FROM record ORDER BY item, locale'))
    builder.record(item as number, locale as string, terms as Uint8Array);
  return builder.finish();
}

/**
 * Reads what was written after a revision.
 * @param after its count.
 * @param terms one past the highest number of a term that is known.
 * @returns the numbers of the items that changed.
 */
export function followColumns(db: DatabaseSync, store: ColumnStore, after: number, terms: number): number[] {
  const changed = [...rows(db, `SELECT ${ITEMS} FROM item WHERE since > ?`, after)];
  const numbers = changed.map(([no]) => Number(no));
  const within = JSON.stringify(numbers);
  const records = new Map<number, RecordTerms[]>();
  const own = 'SELECT item, locale, terms FROM record WHERE item IN (SELECT value FROM json_each(?)) ORDER BY item, locale';
  for (const [item, locale, bytes] of rows(db, own, within)) {
    const list = records.get(item as number) ?? [];
    list.push({ locale: locale as string, terms: bytes as Uint8Array });
    records.set(item as number, list);
  }
  store.grow(sizes(db));
  const added = changed.map((row) => store.item(row)).some((isNew) => isNew);
  for (const row of rows(db, 'SELECT item, currency, sale, rate FROM price WHERE item IN (SELECT value FROM json_each(?))', within))
    store.price(row);
  for (const row of rows(db, 'SELECT no, field FROM term WHERE no >= ?', terms)) store.term(row);
  store.changeTerms(records);
  if (added) store.rank(idOrder(db));
  return numbers;
}

function* idOrder(db: DatabaseSync): Generator<number> {
  for (const [no] of rows(db, 'SELECT no FROM item ORDER BY id')) yield no as number;
}

function sizes(db: DatabaseSync): ColumnSizes {
  const past = (table: string) => Number(db.prepare(`SELECT coalesce(max(no), 0) + 1 AS size FROM ${table}`).get()?.size);
  return { items: past('item'), products: past('product'), terms: past('term') };
}

/** Rows as arrays, one at a time. */
function rows(db: DatabaseSync, sql: string, ...values: (string | number)[]): Iterable<unknown[]> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement.iterate(...values) as unknown as Iterable<unknown[]>;
}
