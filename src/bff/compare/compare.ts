import type { Comparison } from '../../protocol/compare.ts';
import { type Item, itemType } from '../../protocol/item.ts';
import type { CompareContext } from './row.ts';
import { factRows } from './rows/facts.ts';
import { offerRows } from './rows/offers.ts';
import { makerRows, reviewRows, serviceRows, suitRows } from './rows/people.ts';
import { compareWords } from './words.ts';

export interface CompareOptions {
  readonly locale: string;
  /** Rental length in days. */
  readonly days?: number;
  /** Facts that were asked about, by key or label; they come first. */
  readonly aspects?: readonly string[];
}

/** A comparison of items from catalogue facts alone. A cell the catalogue does not state is null. */
export function compare(items: readonly Item[], { locale, days, aspects }: CompareOptions): Comparison {
  const context: CompareContext = { items, locale, ...(days === undefined ? {} : { days }) };
  const words = compareWords(locale);
  const types = new Set(items.map((item) => itemType(item)));
  const currencies = [...new Set(items.flatMap((item) => item.offers.map((offer) => offer.price.currency)))];
  const notes = [...(types.size > 1 ? [words.differentTypes] : []), ...(currencies.length > 1 ? [words.currencies(currencies)] : [])];
  return {
    items: [...items],
    ...(days === undefined ? {} : { days }),
    rows: [
      ...offerRows(context),
      ...factRows(context, aspects),
      ...suitRows(context),
      ...reviewRows(context),
      ...serviceRows(context),
      ...makerRows(context),
    ],
    ...(notes.length > 0 ? { note: words.sentences(notes) } : {}),
  };
}
