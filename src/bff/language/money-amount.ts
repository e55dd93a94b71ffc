import type { BillingUnit } from '../../protocol/offer.ts';
import type { AmountRole } from './money-words.ts';

interface Span {
  /** Positions in code units; `end` past the last. What stands between is what a neutral phrase would replace. */
  readonly start: number;
  readonly end: number;
}

/** An amount of money as a text states it. */
export interface MoneyAmount extends Span {
  readonly kind: 'money';
  /** Plain decimals: one, or both ends of a range. */
  readonly values: readonly string[];
  /** What the sign or word may mean; absent where none stands there. */
  readonly currencies?: readonly string[];
  /** What it buys; `total` where the text says so, absent where it does not say. */
  readonly unit?: BillingUnit | 'total';
  readonly role?: AmountRole;
  /** A bound ("under 500", 500元以内), not a statement of a price. */
  readonly bound: boolean;
  /** Only a bound word says that it is money ("up to 3000"): enough for a shopper's wish, not to judge an adviser's sentence. */
  readonly loose: boolean;
  /** Rental lengths in days that the clause names beside it: "$120 for 3 days". */
  readonly days: readonly number[];
}

/** "5折", "50% off". */
export interface DiscountAmount extends Span {
  readonly kind: 'discount';
  /** Percent taken off, plain decimal: 8折 is 20. */
  readonly percentOff: string;
}

/** "free shipping", 免押. */
export interface FreeAmount extends Span {
  readonly kind: 'free';
  readonly about: 'deposit' | 'shipping' | 'fee' | 'price';
}

export type Amount = MoneyAmount | DiscountAmount | FreeAmount;

/** The answer at one place of a text that may still grow. */
export type AmountReading =
  | { readonly kind: 'more' }
  | { readonly kind: 'none'; readonly next: number }
  | { readonly kind: 'amount'; readonly amount: Amount };

/** So much of the text before a place is looked at. */
export const LEFT_CONTEXT = 40;
