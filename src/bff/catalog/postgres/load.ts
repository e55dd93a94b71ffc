import type { Client } from 'pg';
import type { TermLists } from '../columns/columns.ts';
import { type ColumnSizes, ColumnStore } from '../columns/store.ts';
import { type RecordTerms, TermListsBuilder } from '../columns/term-lists.ts';
import type { NameRows } from './names.ts';
import type { Live } from './schema.ts';
import { intArray, numbersIn } from './stores.ts';

/** Rows fetched at a time: a million in one answer would be a gigabyte of strings. */
const FETCHED = 20_000;
const ITEMS = 'no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in';

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

async function sizesOf(client: Client, schema: string): Promise<ColumnSizes> {
  const past = (table: string, name: string) => `(SELECT coalesce(max(no), 0) + 1 FROM ${schema}.${table}) AS ${name}`;
  const { rows } = await client.query<ColumnSizes>(
    `SELECT ${past('item', 'items')}, ${past('product', 'products')}, ${past('term', 'terms')}`,
  );
  return rows[0] ?? { items: 1, products: 1, terms: 1 };
}

/** What was read of a whole revision. */
export interface Loaded {
  readonly store: ColumnStore;
  readonly locales: readonly string[];
  /** The term lists for readers of a locale, asked for once. */
  termsOf(locale: string): TermLists;
}

/** Reads the columns of the revision that the current transaction sees. */
export async function loadColumns(client: Client, schema: string, live: Live): Promise<Loaded> {
  const { rows } = await client.query<{ locales: string[] }>(
    `SELECT ARRAY(SELECT DISTINCT locale FROM ${schema}.record ORDER BY locale) AS locales`,
  );
  const locales = rows[0]?.locales ?? [];
  const { locale, currency } = live;
  const sizes = await sizesOf(client, schema);
  const store = new ColumnStore({ locale, currency, locales }, sizes);
  for await (const row of rowsOf(client, `SELECT ${ITEMS} FROM ${schema}.item ORDER BY id`)) store.item(row);
  for await (const row of rowsOf(client, `SELECT item, currency, sale, rate FROM ${schema}.price`)) store.price(row);
  for await (const row of rowsOf(client, `SELECT no, field FROM ${schema}.term ORDER BY no`)) store.term(row);
  const lists = new Map(locales.map((each) => [each, new TermListsBuilder(each, locale, sizes.items)]));
  for await (const [item, own, bytes] of rowsOf(client, `SELECT item, locale, terms FROM ${schema}.record ORDER BY item, locale`))
    for (const builder of lists.values()) builder.record(item as number, own as string, bytes as Buffer);
  return {
    store,
    locales,
    termsOf: (wanted) => (lists.get(wanted) ?? new TermListsBuilder(wanted, locale, sizes.items)).finish(),
  };
}

/**
 * Reads what was written after a revision into columns.
 * @param after its count.
 * @param known one past the highest number of a term that is known, and the locales.
 * @returns the numbers of the items that changed; null, and nothing changed, where a record is in a locale that is not known.
 */
export async function followColumns(
  client: Client,
  schema: string,
  store: ColumnStore,
  after: number,
  known: { readonly terms: number; readonly locales: readonly string[] },
): Promise<number[] | null> {
  const rows = async (sql: string, value: unknown) =>
    (await client.query<unknown[]>({ text: sql, rowMode: 'array', values: [value] })).rows;
  const changed = await rows(`SELECT ${ITEMS} FROM ${schema}.item WHERE since > $1 ORDER BY id`, after);
  const numbers = changed.map(([no]) => Number(no));
  const within = intArray(numbers);
  const records = new Map<number, RecordTerms[]>();
  const own = `SELECT item, locale, terms FROM ${schema}.record WHERE item = ANY ($1::int[]) ORDER BY item, locale`;
  for (const [item, locale, bytes] of await rows(own, within)) {
    if (!known.locales.includes(locale as string)) return null;
    const list = records.get(item as number) ?? [];
    list.push({ locale: locale as string, terms: bytes as Buffer });
    records.set(item as number, list);
  }
  const prices = await rows(`SELECT item, currency, sale, rate FROM ${schema}.price WHERE item = ANY ($1::int[])`, within);
  const terms = await rows(`SELECT no, field FROM ${schema}.term WHERE no >= $1 ORDER BY no`, known.terms);
  store.grow(await sizesOf(client, schema));
  const added = changed.map((row) => store.item(row)).some((isNew) => isNew);
  for (const row of prices) store.price(row);
  for (const row of terms) store.term(row);
  store.changeTerms(records);
  if (added) {
    const { rows: order } = await client.query<{ nos: string }>(`SELECT string_agg(no::text, ',' ORDER BY id) AS nos FROM ${schema}.item`);
    store.rank(numbersIn(order[0]?.nos));
  }
  return numbers;
}

/** Reads what the catalogue calls things. @param after count of a revision: only what was named since. */
export async function loadNames(client: Client, schema: string, after = -1): Promise<NameRows> {
  const all = async <T>(sql: string, row: (values: unknown[]) => T): Promise<T[]> => {
    const found: T[] = [];
    for await (const values of rowsOf(client, sql)) found.push(row(values));
    return found;
  };
  const since = `WHERE since > ${after}`;
  return {
    terms: await all(`SELECT no, field, label FROM ${schema}.term ${since} ORDER BY no`, ([no, field, label]) => ({
      no: Number(no),
      field: String(field),
      label: String(label),
    })),
    aliases: await all(
      `SELECT field, folded, term FROM ${schema}.alias ${since} ORDER BY term, folded COLLATE "C"`,
      ([field, folded, term]) => ({ field: String(field), folded: String(folded), term: Number(term) }),
    ),
    attributes: await all(`SELECT no, key, unit FROM ${schema}.attribute ${since} ORDER BY key COLLATE "C"`, ([no, key, unit]) => ({
      no: Number(no),
      key: String(key),
      unit: unit === null ? undefined : String(unit),
    })),
    labels: await all(
      `SELECT attribute, locale, label, folded FROM ${schema}.attribute_label ${since} ORDER BY locale COLLATE "C", label COLLATE "C"`,
      ([attribute, locale, label, folded]) => ({
        attribute: Number(attribute),
        locale: String(locale),
        label: String(label),
        folded: String(folded),
      }),
    ),
    words: await all(`SELECT word, items FROM ${schema}.word ${since}`, ([word, items]) => ({ word: String(word), items: Number(items) })),
  };
}
