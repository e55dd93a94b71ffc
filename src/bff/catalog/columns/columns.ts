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
  /** Whether any product has several. */
  readonly hasVariants: boolean;
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
  /** The items that have a term of their own in any language, in ascending order. */
  itemsOf(term: number): Uint32Array;
}
