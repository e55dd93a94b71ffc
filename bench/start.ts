/**
 * `node bench/start.ts`: the BFF with the demo shop, from its process to a green `/readyz`, with nothing compiled and with the code of an earlier
 * start (decision 055). Medians of five each, in turn: milliseconds, MB of memory the process then holds (Linux), and their ratio.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReplica } from '../src/testing/replicas.ts';
import { median } from './relay/streams.ts';

const TRIALS = 5;
const folder = mkdtempSync(join(tmpdir(), 'aisle-start-'));

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN; // no /proc: not Linux
  }
}

async function start(compiled: string): Promise<{ ms: number; mb: number }> {
  const from = performance.now();
  const bff = await startReplica({ NODE_COMPILE_CACHE: compiled, ARCHIVE_URL: 'off' });
  const started = { ms: performance.now() - from, mb: residentMegabytes(bff.pid) };
  await bff.kill('SIGTERM');
  return started;
}

const kept = join(folder, 'kept');
await start(kept);
const figures: Record<'nothing compiled' | 'compiled before', { ms: number; mb: number }[]> = {
  'nothing compiled': [],
  'compiled before': [],
};
for (let trial = 0; trial < TRIALS; trial += 1) {
  figures['nothing compiled'].push(await start(join(folder, `${trial}`)));
  figures['compiled before'].push(await start(kept));
}
rmSync(folder, { recursive: true, force: true });
const [cold, warm] = Object.entries(figures).map(([name, all]) => {
  const middle = { ms: median(all.map(({ ms }) => ms)), mb: median(all.map(({ mb }) => mb)) };
  console.log(`${name.padEnd(17)} ${middle.ms.toFixed(0).padStart(6)} ms ${middle.mb.toFixed(0).padStart(5)} MB`);
  return middle;
});
if (cold && warm) console.log(`ratio             ${(warm.ms / cold.ms).toFixed(2)}      ${(warm.mb / cold.mb).toFixed(2)}`);
