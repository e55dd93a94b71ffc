/**
 * How well a model advises: cases of this project over the live demo shop, and public benchmarks where their data stands beside the
 * project. Results are appended to a file as cases end; a second start goes on where the first one stopped. What is measured and how to
 * write cases: docs/evaluation.md.
 *
 * Run: npm run eval -- --model planner [--set demo,bfcl] [--repeat 4] [--parallel 8] [--only drift] [--limit 20] [--list] [--out file] [--fresh] [--faults]
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CaseFileFault } from '../../bff/replay/case-files.ts';
import { CaseFault } from './case.ts';
import { chooseCases, kindsText, listText } from './choose.ts';
import { chooseJudge, chooseModel, ModelUnknown } from './models.ts';
import { startProgress } from './progress.ts';
import { summaryText } from './report/summary-text.ts';
import type { Header } from './result.ts';
import { openResults, ResultsFault, readResults } from './results-file.ts';
import { runAll } from './run-all.ts';
import { loadSet, type NamedCase } from './sets.ts';
import { type DemoWorld, openDemoWorld } from './worlds/demo.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const warn = (text: string): void => void process.stderr.write(`${text}\n`);

/** A wrong word on the command line. */
class UsageFault extends Error {}

function whole(text: string, name: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new UsageFault(`--${name}: must be a whole number from 1 to ${most}`);
  return value;
}

function priceOf(text: string | undefined): Header['price'] {
  if (text === undefined) return undefined;
  const [input, output, cached = input] = text.split(',').map(Number);
  if (input === undefined || output === undefined || cached === undefined || ![input, output, cached].every((each) => each >= 0))
    throw new UsageFault('--price: input,output[,cached] of a million tokens, such as 0.4,1.6,0.1');
  return [input, output, cached];
}

function casesOf(sets: readonly string[]): NamedCase[] {
  return sets.flatMap((name) => {
    const loaded = loadSet(name);
    if ('skipped' in loaded) warn(`skipped: ${loaded.skipped}`);
    return 'skipped' in loaded ? [] : loaded.cases;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      set: { type: 'string', default: 'demo' },
      repeat: { type: 'string', default: '1' },
      parallel: { type: 'string', default: '4' },
      only: { type: 'string' },
      limit: { type: 'string' },
      list: { type: 'boolean', default: false },
      out: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      price: { type: 'string' },
      timeout: { type: 'string', default: '120' },
    },
  });
  const sets = values.set.split(',').filter(Boolean);
  const most = values.limit === undefined ? undefined : whole(values.limit, 'limit', 100_000);
  const all = casesOf(sets);
  if (all.length === 0) throw new UsageFault('there is no case to play');
  const cases = chooseCases(all, { only: values.only, limit: most });
  if (cases.length === 0)
    throw new UsageFault(
      `--only ${values.only}: no case is of this kind or has this in its id. Kinds: ${kindsText(all)}. --list prints the ids.`,
    );
  if (values.list) return print(listText(cases));
  if (values.model === undefined) throw new UsageFault('--model: planner, scripted:searcher, or the name of a model behind MODEL_BASE_URL');
  const repeat = whole(values.repeat, 'repeat', 64);
  const parallel = whole(values.parallel, 'parallel', 64);
  const limit_ms = whole(values.timeout, 'timeout', 3600) * 1000;
  const price = priceOf(values.price);

  const judge = chooseJudge(process.env);
  const out = values.out ?? `.tmp/evals/${`${values.model}-${sets.join('-')}`.replace(/[^\w.-]+/g, '-')}.jsonl`;
  if (values.fresh) rmSync(out, { force: true });
  let world: DemoWorld = await openDemoWorld();
  const model = chooseModel(values.model, process.env, world.catalog);
  // The shop brings its own planner, with rules for what a model is asked besides; any other model stands in its place.
  if (values.model !== 'planner') {
    await world.close();
    world = await openDemoWorld(model);
  }
  const header: Header = {
    v: 1,
    kind: 'run',
    model: model.name,
    sets,
    repeat,
    ...(judge ? { judge: judge.name } : {}),
    ...(price ? { price } : {}),
    started_at: new Date().toISOString(),
  };
  const file = openResults(out, header);
  const stop = new AbortController();
  process.once('SIGINT', () => {
    warn(`\nstopping; the same command goes on from ${out}`);
    stop.abort();
  });
  let progress: ReturnType<typeof startProgress> | undefined;
  await runAll({
    cases,
    model,
    world,
    judge,
    repeat,
    parallel,
    limit_ms,
    kept: file.kept,
    signal: stop.signal,
    onStart: (total, skipped) => {
      progress = startProgress(total, skipped, process.stderr, () => performance.now());
    },
    onResult: (result) => {
      file.append(result);
      progress?.done(result.pass);
    },
  });
  progress?.end();
  await world.close();
  const results = readResults(out);
  if (values.faults)
    for (const { id, repeat: nth, faults } of results.results)
      if (faults.length > 0) print(`${id} (${nth}): ${faults.slice(0, 4).join('; ')}`);
  print(`\n${summaryText(results)}\n\n${out}`);
}

main().catch((error: unknown) => {
  const known = [UsageFault, CaseFault, CaseFileFault, ModelUnknown, ResultsFault].some((kind) => error instanceof kind);
  // A wrong option is told by the parser itself, in a sentence.
  const isOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  warn(known || isOption ? (error as Error).message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 2;
});
