import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_FILES, caseFiles, readCaseFile } from '../../bff/replay/case-files.ts';
import { bfclCases } from './adapters/bfcl.ts';
import { shoppingbenchCases } from './adapters/shoppingbench.ts';
import { tau2Cases } from './adapters/tau2.ts';
import { CaseFault, type EvalCase, parseCases, savedCase } from './case.ts';

/** A kind of case within a set, for the rows of a table. */
export interface NamedCase {
  readonly set: string;
  readonly kind: string;
  readonly test: EvalCase;
  /** What a tool answers, where that is worked out and not recorded; null: nothing is known, the call ends the turn. */
  readonly answer?: (name: string, args: Readonly<Record<string, unknown>>) => string | null;
}

/** A set asked for, or why it cannot be had. */
export type LoadedSet = { readonly cases: readonly NamedCase[] } | { readonly skipped: string };

/** The project's own cases. */
const OWN = 'src/evals/model/cases';

const adapters: Readonly<Record<string, () => LoadedSet>> = {
  bfcl: bfclCases,
  'tau2-retail': tau2Cases,
  shoppingbench: shoppingbenchCases,
};

/** Names that `--set` takes besides folders. */
export const setNames: readonly string[] = ['demo', ...Object.keys(adapters)];

/**
 * A set by its name, or the cases of a folder: every `*.jsonl` in it, the file's name being the kind, and every
 * saved case ({@link caseFiles}); or the saved case of a file.
 * @throws CaseFault for a file that is no case file, a repeated id, or a folder that is not there; CaseFileFault for a saved one.
 */
export function loadSet(name: string): LoadedSet {
  const adapter = Object.hasOwn(adapters, name) ? adapters[name] : undefined;
  if (adapter) return adapter();
  const folder = name === 'demo' ? join(OWN, 'demo') : name;
  if (!existsSync(folder)) throw new CaseFault(`${name}: neither a folder, nor a file, nor one of ${setNames.join(', ')}`);
  const files = (statSync(folder).isDirectory() ? readdirSync(folder) : []).filter((file) => file.endsWith('.jsonl')).sort();
  const written = files.flatMap((file) =>
    parseCases(readFileSync(join(folder, file), 'utf8'), join(folder, file)).map((test) => ({ set: name, kind: file.slice(0, -6), test })),
  );
  const cases = [...written, ...caseFiles(folder).map((path) => ({ set: name, kind: 'saved', test: savedCase(readCaseFile(path)) }))];
  if (cases.length === 0) throw new CaseFault(`${folder}: holds neither *.jsonl nor a saved case (${CASE_FILES}, in sub-folders too)`);
  const seen = new Set<string>();
  for (const { test } of cases) {
    if (seen.has(test.id)) throw new CaseFault(`${folder}: the id ${test.id} stands twice`);
    seen.add(test.id);
  }
  return { cases };
}
