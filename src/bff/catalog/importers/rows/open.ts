import { extname } from 'node:path';
import { delimitedRows, delimiterOf } from './delimited.ts';
import { decoded, type Encoding, encodingOf } from './encoding.ts';
import { jsonRecords } from './json-document.ts';
import { jsonLines } from './lines.ts';
import { pageRecords } from './pages.ts';
import { isRecord, type Row } from './row.ts';
import { xmlRows } from './xml.ts';

/** How records lie in a file. */
export type Shape = 'json-lines' | 'json' | 'table' | 'xml' | 'page';

export interface Opened {
  readonly encoding: Encoding;
  readonly shape: Shape;
  readonly rows: AsyncIterable<Row>;
}

/**
 * Opens a file of records whatever shape and encoding it has, reading as it is asked. The shape is seen from its first
 * characters, not from its name; only `.jsonl` and `.ndjson` are taken at their word, so that a broken first line is one
 * broken line.
 * @param onBytes called with the number of bytes read since the last call.
 * @throws when the file cannot be read.
 */
export async function openRows(path: string, encoding?: Encoding, onBytes?: (bytes: number) => void): Promise<Opened> {
  const known = encoding ?? (await encodingOf(path));
  const pieces = decoded(path, known, onBytes);
  const first = (await pieces.next()).value ?? '';
  const all = resumed(first, pieces);
  const shape = shapeOf(first, path);
  return { encoding: known, shape, rows: readers[shape](all, first) };
}

const firstLine = (text: string): string => text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);

const readers: Readonly<Record<Shape, (pieces: AsyncIterable<string>, first: string) => AsyncIterable<Row>>> = {
  'json-lines': jsonLines,
  json: jsonRecords,
  table: (pieces, first) => delimitedRows(pieces, delimiterOf(firstLine(first))),
  xml: xmlRows,
  page: pageRecords,
};

async function* resumed(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function shapeOf(text: string, path: string): Shape {
  if (['.jsonl', '.ndjson'].includes(extname(path).toLowerCase())) return 'json-lines';
  const start = text.trimStart();
  if (start.startsWith('<')) return /^<(!doctype html|html|head|body|script)\b/i.test(start) ? 'page' : 'xml';
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{'))
    return isWholeObject(firstLine(start)) && start.trimEnd() !== firstLine(start).trimEnd() ? 'json-lines' : 'json';
  return 'table';
}

function isWholeObject(line: string): boolean {
  try {
    return isRecord(JSON.parse(line));
  } catch {
    return false;
  }
}
