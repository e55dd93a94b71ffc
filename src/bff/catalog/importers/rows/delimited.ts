import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { FeedBroken, LONGEST_RECORD, type Row, tooLong } from './row.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter of a table: the one its first line has most of, outside quotes. */
export function delimiterOf(firstLine: string): Delimiter {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The rows of a table whose first line names its columns (RFC 4180, and its relatives with tabs and semicolons). A column
 * named twice is a list. Empty cells are left out.
 * @throws FeedBroken when a quote is never closed, a row is longer than a record may be, or the last row has neither all its cells
 * nor a line break after it: the file was cut off.
 */
export async function* delimitedRows(pieces: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<Row> {
  let end = '';
  const watched = async function* (): AsyncGenerator<string> {
    for await (const piece of pieces) {
      end = piece.at(-1) ?? end;
      yield piece;
    }
  };
  const parser = Readable.from(watched()).pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      // A feed with tabs seldom quotes: `27" monitor` is a cell as it stands.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  let columns: readonly string[] | undefined;
  let last: { readonly record: string[]; readonly line: number } | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (columns && last) yield rowOf(columns, last.record, last.line);
      if (columns) last = { record, line: info.lines };
      else columns = record.map((name) => name.trim());
    }
    if (columns && last) {
      if (last.record.length < columns.length && !/[\r\n]/.test(end))
        throw new FeedBroken(
          `line ${last.line}: ${last.record.length} of ${columns.length} cells, and no line break after them: the file was cut off`,
        );
      yield rowOf(columns, last.record, last.line);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FeedBroken(error.code === 'CSV_MAX_RECORD_SIZE' ? `a row is ${tooLong}` : error.message, { cause: error });
  }
}

/** A row may leave cells out at its end, as spreadsheets do. More cells than columns mean that a quote or a delimiter went wrong. */
function rowOf(columns: readonly string[], cells: readonly string[], line: number): Row {
  const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) return { line, fault: `${cells.length} cells under ${columns.length} columns: is a quote or a delimiter amiss?` };
  const value: Record<string, string | string[]> = {};
  for (const [index, name] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '' || name === '' || name === '__proto__') continue;
    const known = value[name];
    value[name] = known === undefined ? cell : [known, cell].flat();
  }
  return { line, value };
}
