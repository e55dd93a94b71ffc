import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { importFiles, importPaths } from '../src/bff/catalog/importers/files.ts';
import { mappingSchema } from '../src/bff/catalog/importers/mapping.ts';
import { sqliteTarget } from '../src/bff/catalog/importers/write.ts';

// npm run import -- [--to <CATALOG_URL>] [--mapping file] <file or directory…>
// Exit code: 0 all imported, 1 some lines were passed over, 2 nothing was done.

const USAGE = 'usage: npm run import -- [--to sqlite:<path>] [--mapping <file>] <file or directory…>';
/** Faults printed one by one; the rest is only counted. */
const PRINTED = 50;

/** Ends the program with the one thing the operator has to change. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

async function readMapping(path: string) {
  const parsed = v.safeParse(mappingSchema, JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) refuse(`${path}: ${parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`);
  return parsed.output;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, mapping: { type: 'string' } },
  });
  const to = values.to ?? (process.env.CATALOG_URL || undefined);
  if (positionals.length === 0) refuse(USAGE);
  if (to === undefined) refuse(`Where to? Give --to sqlite:<path>, or set CATALOG_URL.\n${USAGE}`);
  if (!to.startsWith('sqlite:')) refuse(`Cannot import into ${URL.parse(to)?.protocol ?? to}: only sqlite:<path> takes imports.`);
  const mapping = values.mapping === undefined ? undefined : await readMapping(values.mapping);
  const files = await importPaths(positionals);
  let printed = 0;
  const summary = await importFiles(sqliteTarget(to.slice('sqlite:'.length)), files, {
    ...(mapping && { mapping }),
    report: ({ file, line, field, reason }) => {
      if (printed++ < PRINTED) console.error(`${file}:${line}: ${field === '' ? '' : `${field}: `}${reason}`);
    },
  });
  if (printed > PRINTED) console.error(`… and ${printed - PRINTED} more`);
  const { lines, records, repeated, faults, ms } = summary;
  console.log(
    `${records - repeated} records from ${lines} lines in ${files.length} files, ${repeated} repeated, ${faults} passed over, ${ms} ms` +
      (records === 0 ? '; nothing was changed' : ''),
  );
  process.exitCode = records === 0 ? 2 : faults > 0 ? 1 : 0;
}

await main().catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));
