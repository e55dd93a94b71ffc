import type { CompareCell, CompareRow } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';

/** What rows are computed with. */
export interface CompareContext {
  readonly items: readonly Item[];
  readonly locale: string;
  /** Rental length in days, where one is known. */
  readonly days?: number;
}

/** Which end of a scale is better, where that is known and can be said. */
export type Better = 'more' | 'less';

/** Index of the one best number; none where two share it, where one is not stated, or where all are equal. */
export function bestOf(values: readonly (number | null)[], better: Better): number | undefined {
  if (values.length < 2 || values.some((value) => value === null)) return undefined;
  const stated = values as readonly number[];
  const best = better === 'more' ? Math.max(...stated) : Math.min(...stated);
  const first = stated.indexOf(best);
  return stated.lastIndexOf(best) === first ? first : undefined;
}

/** Whether cells say different things; one that is not stated differs from one that is. */
function differ(cells: readonly CompareCell[]): boolean {
  return new Set(cells.map((cell) => cell?.text ?? null)).size > 1;
}

/** A row, or nothing where no item states it. */
export function rowOf(
  head: { readonly key: string; readonly label: string; readonly group: string },
  cells: readonly CompareCell[],
  best?: number,
): CompareRow[] {
  if (cells.every((cell) => cell === null)) return [];
  return [{ ...head, cells: [...cells], differs: differ(cells), ...(best === undefined ? {} : { best }) }];
}
