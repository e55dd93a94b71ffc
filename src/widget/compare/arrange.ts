import * as v from 'valibot';
import type { CompareRow, Comparison } from '../../protocol/compare.ts';
import { type Money, moneySchema } from '../../protocol/money.ts';

/** Rows that stand together under one heading. */
export interface RowGroup {
  readonly name: string;
  readonly rows: readonly CompareRow[];
}

export interface Arranged {
  readonly differing: readonly RowGroup[];
  readonly equal: readonly CompareRow[];
}

/** Rows that differ by group, in the order in which they came; the equal ones for the fold. */
export function arrange({ rows }: Pick<Comparison, 'rows'>): Arranged {
  const groups = Map.groupBy(
    rows.filter((row) => row.differs),
    (row) => row.group,
  );
  return {
    differing: [...groups].map(([name, grouped]) => ({ name, rows: grouped })),
    equal: rows.filter((row) => !row.differs),
  };
}

/** What stands in a column's head. */
export interface Headline {
  /** Absent where the row's text says it better, as for a rate. */
  readonly amount?: Money;
  readonly text: string;
  readonly label: string;
}

/** The amount in a column's head: what the term costs, else the price, else the rate. */
export function headline({ rows }: Pick<Comparison, 'rows'>, column: number): Headline | undefined {
  const found = HEADLINES.flatMap((key) => rows.find((each) => each.key === key) ?? []);
  // One basis for all heads where there is one: a rent beside a price compares nothing.
  const shared = found.filter((row) => row.cells.every((_, at) => headOf(row, at)));
  for (const row of [...shared, ...found]) {
    const head = headOf(row, column);
    if (head) return head;
  }
  return undefined;
}

/** Rows that may stand in the heads, the most telling first. */
const HEADLINES = ['total', 'price', 'rate'];

function headOf({ key, label, cells }: CompareRow, column: number): Headline | undefined {
  const cell = cells[column];
  const amount = v.safeParse(moneySchema, cell?.value);
  // A cell without an amount is a sentence: "for sale only".
  return cell && amount.success ? { ...(key === 'rate' ? {} : { amount: amount.output }), text: cell.text, label } : undefined;
}
