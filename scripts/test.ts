// `npm test`: every gate, one after the other. The last line is `N passed, N failed`, and the exit code says the same.
// With words after it (`npm test -- types size`) only the stages whose names contain one of them run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { add, type Count, none, oneCheck, withExitCode } from './test/count.ts';
import { type Stage, stages } from './test/stages.ts';

function run({ command: [program, ...args], environment, count }: Stage): Count {
  if (count.by === 'file') rmSync(count.file, { force: true }); // an old report must not speak for a run that wrote none
  const { status, stdout } = spawnSync(program, args, {
    stdio: ['ignore', count.by === 'output' ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  const exitCode = status ?? 1;
  if (count.by === 'exit code') return oneCheck(exitCode);
  if (count.by === 'output') process.stdout.write(stdout);
  try {
    return withExitCode(count.read(JSON.parse(count.by === 'file' ? readFileSync(count.file, 'utf8') : stdout)), exitCode);
  } catch {
    console.error('This stage left no report that could be read.');
    return { ...none, failed: 1 };
  }
}

const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

mkdirSync('.tmp/test', { recursive: true });
if (!ensureBrowser()) console.error('No Chromium found, and none could be installed: the browser stages will fail.');

const words = process.argv.slice(2);
let total = none;
const summary: string[] = [];
for (const stage of stages) {
  if (words.length > 0 && !words.some((word) => stage.name.includes(word))) continue;
  console.log(`\n── ${stage.name}`);
  const started = performance.now();
  const count = run(stage);
  total = add(total, count);
  summary.push(`${count.failed ? '✗' : '✓'} ${stage.name}: ${inWords(count)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  console.log(summary.at(-1));
}
console.log(`\n${summary.join('\n')}\n\n${inWords(total)}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
