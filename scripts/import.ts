import { createWriteStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { FaultReport } from '../src/bff/catalog/importers/fault-report.ts';
import { feedFiles } from '../src/bff/catalog/importers/feed-files.ts';
import { type ImportSummary, importFiles, type RecordFault } from '../src/bff/catalog/importers/import-files.ts';
import { openImport } from '../src/bff/catalog/open.ts';
import { explain } from './import/explain.ts';
import { type ImportCall, readCall, sourceWords, UsageError } from './import/options.ts';
import { progressLine } from './import/progress.ts';

// npm run import -- [options] <file or folder…>
// Exit code: 0 all imported, 1 some records were passed over, 2 nothing was done.

const place = ({ file, line, field, reason, id }: RecordFault): string =>
  `${file}:${line}: ${field === '' ? '' : `${field}: `}${reason}${id === undefined ? '' : ` (id ${id})`}`;

async function run(call: ImportCall, files: readonly string[]): Promise<ImportSummary> {
  const to = call.to ?? '';
  const mode = call.replace
    ? ({ kind: 'replace', source: await sourceWords(files, call), force: call.force } as const)
    : ({ kind: 'merge' } as const);
  const target = await openImport(to, mode);
  if (!target) throw new UsageError(`Cannot import into ${to}: only sqlite:<path> and postgres://… take imports.`);
  if (target.resumed) console.error('An import of the same files was cut short: it goes on from there.');
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const progress = process.stderr.isTTY
    ? progressLine(
        sizes.reduce((sum, size) => sum + size, 0),
        (text) => process.stderr.write(text),
      )
    : undefined;
  const kinds = new FaultReport();
  const written = call.report === undefined ? undefined : createWriteStream(call.report);
  const { mapping, format, encoding, locale, currency } = call;
  const summary = await importFiles(target, files, {
    ...(mapping && { mapping }),
    ...(format && { format }),
    ...(encoding && { encoding }),
    ...(locale && { locale }),
    ...(currency && { currency }),
    ...(progress && { progress: progress.show }),
    report(fault) {
      written?.write(`${JSON.stringify(fault)}\n`);
      if (!kinds.add(fault)) return;
      progress?.clear();
      console.error(place(fault));
    },
  }).finally(() => {
    progress?.clear();
    written?.end();
  });
  for (const { field, reason, count, examples } of kinds.kinds())
    if (count > examples.length) console.error(`… ${count} in all: ${field === '' ? '' : `${field}: `}${reason}`);
  if (summary.absent.length > 0) console.error(`The mapping reads ${summary.absent.join(', ')}, which no record has.`);
  return summary;
}

/** Proposes a mapping of each file on standard output, or that of one file in `--out`. */
async function explainAll(files: readonly string[], call: ImportCall): Promise<void> {
  const { out } = call;
  if (out !== undefined && files.length > 1) throw new UsageError(`--out takes the mapping of one file, not of ${files.length}: name one.`);
  for (const file of files) {
    const mapping = `${await explain(file, call, (line) => console.error(line))}\n`;
    if (out === undefined) process.stdout.write(mapping);
    else await writeWhole(out, mapping);
  }
  if (out !== undefined) console.error(`The proposed mapping is in ${out}: read every line before using it.`);
}

/** Writes a file so that nobody ever sees half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.next`;
  try {
    await writeFile(next, text);
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

async function main(): Promise<void> {
  const call = await readCall(process.argv.slice(2), process.env);
  const files = await feedFiles(call.paths);
  if (call.explain) {
    await explainAll(files, call);
    return;
  }
  const { rows, records, repeated, faults, left_out, ms } = await run(call, files);
  process.stdout.write(
    `${records - repeated} items from ${rows} records in ${files.length} files, ${repeated} repeated, ${faults} passed over, ${left_out > 0 ? `${left_out} values left out, ` : ''}${ms} ms` +
      `${records === 0 ? '; nothing was changed' : ''}\n`,
  );
  process.exitCode = records === 0 ? 2 : faults > 0 ? 1 : 0;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
