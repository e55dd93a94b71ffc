import type { CompareCell, CompareRow } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { languageOf } from '../../protocol/locale.ts';
import type { Better } from './directions.ts';
import type { ComparePolicy } from './policy.ts';

/** What rows are computed with. */
export interface CompareContext {
  readonly items: readonly Item[];
  readonly locale: string;
  /** Rental length in days, where one is known. */
  readonly days?: number;
  readonly policy: ComparePolicy;
  /** The present year, for how long a seller has traded. */
  readonly year: number;
}

/** A number that takes part in a ranking; null: not stated; undefined: the row does not concern the item. */
export type Ranked = number | null | undefined;

/** Index of the one best number; none where two share it, where one is not stated, or where fewer than two take part. */
export function bestOf(values: readonly Ranked[], { end }: Better): number | undefined {
  const taking = values.filter((value) => value !== undefined);
  if (taking.length < 2 || taking.some((value) => value === null)) return undefined;
  const stated = taking as readonly number[];
  const best = end === 'more' ? Math.max(...stated) : Math.min(...stated);
  const first = values.indexOf(best);
  return values.lastIndexOf(best) === first ? first : undefined;
}

/** What ranks a row: a number for each column and the end that is better. */
export interface Ranking {
  readonly values: readonly Ranked[];
  readonly better: Better | undefined;
  /** Whether one column is better than another by more than chance; absent where numbers are facts. */
  readonly clearly?: (best: number, other: number) => boolean;
}

/** Whether cells say different things; one that is not stated differs from one that is. */
function differ(cells: readonly CompareCell[]): boolean {
  return new Set(cells.map((cell) => cell?.text ?? null)).size > 1;
}

/** A row, or nothing where no item states it. */
export function rowOf(
  head: { readonly key: string; readonly label: string; readonly group: string },
  cells: readonly CompareCell[],
  locale: string,
  ranking?: Ranking,
): CompareRow[] {
  if (cells.every((cell) => cell === null)) return [];
  const better = ranking?.better;
  const best = better && bestOf(ranking.values, better);
  const clear =
    best !== undefined && ranking?.values.every((value, at) => at === best || value == null || ranking.clearly?.(best, at) !== false);
  return [
    {
      ...head,
      cells: [...cells],
      differs: differ(cells),
      ...(better && clear ? { best, best_label: better.word[languageOf(locale)] } : {}),
    },
  ];
}

/** A cell, or nothing where the catalogue has no text for it. */
export const stated = (text: string | undefined, source: string, value?: unknown): CompareCell =>
  text ? { text, ...(value === undefined ? {} : { value }), source } : null;
