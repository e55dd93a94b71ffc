import { RowFault } from '../feed/row-fault.ts';
import type { Row } from '../rows/row.ts';

/** A record of a feed. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a feed does not say itself. */
export interface FeedContext {
  /** The file's name without folder and ending. */
  readonly file: string;
  /** For records that name no language; without it Chinese characters in the title decide between `zh-CN` and `en`. */
  readonly locale?: string;
  /** For prices that name no currency. */
  readonly currency?: string;
  /** `updated_at` of records that have none. */
  readonly now: Date;
  /** Hears of a value that the item goes without: its field, and why. */
  readonly leaveOut?: (field: string, reason: string) => void;
}

/** A value that an item goes without, since it says nothing that an item can hold. */
export interface LeftOut {
  readonly field: string;
  readonly reason: string;
}

/** What came of a record: an item that is not checked yet, or why there is none. */
export type Made =
  | { readonly line: number; readonly item: unknown; readonly leftOut?: readonly LeftOut[] }
  | { readonly line: number; readonly field: string; readonly reason: string; readonly id?: string };

/** A kind of feed. */
export interface Format {
  /** As `--format` takes it. */
  readonly name: string;
  /** Whether a record, the first of its file, is of this kind. */
  matches(record: Fields): boolean;
  items(rows: AsyncIterable<Row>, context: FeedContext): AsyncIterable<Made>;
}

/** The reader of a feed whose records each become items on their own. */
export function eachRecord(itemsOf: (record: Fields, context: FeedContext) => unknown[]): Format['items'] {
  return async function* (rows, context) {
    for await (const row of rows) {
      if ('fault' in row) yield { line: row.line, field: '', reason: row.fault };
      else yield* made(row.line, row.value, context, (own) => itemsOf(row.value, own));
    }
  };
}

/** Items of one record with the values they go without, or its fault. */
export function made(line: number, record: Fields, context: FeedContext, make: (context: FeedContext) => unknown[]): Made[] {
  const leftOut: LeftOut[] = [];
  // What the variants of one record share is told once.
  const leaveOut = (field: string, reason: string): void => {
    if (!leftOut.some((known) => known.field === field && known.reason === reason)) leftOut.push({ field, reason });
  };
  try {
    const items = make({ ...context, leaveOut });
    return items.map((item, at) => ({ line, item, ...(at === 0 && leftOut.length > 0 && { leftOut }) }));
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    const id = idIn(record);
    return [{ line, field: error.field, reason: error.message, ...(id !== undefined && { id }) }];
  }
}

/** What a record goes by in its feed, for people who look for it there. */
function idIn(record: Fields): string | undefined {
  for (const wanted of ['id', 'sku', 'handle'])
    for (const [name, value] of Object.entries(record))
      if (name.replace(/^g:/, '').toLowerCase() === wanted && (typeof value === 'string' || typeof value === 'number'))
        return String(value);
  return undefined;
}
