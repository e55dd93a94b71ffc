import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type Header, headerSchema, type Result, resultSchema } from './result.ts';

/** A results file that cannot be used; the message says why and what to do. */
export class ResultsFault extends Error {
  override readonly name = 'ResultsFault';
}

/** What a results file holds: one JSON object a line, appended as cases end. */
export interface Results {
  readonly header: Header;
  /** The latest of each case and repetition. */
  readonly results: readonly Result[];
  /** Lines that could not be read, such as the last one of a run that was killed. */
  readonly unreadable: number;
}

function parsed<S extends v.GenericSchema>(schema: S, line: string): v.InferOutput<S> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(line));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

export const resultKey = ({ id, repeat }: Pick<Result, 'id' | 'repeat'>): string => `${id}#${repeat}`;

/** @throws ResultsFault when the file is not there or does not begin as a results file. */
export function readResults(path: string): Results {
  if (!existsSync(path)) throw new ResultsFault(`${path}: there is no such file`);
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const header = parsed(headerSchema, first);
  if (!header) throw new ResultsFault(`${path}: does not begin with the line of a results file`);
  const latest = new Map<string, Result>();
  let unreadable = 0;
  for (const line of lines) {
    const result = parsed(resultSchema, line);
    if (result) latest.set(resultKey(result), result);
    else unreadable += 1;
  }
  return { header, results: [...latest.values()], unreadable };
}

/**
 * Opens a file to append to: a new one begins with the header, one that is there is gone on with.
 * @throws ResultsFault when it belongs to another model or judge.
 */
export function openResults(path: string, header: Header): { readonly kept: readonly Result[]; append(result: Result): void } {
  const isThere = existsSync(path);
  const before = isThere ? readResults(path) : null;
  if (before && (before.header.model !== header.model || before.header.judge !== header.judge))
    throw new ResultsFault(
      `${path}: holds results of ${before.header.model}${before.header.judge ? ` judged by ${before.header.judge}` : ''}; name another --out, or --fresh to begin anew`,
    );
  if (!before) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(header)}\n`);
  } else if (!readFileSync(path, 'utf8').endsWith('\n')) appendFileSync(path, '\n');
  return { kept: before?.results ?? [], append: (result) => appendFileSync(path, `${JSON.stringify(result)}\n`) };
}
