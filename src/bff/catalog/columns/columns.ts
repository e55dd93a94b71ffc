import { bestLocale } from '../locales.ts';

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
 * million items fit, and a search over a whole category never reads a row. Read once per revision, whatever engine keeps the
 * items.
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

/** What holds for the catalogue as a whole. */
export interface ColumnsHead {
  readonly revision: string;
  readonly locale: string;
  readonly currency: string;
  readonly locales: readonly string[];
  /** One past the highest number of an item, a product, a term. */
  readonly size: number;
  readonly products: number;
  readonly terms: number;
}

/** Fills the columns of one revision from rows, as arrays of values in the order each method names. */
export class ColumnsBuilder {
  readonly #head: ColumnsHead;
  readonly #columns;
  readonly #termField: Uint16Array;
  readonly #fields = new Map<string, number>();
  #items = 0;
  #popularityMax = 1;

  constructor(head: ColumnsHead) {
    const { size, products, terms } = head;
    const floats = () => new Float64Array(size).fill(NONE);
    this.#head = head;
    this.#termField = new Uint16Array(terms);
    this.#columns = {
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
  }

  /** `no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in`, by id. */
  item(row: readonly unknown[]): void {
    const columns = this.#columns;
    const no = Number(row[0]);
    const product = Number(row[1]);
    columns.product[no] = product;
    columns.variants[product] = (columns.variants[product] ?? 0) + 1;
    columns.idRank[no] = this.#items++;
    columns.popularity[no] = number(row[2]);
    columns.created[no] = number(row[3]);
    columns.rating[no] = number(row[4]);
    columns.ratingCount[no] = number(row[5]);
    columns.available[no] = number(row[6]);
    columns.quantity[no] = number(row[7]);
    columns.availableFrom[no] = number(row[8]);
    columns.shipsIn[no] = number(row[9]);
    this.#popularityMax = Math.max(this.#popularityMax, Number(row[2] ?? 0));
  }

  /** `item, currency, sale, rate`. */
  price(row: readonly unknown[]): void {
    const columns = this.#columns;
    const no = Number(row[0]);
    const isOwn = row[1] === this.#head.currency;
    if (!isOwn || row[3] !== null) columns.mixed[no] = 1;
    if (!isOwn) return;
    columns.sale[no] = number(row[2]);
    columns.rate[no] = number(row[3]);
  }

  /** `no, field`. */
  term(row: readonly unknown[]): void {
    const field = String(row[1]);
    const index = this.#fields.get(field) ?? this.#fields.size;
    this.#fields.set(field, index);
    this.#termField[Number(row[0])] = index;
  }

  /** @param termsOf reads the term lists of one of the catalogue's locales; asked once for each. */
  finish(termsOf: (locale: string) => TermLists): Columns {
    const { product } = this.#columns;
    const { revision, locale, currency, locales, size } = this.#head;
    const lists = new Map<string, TermLists>();
    return {
      ...this.#columns,
      revision,
      locale,
      currency,
      locales,
      size,
      items: this.#items,
      all: Uint32Array.from({ length: size }, (_, no) => no).filter((no) => product[no] !== 0),
      popularityMax: this.#popularityMax,
      termField: this.#termField,
      fields: [...this.#fields.keys()],
      termsFor(wanted) {
        const key = bestLocale(wanted, locales, locale) ?? locale;
        let found = lists.get(key);
        if (!found) {
          found = termsOf(key);
          lists.set(key, found);
        }
        return found;
      },
    };
  }
}
