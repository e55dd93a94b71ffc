import { createReadStream } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { type Item, itemSchema } from '../../../protocol/item.ts';
import { type Mapping, mapRow } from './mapping.ts';
import { RowFault } from './template.ts';
import type { ImportTarget } from './write.ts';

/** A line that was passed over: where, which field, and why. */
export interface LineFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Path in the item, such as `offers.0.price.amount`; empty for the line as a whole. */
  readonly field: string;
  readonly reason: string;
}

/** What an import did. */
export interface ImportSummary {
  readonly lines: number;
  /** Records written, those of a repeated id counted each time. */
  readonly records: number;
  /** Records that replaced one of the same id and locale earlier in this import. */
  readonly repeated: number;
  readonly faults: number;
  readonly ms: number;
}

export interface ImportOptions {
  readonly mapping?: Mapping;
  /** Called for each line that is passed over. */
  readonly report?: (fault: LineFault) => void;
}

/**
 * The files meant by paths: themselves, or all `.jsonl` files of a directory by name.
 * @throws when one cannot be read, before anything is imported.
 */
export async function importPaths(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = (await stat(path)).isDirectory()
      ? (await readdir(path))
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(path, name))
      : [path];
    if (found.length === 0) throw new Error(`${path} holds no .jsonl file`);
    for (const file of found) await access(file, constants.R_OK);
    files.push(...found);
  }
  return files;
}

/**
 * Imports JSON lines, of items or of rows that a mapping turns into items, as one transaction: bad lines are reported and passed over,
 * good ones become visible together. With no good line, or a file that breaks off, nothing changes.
 */
export async function importFiles(target: ImportTarget, files: readonly string[], options: ImportOptions = {}): Promise<ImportSummary> {
  const start = performance.now();
  const seen = new Set<string>();
  const counts = { lines: 0, records: 0, repeated: 0, faults: 0 };
  try {
    for (const file of files) {
      const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
      let line = 0;
      for await (const text of lines) {
        line++;
        if (text.trim() === '') continue;
        counts.lines++;
        for (const result of readLine(text, file, options.mapping)) {
          if ('reason' in result) {
            counts.faults++;
            options.report?.({ file, line, ...result });
            continue;
          }
          const identity = `${result.item.id}\n${result.item.locale}`;
          if (seen.has(identity)) counts.repeated++;
          seen.add(identity);
          target.put(result.item);
          counts.records++;
        }
      }
    }
  } catch (error) {
    target.rollback();
    throw error;
  }
  if (counts.records > 0) target.commit();
  else target.rollback();
  return { ...counts, ms: Math.round(performance.now() - start) };
}

type LineResult = { readonly item: Item } | { readonly field: string; readonly reason: string };

function readLine(text: string, file: string, mapping: Mapping | undefined): LineResult[] {
  let row: unknown;
  try {
    row = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return [{ field: '', reason: `no JSON: ${error instanceof Error ? error.message : error}` }];
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [{ field: '', reason: 'a line is one JSON object' }];
  try {
    const items = mapping ? mapRow(mapping, row as Record<string, unknown>, basename(file, extname(file))) : [row];
    return items.map(checkItem);
  } catch (error) {
    if (error instanceof RowFault) return [{ field: error.field, reason: error.message }];
    throw error;
  }
}

function checkItem(value: unknown): LineResult {
  const parsed = v.safeParse(itemSchema, value);
  if (parsed.success) return { item: parsed.output };
  const [issue] = parsed.issues;
  return { field: v.getDotPath(issue) ?? '', reason: issue.message };
}
