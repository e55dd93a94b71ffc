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
  for (const key of ['total', 'price', 'rate']) {
    const row = rows.find((each) => each.key === key);
    const cell = row?.cells[column];
    const amount = v.safeParse(moneySchema, cell?.value);
    // A cell without an amount is a sentence: "for sale only".
    if (row && cell && amount.success) return { ...(key === 'rate' ? {} : { amount: amount.output }), text: cell.text, label: row.label };
  }
  return undefined;
}
