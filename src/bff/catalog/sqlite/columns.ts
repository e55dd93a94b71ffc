import type { DatabaseSync } from 'node:sqlite';
import { bestLocale } from '../locales.ts';
import { meta } from './schema.ts';

/** Nothing stated, in a column of numbers. */
const NONE = Number.NaN;
const number = (value: unknown): number => (value === null || value === undefined ? NONE : Number(value));

/** The own terms of every item's record in one locale: `terms[offsets[no]]` to `terms[offsets[no + 1]]`. */
export interface TermLists {
  readonly offsets: Uint32Array;
  readonly terms: Uint32Array;
}

/**
 * What ordering, grouping and simple tests need of every item, in arrays indexed by item number: about 90 bytes an item, so a
 * million items fit, and a search over a whole category never reads a row. Read once per revision.
 */
export interface Columns {
  readonly revision: string;
  readonly locale: string;
  readonly currency: string;
  readonly locales: readonly string[];
  /** One past the highest item number. */
  readonly size: number;
  readonly items: number;
  /** Every item's number. */
  readonly all: Uint32Array;
  readonly product: Uint32Array;
  /** Items of each product, by product number. */
  readonly variants: Uint32Array;
  /** Place of the item's id among all ids: the last tie-break. */
  readonly idRank: Uint32Array;
  readonly popularity: Float64Array;
  readonly created: Float64Array;
  readonly rating: Float64Array;
  readonly ratingCount: Float64Array;
  /** 1, 0, or NaN where not stated. */
  readonly available: Float64Array;
  readonly quantity: Float64Array;
  /** Days since 1970. */
  readonly availableFrom: Float64Array;
  /** Longest delivery in days. */
  readonly shipsIn: Float64Array;
  /** Cheapest sale in the catalogue's currency, minor units. */
  readonly sale: Float64Array;
  /** Cheapest day rate in the catalogue's currency, minor units a day. */
  readonly rate: Float64Array;
  /** Whether the item has offers beyond one kind of sale in the catalogue's currency, so that they must be read to be judged. */
  readonly mixed: Uint8Array;
  /** Largest popularity, at least 1. */
  readonly popularityMax: number;
  /** Field of each term, by term number, as an index into `fields`. */
  readonly termField: Uint16Array;
  readonly fields: readonly string[];
  termsFor(locale: string): TermLists;
}

/** Reads the columns of the revision that the current transaction sees. */
export function loadColumns(db: DatabaseSync): Columns {
  const size = Number(db.prepare('SELECT coalesce(max(no), 0) + 1 AS size FROM item').get()?.size);
  const products = Number(db.prepare('SELECT coalesce(max(no), 0) + 1 AS size FROM product').get()?.size);
  const currency = meta(db, 'currency') ?? 'CNY';
  const locale = meta(db, 'locale') ?? 'en';
  const floats = () => new Float64Array(size).fill(NONE);
  const columns = {
    product: new Uint32Array(size),
    variants: new Uint32Array(products),
    idRank: new Uint32Array(size),
    popularity: floats(),
    created: floats(),
    rating: floats(),
    ratingCount: floats(),
    available: floats(),
    quantity: floats(),
    availableFrom: floats(),
    shipsIn: floats(),
    sale: floats(),
    rate: floats(),
    mixed: new Uint8Array(size),
  };
  let items = 0;
  let popularityMax = 1;
  const all = db.prepare(
    `SELECT no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in FROM item ORDER BY id`,
  );
  all.setReturnArrays(true);
  for (const row of all.iterate() as unknown as Iterable<unknown[]>) {
    const no = Number(row[0]);
    const product = Number(row[1]);
    columns.product[no] = product;
    columns.variants[product] = (columns.variants[product] ?? 0) + 1;
    columns.idRank[no] = items++;
    columns.popularity[no] = number(row[2]);
    columns.created[no] = number(row[3]);
    columns.rating[no] = number(row[4]);
    columns.ratingCount[no] = number(row[5]);
    columns.available[no] = number(row[6]);
    columns.quantity[no] = number(row[7]);
    columns.availableFrom[no] = number(row[8]);
    columns.shipsIn[no] = number(row[9]);
    popularityMax = Math.max(popularityMax, Number(row[2] ?? 0));
  }
  const prices = db.prepare('SELECT item, currency, sale, rate FROM price');
  prices.setReturnArrays(true);
  for (const row of prices.iterate() as unknown as Iterable<unknown[]>) {
    const no = Number(row[0]);
    if (row[1] !== currency || row[3] !== null) columns.mixed[no] = 1;
    if (row[1] !== currency) continue;
    columns.sale[no] = number(row[2]);
    columns.rate[no] = number(row[3]);
  }
  const locales = db.prepare('SELECT DISTINCT locale FROM record ORDER BY locale').all();
  const names = locales.map((row) => String(row.locale));
  const lists = new Map<string, TermLists>();
  return {
    ...columns,
    revision: meta(db, 'revision') ?? '0',
    locale,
    currency,
    size,
    items,
    all: Uint32Array.from({ length: size }, (_, no) => no).filter((no) => columns.product[no] !== 0),
    popularityMax,
    locales: names,
    ...loadFields(db),
    termsFor(wanted) {
      const key = bestLocale(wanted, names, locale) ?? locale;
      let found = lists.get(key);
      if (!found) {
        found = loadTerms(db, key, locale, size);
        lists.set(key, found);
      }
      return found;
    },
  };
}

function loadFields(db: DatabaseSync): { termField: Uint16Array; fields: string[] } {
  const termField = new Uint16Array(Number(db.prepare('SELECT coalesce(max(no), 0) + 1 AS size FROM term').get()?.size));
  const fields = new Map<string, number>();
  const rows = db.prepare('SELECT no, field FROM term');
  rows.setReturnArrays(true);
  for (const [no, field] of rows.iterate() as unknown as Iterable<[number, string]>) {
    const index = fields.get(field) ?? fields.size;
    fields.set(field, index);
    termField[no] = index;
  }
  return { termField, fields: [...fields.keys()] };
}

function loadTerms(db: DatabaseSync, wanted: string, fallback: string, size: number): TermLists {
  const offsets = new Uint32Array(size + 1);
  let terms = new Uint32Array(1024);
  let used = 0;
  let at = 0;
  const append = (no: number, records: readonly { locale: string; terms: Uint8Array }[]) => {
    const best = bestLocale(
      wanted,
      records.map((record) => record.locale),
      fallback,
    );
    const bytes = records.find((record) => record.locale === best)?.terms ?? new Uint8Array();
    const list = new Uint32Array(bytes.slice().buffer);
    if (used + list.length > terms.length) {
      const grown = new Uint32Array(Math.max(terms.length * 2, used + list.length));
      grown.set(terms);
      terms = grown;
    }
    for (; at <= no; at++) offsets[at] = used;
    terms.set(list, used);
    used += list.length;
  };
  let item = -1;
  let records: { locale: string; terms: Uint8Array }[] = [];
  const rows = db.prepare('SELECT item, locale, terms FROM record ORDER BY item, locale');
  rows.setReturnArrays(true);
  for (const row of rows.iterate() as unknown as Iterable<[number, string, Uint8Array]>) {
    if (row[0] !== item && item >= 0) {
      append(item, records);
      records = [];
    }
    item = row[0];
    records.push({ locale: row[1], terms: row[2] });
  }
  if (item >= 0) append(item, records);
  for (; at <= size; at++) offsets[at] = used;
  return { offsets, terms: terms.subarray(0, used) };
}
