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
}

/** What came of a record: an item that is not checked yet, or why there is none. */
export type Made =
  | { readonly line: number; readonly item: unknown }
  | { readonly line: number; readonly field: string; readonly reason: string };

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
      else yield* made(row.line, () => itemsOf(row.value, context));
    }
  };
}

/** Items of one record, or its fault. */
export function made(line: number, make: () => unknown[]): Made[] {
  try {
    return make().map((item) => ({ line, item }));
  } catch (error) {
    if (error instanceof RowFault) return [{ line, field: error.field, reason: error.message }];
    throw error;
  }
}
