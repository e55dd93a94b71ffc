import { parseArgs } from 'node:util';
import { measureEndings } from './load/endings.ts';
import { type Load, type LoadPlan, startLoad } from './load/load-process.ts';
import { soak } from './load/soak.ts';
import { bff, type Contestant, pipe } from './relay/contestants.ts';
import { type Running, start, startUpstream } from './relay/processes.ts';
import type { Report } from './relay/report.ts';
import { quantile } from './relay/streams.ts';

// One BFF process under load: 1 000 paced streams beside the same over a raw pipe, twice as many as fit, slow readers beside normal ones,
// and how fast a turn's model call is closed. With `--soak` only: does memory stay flat?
//
// Upstream, BFF and readers are processes of their own. Delay is a token's whole way, from the provider's write to the reader's; the
// pipe's, in the same run, is what machine and bench cost by themselves. Event loop and memory are the BFF's own word.
//
//   node bench/load.ts [--only many,crowd,slow,endings]      about 3 minutes
//   node bench/load.ts --soak 30
const { values } = parseArgs({ options: { soak: { type: 'string' }, only: { type: 'string', default: 'many,crowd,slow,endings' } } });

const RATE = 20;
const TRIALS = 200;
/** Bytes a second of a slow reader. */
const SLOW = 1024;

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const MB = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

interface Measured {
  readonly loads: readonly Load[];
  readonly idle: Report;
  readonly busy: Report;
}

/** Runs loads against a fresh process; looks at it a little before they end. */
async function against(
  contestant: Contestant,
  seconds: number,
  plans: readonly Omit<LoadPlan, 'port' | 'contestant'>[],
): Promise<Measured> {
  const upstream = await startUpstream();
  const running: Running = await start(contestant, upstream.url, `bench-${seconds * RATE}-${RATE}`);
  const ask = (plan: Omit<LoadPlan, 'port' | 'contestant'>) => startLoad({ ...plan, port: running.port, contestant: contestant.name });
  await ask({ streams: 50, ramp_ms: 500, plan: 'bench-40-20' });
  const idle = await running.collected();
  const loads = Promise.all(plans.map(ask));
  const ramp = Math.max(...plans.map(({ ramp_ms }) => ramp_ms)) / 1000;
  await pause(ramp + 1);
  await running.report();
  await pause(seconds - 3);
  const busy = await running.report();
  const measured = { loads: await loads, idle, busy };
  await running.stop();
  await upstream.stop();
  return measured;
}

function tell(name: string, load: Load, report: Report): void {
  const { whole, refused, error } = load.outcomes;
  console.log(
    `  ${name.padEnd(22)} whole ${whole}, refused ${refused}, broken ${error}; delay p50 ${ms(quantile(load.delays, 0.5))}, p99 ${ms(quantile(load.delays, 0.99))}; ` +
      `event loop p50 ${ms(report.loop_p50_ms)}, p99 ${ms(report.loop_p99_ms)}; RSS ${MB(report.rss)}`,
  );
  for (const problem of load.problems) console.log(`    ${problem}`);
}

const only = (part: string): boolean => values.only.split(',').includes(part);

async function many(): Promise<void> {
  console.log(`\n1 000 streams of ${RATE} events/s for 30 s`);
  for (const contestant of [pipe, bff]) {
    const { loads, busy } = await against(contestant, 30, [{ streams: 1000, ramp_ms: 5000 }]);
    if (loads[0]) tell(contestant.name, loads[0], busy);
  }
}

async function crowd(): Promise<void> {
  console.log('\n2 000 ask within 10 s, each answer lasts 20 s');
  const { loads, busy } = await against(bff, 20, [{ streams: 2000, ramp_ms: 10_000 }]);
  if (loads[0]) tell('bff', loads[0], busy);
}

async function slow(): Promise<void> {
  console.log(`\n200 readers of ${SLOW} bytes/s (whole answers of 1 500 tokens at once) beside 200 normal ones, 20 s`);
  const normal = { streams: 200, ramp_ms: 2000 };
  const more = { streams: 200, ramp_ms: 2000, plan: 'bench-1500-0' };
  const alone = await against(bff, 20, [normal]);
  // The same answers read as fast as they come: what is left of the difference is the slowness of readers.
  const fast = await against(bff, 20, [normal, more]);
  const beside = await against(bff, 20, [normal, { ...more, slow: SLOW }]);
  if (alone.loads[0]) tell('normal, alone', alone.loads[0], alone.busy);
  if (fast.loads[0]) tell('normal, beside fast', fast.loads[0], fast.busy);
  if (beside.loads[0]) tell('normal, beside slow', beside.loads[0], beside.busy);
  const { whole = 0, error = 0 } = beside.loads[1]?.outcomes ?? {};
  console.log(
    `  slow: still reading or whole ${whole}, broken ${error}; memory over idle: ${MB(beside.busy.rss - beside.idle.rss)} against ${MB(fast.busy.rss - fast.idle.rss)} beside fast, ${MB(alone.busy.rss - alone.idle.rss)} alone`,
  );
}

async function endings(): Promise<void> {
  const { stop, leave, grace } = await measureEndings(TRIALS);
  const row = (times: readonly number[]): string => `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`;
  console.log(`\na call of the model is closed, ${TRIALS} trials`);
  console.log(`  after the POST that stops      ${row(stop)}`);
  console.log(`  after the reader left, grace 0 ${row(leave)}`);
  console.log(`  the same, grace 10 s (20)      ${ms(Math.min(...grace))} to ${ms(Math.max(...grace))}`);
}

if (values.soak) {
  console.log(`${values.soak} minutes of questions`);
  await soak(Number(values.soak));
} else {
  if (only('many')) await many();
  if (only('crowd')) await crowd();
  if (only('slow')) await slow();
  if (only('endings')) await endings();
}
