import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type RegressionCase, regressionCaseSchema } from '../../protocol/regression-case.ts';

/** What is looked for, as messages name it. */
export const CASE_FILES = 'case.json or *.case.json';

/** A file that holds no case. The message names it and says why. */
export class CaseFileFault extends Error {
  override readonly name = 'CaseFileFault';
}

/**
 * Files with saved cases, in order: the file itself, or every `case.json` (`npm run replay -- --save-case`) and `*.case.json`
 * (saved from the console) in the folder and its sub-folders.
 */
export function caseFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return globSync(['**/case.json', '**/*.case.json'], { cwd: path, exclude: ['**/node_modules'] })
    .sort()
    .map((each) => join(path, each));
}

/** @throws CaseFileFault */
export function readCaseFile(path: string): RegressionCase {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CaseFileFault(`${path}: is not JSON (${error instanceof Error ? error.message : error})`);
  }
  const parsed = v.safeParse(regressionCaseSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CaseFileFault(`${path}: ${v.getDotPath(issue) ?? 'case'}: ${issue.message}`);
}
