import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import * as v from 'valibot';
import { ArchiveDown, type ArchivedRun, ArchiveUnusable, RunUnreadable } from '../src/bff/archive/archive.ts';
import { caseOf } from '../src/bff/archive/case.ts';
import { archiveOver, openLine } from '../src/bff/archive/sql-archive.ts';
import { ConfigError, readConfig } from '../src/bff/config.ts';
import { CASE_FILES, CaseFileFault, caseFiles, readCaseFile } from '../src/bff/replay/case-files.ts';
import { comparisonText } from '../src/bff/replay/difference.ts';
import { faultsOf, outcomeOf } from '../src/bff/replay/outcome.ts';
import { playCase, type Stage } from '../src/bff/replay/play.ts';
import { recordedCase } from '../src/evals/model/from-run.ts';
import { type RegressionCase, regressionCaseSchema } from '../src/protocol/regression-case.ts';
import { openShop } from './open-shop.ts';
import { modelEnvironment, type ReplayCall, readCall, UsageError } from './replay/options.ts';

// npm run replay -- <run> | <folder of cases, or a case's file>…

const COLOURS = { '=': 'gray', '-': 'red', '+': 'green' } as const;

/** @throws UsageError for a run that is not there */
async function readArchived(call: ReplayCall, run_id: string): Promise<ArchivedRun> {
  const archive = archiveOver(await openLine(call.archive, { readOnly: true }));
  try {
    const run = await archive.read(run_id);
    if (!run)
      throw new UsageError(
        `No run ${run_id} in ${call.archive}: it was erased, is older than ARCHIVE_DAYS, or never was. Its id stands in the console and in GET /v1/runs.`,
      );
    if (!run.entries.some((entry) => entry.kind === 'model-called'))
      throw new UsageError(`Run ${run_id} asked no model: it is a comparison, made from the catalogue. There is nothing to replay.`);
    return run;
  } finally {
    await archive.close();
  }
}

/** Writes the case, and its line for `npm run eval -- --set <folder>`, in the place of one of the same name. */
function saveCase(run: ArchivedRun, saved: RegressionCase, folder: string): string {
  const path = join(folder, saved.name, 'case.json');
  mkdirSync(join(folder, saved.name), { recursive: true });
  writeFileSync(path, `${JSON.stringify(saved, null, 2)}\n`);
  const lines = join(folder, 'replayed.jsonl');
  const kept = existsSync(lines)
    ? readFileSync(lines, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  const others = kept.filter((line) => (JSON.parse(line) as { readonly id?: unknown }).id !== saved.name);
  const own = recordedCase(run, saved);
  writeFileSync(lines, [...others, ...(own ? [JSON.stringify(own)] : []), ''].join('\n'));
  return path;
}

async function replayRun(call: ReplayCall, stage: Stage, run: ArchivedRun): Promise<void> {
  const { name, note, save, live } = call;
  const asked = { ...(name === undefined ? {} : { name }), ...(note === undefined ? {} : { note }) };
  const parsedName = v.safeParse(v.optional(regressionCaseSchema.entries.name), name);
  if (!parsedName.success) throw new UsageError(`--name ${name}: ${parsedName.issues[0].message}`);
  const saved = await caseOf(run, asked, (ids, locale) => stage.parts.catalog.items(ids, { locale }));
  const { entries, unrecorded } = await playCase(saved, stage);
  console.log(`run     ${run.id}, ${run.summary.at}, ${run.summary.locale}, ${live ? 'live tools' : 'recorded tools'}`);
  console.log(`asked   ${run.summary.message}`);
  console.log(
    comparisonText(outcomeOf(run.entries), outcomeOf(entries), unrecorded, (mark, line) =>
      styleText(COLOURS[mark], line, { stream: process.stdout }),
    ),
  );
  if (save === undefined) return;
  console.log(`kept as ${saveCase(run, saved, save)}`);
  const [fault] = faultsOf(saved.expect, outcomeOf(entries));
  if (fault !== undefined)
    console.log(
      `It does not hold as it was played just now: ${fault}. Correct what it expects, or the message where personal data was replaced.`,
    );
}

async function playCases(paths: readonly string[], stage: Stage): Promise<boolean> {
  let failed = 0;
  for (const path of paths) {
    const each = readCaseFile(path);
    const { entries } = await playCase(each, stage);
    const faults = faultsOf(each.expect, outcomeOf(entries));
    if (faults.length > 0) failed += 1;
    console.log(faults.length === 0 ? `holds  ${each.name}` : `FAILS  ${each.name} (${path})`);
    for (const fault of faults) console.log(`        ${fault}`);
  }
  console.log(`${paths.length - failed} hold, ${failed} ${failed === 1 ? 'does' : 'do'} not`);
  return failed === 0;
}

async function main(): Promise<number> {
  const call = readCall(process.argv.slice(2), process.env);
  const config = readConfig(modelEnvironment(call.model, process.env));
  const [first = ''] = call.subjects;
  const paths = call.subjects.every((subject) => existsSync(subject)) ? call.subjects.flatMap(caseFiles) : undefined;
  if (paths?.length === 0)
    throw new UsageError(`There is no case in ${call.subjects.join(', ')}: ${CASE_FILES} is looked for, in sub-folders too.`);
  if (!paths && call.subjects.length > 1) throw new UsageError('One run at a time, or folders and files of cases that exist.');
  // Before the shop is opened: most mistakes are here.
  const run = paths ? undefined : await readArchived(call, first);
  const parts = await openShop(config);
  try {
    const stage: Stage = { config, parts, live: call.live };
    if (paths) return (await playCases(paths, stage)) ? 0 : 1;
    if (run) await replayRun(call, stage, run);
    return 0;
  } finally {
    await Promise.all([parts.catalog.close(), parts.knowledge?.close()]);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = [UsageError, CaseFileFault, ArchiveUnusable, ArchiveDown, RunUnreadable, ConfigError].some((kind) => error instanceof kind);
  console.error(known && error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
