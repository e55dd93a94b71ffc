import type { Client } from 'pg';
import { type Columns, ColumnsBuilder } from '../columns/columns.ts';
import { TermListsBuilder } from '../columns/term-lists.ts';
import type { NameRows } from './names.ts';
import type { Live } from './schema.ts';

/** Rows fetched at a time: a million in one answer would be a gigabyte of strings. */
const FETCHED = 20_000;

/** Rows of a query as arrays, a portion at a time. Inside a transaction. */
async function* rowsOf(client: Client, sql: string): AsyncGenerator<unknown[]> {
  await client.query(`DECLARE portion NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${FETCHED} FROM portion`, rowMode: 'array' });
    yield* rows;
    if (rows.length < FETCHED) break;
  }
  await client.query('CLOSE portion');
}

/** Reads the columns of the revision that the current transaction sees. */
export async function loadColumns(client: Client, schema: string, live: Live): Promise<Columns> {
  const { rows } = await client.query<{ size: number; products: number; terms: number; locales: string[] }>(
    `SELECT (SELECT coalesce(max(no), 0) + 1 FROM ${schema}.item) AS size,
            (SELECT coalesce(max(no), 0) + 1 FROM ${schema}.product) AS products,
            (SELECT coalesce(max(no), 0) + 1 FROM ${schema}.term) AS terms,
            ARRAY(SELECT DISTINCT locale FROM ${schema}.record ORDER BY locale) AS locales`,
  );
  const { size = 1, products = 1, terms = 1, locales = [] } = rows[0] ?? {};
  const { revision, locale, currency } = live;
  const builder = new ColumnsBuilder({ revision, locale, currency, locales, size, products, terms });
  const items = `SELECT no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in
    FROM ${schema}.item ORDER BY id`;
  for await (const row of rowsOf(client, items)) builder.item(row);
  for await (const row of rowsOf(client, `SELECT item, currency, sale, rate FROM ${schema}.price`)) builder.price(row);
  for await (const row of rowsOf(client, `SELECT no, field FROM ${schema}.term ORDER BY no`)) builder.term(row);
  const lists = new Map(locales.map((each) => [each, new TermListsBuilder(each, locale, size)]));
  for await (const [item, own, bytes] of rowsOf(client, `SELECT item, locale, terms FROM ${schema}.record ORDER BY item, locale`))
    for (const builder of lists.values()) builder.record(item as number, own as string, bytes as Buffer);
  return builder.finish((wanted) => (lists.get(wanted) ?? new TermListsBuilder(wanted, locale, size)).finish());
}

/** Reads what the catalogue calls things. */
export async function loadNames(client: Client, schema: string): Promise<NameRows> {
  const all = async <T>(sql: string, row: (values: unknown[]) => T): Promise<T[]> => {
    const found: T[] = [];
    for await (const values of rowsOf(client, sql)) found.push(row(values));
    return found;
  };
  return {
    terms: await all(`SELECT no, field, label FROM ${schema}.term ORDER BY no`, ([no, field, label]) => ({
      no: Number(no),
      field: String(field),
      label: String(label),
    })),
    aliases: await all(`SELECT field, folded, term FROM ${schema}.alias ORDER BY term, folded COLLATE "C"`, ([field, folded, term]) => ({
      field: String(field),
      folded: String(folded),
      term: Number(term),
    })),
    attributes: await all(`SELECT no, key, unit FROM ${schema}.attribute ORDER BY key COLLATE "C"`, ([no, key, unit]) => ({
      no: Number(no),
      key: String(key),
      unit: unit === null ? undefined : String(unit),
    })),
    labels: await all(
      `SELECT attribute, locale, label, folded FROM ${schema}.attribute_label ORDER BY locale COLLATE "C", label COLLATE "C"`,
      ([attribute, locale, label, folded]) => ({
        attribute: Number(attribute),
        locale: String(locale),
        label: String(label),
        folded: String(folded),
      }),
    ),
  };
}
