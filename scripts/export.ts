import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ArchiveDown, ArchiveUnusable, type RunArchive } from '../src/bff/archive/archive.ts';
import { archiveOver, openLine } from '../src/bff/archive/sql-archive.ts';
import { cardText } from '../src/evals/export/card.ts';
import { type Format, type Kind, kinds } from '../src/evals/export/example.ts';
import { exportRuns, type Line, type Shares, splits } from '../src/evals/export/export.ts';
import { LEAST_SCORE } from '../src/evals/export/from-run.ts';
import { datasetInfo, llamaFactory } from '../src/evals/export/llama-factory.ts';
import { msSwift } from '../src/evals/export/ms-swift.ts';
import { openai } from '../src/evals/export/openai.ts';
import { trl } from '../src/evals/export/trl.ts';
import { type RunsQuery, runsQuerySchema } from '../src/protocol/operator.ts';
import { withIds } from './ids.ts';

const FORMATS: readonly Format[] = [openai, trl, llamaFactory, msSwift];
/** Filters of `GET /v1/runs` that choose runs here too. */
const FILTERS = ['from', 'to', 'text', 'item', 'tool', 'rule', 'model', 'rating', 'conversation', 'site', 'outcome'] as const;

const USAGE = `usage: npm run export -- --out <dir> [options]
  --format <names>   ${FORMATS.map(({ name }) => name).join(', ')}; default: all, comma-separated
  --kind <names>     ${kinds.join(', ')}; default: all
  --split <n,n,n>    percent of conversations for ${splits.join(', ')}; default 90,5,5
  --min-score <n>    least form score of what is imitated; default ${LEAST_SCORE}
  --license <name>   of the data card; default "other"
  --archive <url>    without it ARCHIVE_URL, else sqlite:.aisle/runs.db
  ${FILTERS.map((name) => `--${name}`).join(' ')}  choose runs, as in GET /v1/runs
Only runs whose shopper consented to training are exported. Exit code: 0 written, 1 nothing to write, 2 nothing was done.`;

/** A call that cannot be carried out. The message says what to change. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const oneOf = <T extends string>(given: string | undefined, all: readonly T[], name: string): readonly T[] => {
  if (given === undefined || given === 'all') return all;
  const chosen = given.split(',').map((each) => each.trim());
  const unknown = chosen.find((each) => !all.some((known) => known === each));
  if (unknown !== undefined) throw new UsageError(`--${name} ${unknown}: there are ${all.join(', ')}.`);
  return all.filter((each) => chosen.includes(each));
};

function sharesOf(given: string): Shares {
  const [train, validation, test, ...more] = given.split(',').map(Number);
  const isWhole = [train, validation, test].every((each) => each !== undefined && Number.isInteger(each) && each >= 0);
  if (!isWhole || more.length > 0 || (train ?? 0) + (validation ?? 0) + (test ?? 0) !== 100)
    throw new UsageError(`--split ${given}: three whole numbers that make 100, such as 90,5,5.`);
  return { train: train ?? 0, validation: validation ?? 0, test: test ?? 0 };
}

function readCall(args: readonly string[]) {
  try {
    const options = Object.fromEntries(
      ['out', 'format', 'kind', 'split', 'min-score', 'license', 'archive', ...FILTERS].map((name) => [name, { type: 'string' as const }]),
    );
    const { values } = parseArgs({ args: withIds(args, new Set(Object.keys(options))), options }) as {
      values: Readonly<Record<string, string | undefined>>;
    };
    const { out, format, kind, license = 'other', archive = process.env.ARCHIVE_URL || 'sqlite:.aisle/runs.db' } = values;
    if (out === undefined) throw new UsageError(USAGE);
    if (existsSync(out) && readdirSync(out).length > 0)
      throw new UsageError(`--out ${out}: the folder is not empty. An export is never mixed with another: name a new one.`);
    const leastScore = Number(values['min-score'] ?? LEAST_SCORE);
    if (!(leastScore >= 0 && leastScore <= 1)) throw new UsageError('--min-score: a number from 0 to 1.');
    const filters = Object.fromEntries(FILTERS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
    const parsed = v.safeParse(runsQuerySchema, filters);
    if (!parsed.success) throw new UsageError(`--${v.getDotPath(parsed.issues[0])}: ${parsed.issues[0].message}`);
    const names = oneOf(
      format,
      FORMATS.map(({ name }) => name),
      'format',
    );
    return {
      out,
      license,
      archive,
      leastScore,
      query: parsed.output,
      filters:
        Object.entries(filters)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ') || 'all of the archive',
      formats: FORMATS.filter(({ name }) => names.includes(name)),
      kinds: oneOf(kind, kinds, 'kind'),
      shares: sharesOf(values.split ?? '90,5,5'),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** Why nothing is to be had, in a sentence. */
async function whyNothing(archive: RunArchive, query: RunsQuery, runs: number): Promise<string> {
  if (query.conversation !== undefined && (await archive.erased(query.conversation)))
    return `Conversation ${query.conversation} was erased: nothing of it is kept, and nothing of it is exported.`;
  if (runs === 0) return 'No run of the archive matches.';
  return `${runs} runs match, and none of their shoppers let the shop train models with them: the page says so by Aisle('consent', {training: true}). Nothing was written.`;
}

async function main(): Promise<number> {
  const call = readCall(process.argv.slice(2));
  const archive = archiveOver(await openLine(call.archive, { readOnly: true }));
  const files = new Map<string, { readonly stream: WriteStream; readonly format: Format; readonly kind: Kind }>();
  const write = async ({ format, kind, split, record }: Line): Promise<void> => {
    const path = join(format.name, `${kind}.${split}.jsonl`);
    let file = files.get(path);
    if (!file) {
      mkdirSync(join(call.out, format.name), { recursive: true });
      file = { stream: createWriteStream(join(call.out, path)), format, kind };
      files.set(path, file);
    }
    if (!file.stream.write(`${JSON.stringify(record)}\n`)) await once(file.stream, 'drain');
  };
  const refusals = new Map<string, number>();
  try {
    const counts = await exportRuns({
      ...call,
      archive,
      write,
      onRefused: (format, kind, reason) =>
        refusals.set(`${format} ${kind}: ${reason}`, (refusals.get(`${format} ${kind}: ${reason}`) ?? 0) + 1),
    });
    if (counts.consented === 0) {
      console.error(await whyNothing(archive, call.query, counts.runs));
      return 1;
    }
    for (const { stream } of files.values()) stream.end();
    await Promise.all([...files.values()].map(({ stream }) => finished(stream)));
    const own = [...files].filter(([, { format }]) => format === llamaFactory);
    if (own.length > 0) {
      const entries = own.map(([path, { kind }]) => {
        const file = path.slice(path.lastIndexOf('/') + 1);
        return { name: `aisle_${file.replace('.jsonl', '').replace('.', '_')}`, file, kind };
      });
      writeFileSync(join(call.out, llamaFactory.name, 'dataset_info.json'), `${JSON.stringify(datasetInfo(entries), null, 2)}\n`);
    }
    mkdirSync(call.out, { recursive: true });
    writeFileSync(join(call.out, 'README.md'), cardText({ ...call, counts, at: new Date().toISOString() }));
    for (const [reason, times] of refusals) console.error(`left out ${times}: ${reason}`);
    for (const [name, records] of [...counts.records].sort()) console.log(`${String(records).padStart(7)}  ${name}`);
    console.log(
      `${counts.consented} of ${counts.runs} runs, ${counts.repeated} repeated examples dropped; the data card is ${join(call.out, 'README.md')}`,
    );
    return 0;
  } finally {
    await archive.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = [UsageError, ArchiveUnusable, ArchiveDown].some((kind) => error instanceof kind);
  console.error(known && error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
