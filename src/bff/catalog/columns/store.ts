import { bestLocale } from '../locales.ts';
import type { Columns, TermLists } from './columns.ts';
import { type TermItems, termItems } from './term-items.ts';
import { changedTermLists, type RecordTerms } from './term-lists.ts';

/** Nothing stated, in a column of numbers. */
const NONE = Number.NaN;
const number = (value: unknown): number => (value === null || value === undefined ? NONE : Number(value));

/** One past the highest number of each. */
export interface ColumnSizes {
  readonly items: number;
  readonly products: number;
  readonly terms: number;
}

/** What holds for a catalogue as a whole, until all of it is read again. */
export interface ColumnsHead {
  readonly locale: string;
  readonly currency: string;
  readonly locales: readonly string[];
}

const grown = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(column: T, size: number, rest = 0): T => {
  if (column.length >= size) return column;
  const larger = new (column.constructor as new (length: number) => T)(size);
  if (rest !== 0) larger.fill(rest, column.length);
  larger.set(column);
  return larger;
};

/**
 * The columns of a catalogue, filled from rows (arrays of values in the order each method names) and kept up with its changes:
 * a row of a known item takes the place of the earlier one. What {@link columns} gave is changed with it, so a reader takes them
 * anew after each change.
 */
export class ColumnStore {
  readonly #head: ColumnsHead;
  readonly #columns;
  readonly #fields = new Map<string, number>();
  readonly #lists = new Map<string, TermLists>();
  #termField = new Uint16Array();
  #termItems: TermItems | undefined;
  #items = 0;

  constructor(head: ColumnsHead, sizes: ColumnSizes) {
    this.#head = head;
    this.#columns = {
      product: new Uint32Array(),
      variants: new Uint32Array(),
      idRank: new Uint32Array(),
      popularity: new Float64Array(),
      created: new Float64Array(),
      rating: new Float64Array(),
      ratingCount: new Float64Array(),
      available: new Float64Array(),
      quantity: new Float64Array(),
      availableFrom: new Float64Array(),
      shipsIn: new Float64Array(),
      sale: new Float64Array(),
      rate: new Float64Array(),
      mixed: new Uint8Array(),
    };
    this.grow(sizes);
  }

  get items(): number {
    return this.#items;
  }

  /** Makes room for higher numbers. */
  grow({ items, products, terms }: ColumnSizes): void {
    const columns = this.#columns;
    columns.product = grown(columns.product, items);
    columns.variants = grown(columns.variants, products);
    columns.idRank = grown(columns.idRank, items);
    columns.mixed = grown(columns.mixed, items);
    const floats = [
      'popularity',
      'created',
      'rating',
      'ratingCount',
      'available',
      'quantity',
      'availableFrom',
      'shipsIn',
      'sale',
      'rate',
    ] as const;
    for (const name of floats) columns[name] = grown(columns[name], items, NONE);
    this.#termField = grown(this.#termField, terms);
  }

  /**
   * `no, product, popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in`. Its prices are
   * forgotten: they come after it.
   * @returns whether the item is new. New ones rank after all others in the order they come.
   */
  item(row: readonly unknown[]): boolean {
    const columns = this.#columns;
    const no = Number(row[0]);
    const product = Number(row[1]);
    const before = columns.product[no] ?? 0;
    if (before === 0) columns.idRank[no] = this.#items++;
    else columns.variants[before] = (columns.variants[before] ?? 1) - 1;
    columns.product[no] = product;
    columns.variants[product] = (columns.variants[product] ?? 0) + 1;
    columns.popularity[no] = number(row[2]);
    columns.created[no] = number(row[3]);
    columns.rating[no] = number(row[4]);
    columns.ratingCount[no] = number(row[5]);
    columns.available[no] = number(row[6]);
    columns.quantity[no] = number(row[7]);
    columns.availableFrom[no] = number(row[8]);
    columns.shipsIn[no] = number(row[9]);
    columns.sale[no] = NONE;
    columns.rate[no] = NONE;
    columns.mixed[no] = 0;
    return before === 0;
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

  /** Takes the numbers of all items in the order of their ids. */
  rank(numbers: Iterable<number>): void {
    let place = 0;
    for (const no of numbers) this.#columns.idRank[no] = place++;
  }

  /** Takes all records of the items that changed, by item. */
  changeTerms(records: ReadonlyMap<number, readonly RecordTerms[]>): void {
    for (const [locale, lists] of this.#lists) {
      const changed = changedTermLists(lists, records, locale, this.#head.locale, this.#columns.product.length);
      if (changed !== lists) this.#termItems = undefined;
      this.#lists.set(locale, changed);
    }
  }

  /**
   * The columns as of a revision.
   * @param termsOf reads the term lists of one of the catalogue's locales; asked once for each.
   */
  columns(revision: string, termsOf: (locale: string) => TermLists): Columns {
    const { product, variants, popularity } = this.#columns;
    const { locale, currency, locales } = this.#head;
    const termsFor = (wanted: string): TermLists => {
      const key = bestLocale(wanted, locales, locale) ?? locale;
      const found = this.#lists.get(key) ?? termsOf(key);
      this.#lists.set(key, found);
      return found;
    };
    const size = product.length;
    const all = new Uint32Array(this.#items);
    let popularityMax = 1;
    let at = 0;
    for (let no = 0; no < size; no++) {
      if (product[no] === 0) continue;
      all[at++] = no;
      const own = popularity[no] ?? NONE;
      if (own > popularityMax) popularityMax = own;
    }
    return {
      ...this.#columns,
      revision,
      locale,
      currency,
      locales,
      size,
      items: this.#items,
      all,
      hasVariants: variants.some((count) => count > 1),
      popularityMax,
      termField: this.#termField,
      fields: [...this.#fields.keys()],
      termsFor,
      itemsOf: (term) => {
        this.#termItems ??= termItems(locales.map(termsFor), size, this.#termField.length);
        const { offsets, items } = this.#termItems;
        return items.subarray(offsets[term], offsets[term + 1]);
      },
    };
  }
}
