import { FeedBroken, isRecord, LONGEST_RECORD, type Row, tooLong } from './row.ts';

/** A line, or null where it is longer than a record may be. */
interface Line {
  /** From 1. */
  readonly line: number;
  readonly text: string | null;
  /** True for a last line that no line break ends. */
  readonly open: boolean;
}

/** The lines of a text that comes in pieces. No more than one record's length is held, however long a line is. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let line = 1;
  let held: string[] = [];
  let length = 0;
  const take = (open: boolean): Line => {
    const text = length > LONGEST_RECORD ? null : held.join('').replace(/\r$/, '');
    held = [];
    length = 0;
    return { line: line++, text, open };
  };
  const hold = (part: string) => {
    length += part.length;
    if (length <= LONGEST_RECORD) held.push(part);
    else held = [];
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      hold(piece.slice(from, end));
      yield take(false);
      from = end + 1;
    }
    if (from < piece.length) hold(piece.slice(from));
  }
  if (length > 0) yield take(true);
}

/**
 * JSON lines: one object a line; empty lines are passed over.
 * @throws FeedBroken when the last line is no JSON and no line break ends it: the file was cut off, and more is missing than a line.
 */
export async function* jsonLines(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { line, text, open } of linesOf(pieces)) {
    if (text === null) yield { line, fault: tooLong };
    else if (text.trim() !== '') yield readLine(line, text, open);
  }
}

function readLine(line: number, text: string, open: boolean): Row {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { line, value } : { line, fault: 'a line is one JSON object' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (open) throw new FeedBroken(`line ${line}: no JSON, and no line break after it: the file was cut off (${reason})`, { cause: error });
    return { line, fault: `no JSON: ${reason}` };
  }
}
