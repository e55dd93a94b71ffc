import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { FinishedRun, RunArchive } from '../src/bff/archive/archive.ts';
import { openArchive } from '../src/bff/archive/open.ts';
import { runsQuerySchema } from '../src/protocol/operator.ts';
import { startPostgres } from '../src/testing/postgres.ts';
import { END, generateRuns } from './archive/generate.ts';
import { quantile } from './search/measure.ts';

// What the archive costs, and how fast operators read it.
//
//   node bench/archive.ts [--runs 100000] [--engine postgres] [--readings 40]
//
// Method: writes --runs generated finished runs (`archive/generate.ts`: seeded, one month, two languages, 15 to 25 entries each, with the
// same instructions and tools) in batches of 16, as the feed does, through the writing thread: redaction, scores, packing and indexes
// are in the price. Then asks each reading --readings times through the reading thread, one at a time, answers parsed and sent
// over the thread; the first of each is not counted. CPU is what this process and its threads used: on a busy machine the figure to compare. `--engine postgres` does the same with a PostgreSQL server that the program
// starts (defaults but for shared_buffers 256 MB, nothing synced).
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, readings: { type: 'string', default: '40' }, engine: { type: 'string' } },
});
const count = Number(values.runs);
const readings = Number(values.readings);
const BATCH = 16;

const at = (days: number): string => new Date(END - days * 86_400_000).toISOString();
const list = (query: Record<string, string>) => (archive: RunArchive) => archive.list(v.parse(runsQuerySchema, query));
const READINGS: readonly (readonly [string, (archive: RunArchive) => Promise<unknown>])[] = [
  ['list, newest first', list({})],
  ['list, slowest first', list({ sort: 'slowest' })],
  ['list, lowest score first', list({ sort: 'worst' })],
  ['text, a common word (camera)', list({ text: 'camera' })],
  ['text, two Chinese characters (帐篷)', list({ text: '帐篷' })],
  ['text, several words', list({ text: 'light camera under 300' })],
  ['one item', list({ item: 'item-77' })],
  ['a rule of the guard, one week', list({ rule: 'amount', from: at(7) })],
  ['errors over 5 s, rated down', list({ error: 'any', min_ms: '5000' })],
  ['a tool and a model, worst first', list({ tool: 'search_db', model: 'planner', sort: 'worst' })],
  ['one run', (archive) => archive.read(`run-${Math.floor(count / 2)}`)],
  ['insights, one day', (archive) => archive.insights({ from: at(1), to: at(0) })],
  ['insights, one week', (archive) => archive.insights({ from: at(7), to: at(0) })],
  ['insights, everything', (archive) => archive.insights({})],
];

/** CPU of this process and its threads since then, milliseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function fill(archive: RunArchive): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let batch: FinishedRun[] = [];
  const write = async (): Promise<void> => {
    await archive.add(batch);
    batch = [];
  };
  for (const run of generateRuns(count)) if (batch.push(run) === BATCH) await write();
  if (batch.length > 0) await write();
  const ms = performance.now() - began;
  console.log(
    `${count} runs written in ${(ms / 1000).toFixed(1)} s: ${(ms / count).toFixed(2)} ms each, CPU ${(cpuSince(cpu) / count).toFixed(2)} ms, generating included`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-archive-'));
const server = values.engine === 'postgres' ? await startPostgres() : undefined;
const path = join(folder, 'runs.db');
const archive = await openArchive(server ? await server.database() : `sqlite:${path}`);
try {
  console.log(`${archive.name}, load ${loadavg()[0]?.toFixed(1)}`);
  await fill(archive);
  if (!server)
    console.log(`file: ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB, ${(statSync(path).size / count / 1024).toFixed(1)} KiB a run`);
  for (const [name, read] of READINGS) {
    const times: number[] = [];
    const cpus: number[] = [];
    for (let reading = 0; reading <= readings; reading += 1) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      await read(archive);
      if (reading === 0) continue;
      times.push(performance.now() - began);
      cpus.push(cpuSince(cpu));
    }
    console.log(
      `${name.padEnd(36)} p50 ${quantile(times, 0.5).padStart(8)}  p99 ${quantile(times, 0.99).padStart(8)} ms  CPU p50 ${quantile(cpus, 0.5).padStart(7)} ms`,
    );
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await archive.close();
  server?.remove();
  rmSync(folder, { recursive: true, force: true });
}
