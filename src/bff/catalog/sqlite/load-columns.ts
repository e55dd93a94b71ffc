import type { DatabaseSync } from 'node:sqlite';
import { type Columns, ColumnsBuilder, type TermLists } from '../columns/columns.ts';
import { TermListsBuilder } from '../columns/term-lists.ts';
import { meta } from './schema.ts';

/** Reads the columns of the revision that the current transaction sees. */
export function loadColumns(db: DatabaseSync): Columns {
  const past = (table: string) => Number(db.prepare(`SELECT coalesce(max(no), 0) + 1 AS size FROM ${table}`).get()?.size);
  const size = past('item');
  const locale = meta(db, 'locale') ?? 'en';
  const builder = new ColumnsBuilder({
    revision: meta(db, 'revision') ?? '0',
    locale,
    currency: meta(db, 'currency') ?? 'CNY',
    locales: db
      .prepare('SELECT DISTINCT locale FROM record ORDER BY locale')
      .all()
      .map((row) => String(row.locale)),
    size,
    products: past('product'),
    terms: past('term'),
  });
  const items = `SELECT no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in
    FROM item ORDER BY id`;
  for (const row of rows(db, items)) builder.item(row);
  for (const row of rows(db, 'SELECT item, currency, sale, rate FROM price')) builder.price(row);
  for (const row of rows(db, 'SELECT no, field FROM term')) builder.term(row);
  return builder.finish((wanted) => loadTerms(db, wanted, locale, size));
}

function loadTerms(db: DatabaseSync, wanted: string, fallback: string, size: number): TermLists {
  const builder = new TermListsBuilder(wanted, fallback, size);
  for (const [item, locale, terms] of rows(db, 'SELECT item, locale, terms FROM record ORDER BY item, locale'))
    builder.record(item as number, locale as string, terms as Uint8Array);
  return builder.finish();
}

/** Rows as arrays, one at a time. */
function rows(db: DatabaseSync, sql: string): Iterable<unknown[]> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement.iterate() as unknown as Iterable<unknown[]>;
}
