/** Numbers kept of every item, a column each. Days count from 1970, truth values are 1 and 0. */
export type NumberColumn = 'rating' | 'available' | 'quantity' | 'available_from' | 'ships_in';

/** A span of one attribute's numbers, both ends included. */
export interface FactRange {
  readonly attribute: number;
  readonly low: number;
  readonly high: number;
}

/** What the numbers of an item must be. A number that is not stated passes nothing but `absent`. */
export type Test =
  | { readonly column: NumberColumn; readonly min?: number; readonly max?: number }
  | { readonly absent: NumberColumn }
  | { readonly stated: NumberColumn }
  /** One of the item's facts lies in one of the ranges. */
  | { readonly facts: readonly FactRange[] }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test };
