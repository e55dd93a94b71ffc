import type { CompareRow, Comparison } from '../../protocol/compare.ts';
import { type Item, itemType } from '../../protocol/item.ts';
import { type ComparePolicy, defaultPolicy } from './policy.ts';
import type { CompareContext } from './row.ts';
import { basicRows } from './rows/basics.ts';
import { factRows } from './rows/facts.ts';
import { makerRows } from './rows/maker.ts';
import { priceRows } from './rows/price.ts';
import { reviewRows } from './rows/reviews.ts';
import { serviceRows } from './rows/service.ts';
import { suitRows } from './rows/suits.ts';
import { compareWords } from './words.ts';

export interface CompareOptions {
  readonly locale: string;
  /** Rental length in days. */
  readonly days?: number;
  /** Facts that were asked about, by key or label; they come first. */
  readonly aspects?: readonly string[];
  /** How the shop wants comparisons judged. */
  readonly policy?: ComparePolicy;
  /** The present year; the machine's by default. */
  readonly year?: number;
}

/** Rows that differ first, each half in its own order. */
const differingFirst = (rows: readonly CompareRow[]): CompareRow[] => rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));

const folded = (row: CompareRow): string =>
  JSON.stringify(row.cells.map((cell) => cell?.text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()));

/** Rows without those that say over again what a fact's row says: "6GB" among the options where "6 GB" is the memory. */
function withoutEchoes(rows: readonly CompareRow[], facts: readonly CompareRow[]): CompareRow[] {
  const said = new Set(facts.map(folded));
  return rows.filter((row) => !(row.key.startsWith('options.') && said.has(folded(row))));
}

/** Whether two kinds of things at least state a fact: the sensor of a camera says nothing beside a tent. */
function isShared({ cells }: CompareRow, items: readonly Item[]): boolean {
  return new Set(items.flatMap((item, column) => (cells[column] ? itemType(item) : []))).size > 1;
}

/**
 * A comparison of items from catalogue facts alone, in groups, differing rows first in each. A cell the catalogue does not
 * state is null; `best` stands only where one end is better for everyone and one item alone has it.
 */
export function compare(items: readonly Item[], options: CompareOptions): Comparison {
  const { locale, days, aspects, policy = defaultPolicy, year = new Date().getFullYear() } = options;
  const context: CompareContext = { items, locale, policy, year, ...(days === undefined ? {} : { days }) };
  const words = compareWords(locale);
  const types = new Set(items.map((item) => itemType(item)));
  const currencies = [...new Set(items.flatMap((item) => item.offers.map((offer) => offer.price.currency)))];
  const notes = [...(types.size > 1 ? [words.differentTypes] : []), ...(currencies.length > 1 ? [words.currencies(currencies)] : [])];
  const facts = factRows(context, aspects).filter((row) => types.size < 2 || isShared(row, items));
  return {
    items: [...items],
    ...(days === undefined ? {} : { days }),
    rows: [
      ...priceRows(context),
      // What was asked about keeps its place, whether it differs or not.
      ...(aspects?.length ? facts : differingFirst(facts)),
      ...differingFirst(withoutEchoes(basicRows(context), facts)),
      ...[suitRows, reviewRows, serviceRows, makerRows].flatMap((rows) => differingFirst(rows(context))),
    ],
    ...(notes.length > 0 ? { note: words.sentences(notes) } : {}),
  };
}
