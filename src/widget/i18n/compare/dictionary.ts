import type { VerdictBasis } from '../../../protocol/compare.ts';

/** Where a fact of a comparison was read, by the first word of a cell's `source`. */
export type SourceKind =
  | 'offers'
  | 'attributes'
  | 'rating'
  | 'review_aspects'
  | 'availability'
  | 'shipping'
  | 'policies'
  | 'seller'
  | 'certificate rules'
  | 'record';

/** Words of comparisons: table and verdict. They load with the first that shows. */
export interface CompareWords {
  readonly title: string;
  /** In a place for what is ticked, before anything is compared. */
  readonly invite: string;
  readonly loading: string;
  readonly failed: string;
  readonly notRecomputed: string;

  /** Names the table for those who do not see it. */
  readonly caption: (titles: string, differing: number, equal: number) => string;
  readonly forDays: (length: string) => string;
  readonly notStated: string;
  /** Folded rows: that many say the same of every item. */
  readonly equal: (count: number) => string;
  /** Heading above the rows that were folded. */
  readonly equalRows: string;
  readonly empty: string;
  readonly sources: string;
  readonly source: Readonly<Record<SourceKind, string>>;
  readonly winner: string;
  readonly remove: (title: string) => string;

  readonly columns: (first: number, last: number, all: number) => string;
  readonly before: string;
  readonly after: string;
  /** How the keyboard moves through the columns. */
  readonly keys: string;

  readonly term: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly print: string;

  readonly verdict: string;
  readonly verdictForYou: string;
  readonly ask: string;
  readonly weighing: string;
  readonly basis: Readonly<Record<VerdictBasis, string>>;
  readonly moreClaims: (count: number) => string;
  readonly toRow: (label: string) => string;
}
