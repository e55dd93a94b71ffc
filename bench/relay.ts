import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startLoad } from './load/load-process.ts';
import { bff, type Contestant, contestants } from './relay/contestants.ts';
import { type Running, start, startUpstream } from './relay/processes.ts';
import { median, quantile, readStream } from './relay/streams.ts';

// What stands between model and shopper, against a raw `node:http` pipe in the same run: processor time per token, time added to the
// first token and to a step with a tool, and how many streams of 20 events/s one process carries with a p99 delay under 50 ms.
//
// Upstream and contestants are processes of their own. Processor time is what the contestant's own process used (user + system). Each
// round runs every contestant in turn with the same streams; shown is the median over rounds, and the median of the ratios of each
// round. Contestants: pipe (bytes untouched), port (our reader of model streams alone), bff (everything on: guard, run log, limits,
// metrics, log), hono (`fetch` handed through), sdk (`streamText` of the AI SDK over a provider written for this). Ladder: streams
// grow by two fifths until the p99 delay passes 50 ms; readers are a process of their own, so on two cores the three share.
//
//   node bench/relay.ts [--streams 100] [--tokens 200] [--rate 50] [--rounds 3] [--only cpu|first|ladder] [--without sdk] [--profile folder]
const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '100' },
    tokens: { type: 'string', default: '200' },
    rate: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
    /** Folder for a CPU profile of each contestant. */
    profile: { type: 'string' },
  },
});
const racing = contestants.filter(({ name }) => !values.without.includes(name));
const streams = Number(values.streams);
const tokens = Number(values.tokens);
const rounds = Number(values.rounds);
const { profile } = values;
if (profile) mkdirSync(profile, { recursive: true });

/** Streams of the ladder: where it begins, by how much it grows, how long each is read, and the delay that ends it. */
const LADDER = { first: 200, growth: 1.4, most: 2000, rate: 20, seconds: 5, limit_ms: 50 };
/** Requests, one after another, behind each time to the first token. */
const FIRSTS = 200;
/** Turns after which V8 has compiled what a turn runs. */
const SERVED = 3000;

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** Microseconds of processor time per token. */
async function measure(contestant: Contestant, running: Running): Promise<number> {
  const before = (await running.report()).cpu_us;
  const read = await Promise.all(Array.from({ length: streams }, () => readStream(running.port, contestant)));
  const broken = read.find(({ outcome }) => outcome !== 'whole');
  if (broken) throw new Error(`${contestant.name}: ${broken.outcome} ${broken.problem ?? ''}`);
  return ((await running.report()).cpu_us - before) / (streams * tokens);
}

async function race(title: string, rate: number): Promise<void> {
  const upstream = await startUpstream();
  const running: Running[] = [];
  for (const contestant of racing) running.push(await start(contestant, upstream.url, `bench-${tokens}-${rate}`, profile));
  const times: number[][] = racing.map(() => []);
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [n, contestant] of racing.entries()) {
      const server = running[n];
      if (server === undefined) continue;
      const time = await measure(contestant, server);
      if (round > 0) times[n]?.push(time);
    }
  }
  await Promise.all([...running, upstream].map((process) => process.stop()));

  console.log(`\nprocessor time, ${title}: ${streams} streams × ${tokens} tokens, ${rounds} rounds`);
  const floor = times[0] ?? [];
  for (const [n, { name }] of racing.entries()) {
    const own = times[n] ?? [];
    const ratio = median(own.map((time, round) => time / (floor[round] ?? Number.NaN)));
    console.log(`  ${name.padEnd(8)} ${median(own).toFixed(1).padStart(7)} µs/token   ${ratio.toFixed(2)}×`);
  }
}

async function firstTokens(): Promise<void> {
  const upstream = await startUpstream();
  const direct = { path: '/v1/chat/completions', body: (plan = '') => JSON.stringify({ model: plan }) };
  const port = Number(new URL(upstream.url).port);
  const running = await Promise.all(racing.map((contestant) => start(contestant, upstream.url, 'bench-3-0')));
  const own = running[racing.indexOf(bff)];

  const tell = async (when: string): Promise<void> => {
    const firsts = new Map<string, number[]>([['direct', []], ['tool', []], ...racing.map(({ name }): [string, number[]] => [name, []])]);
    // Turn by turn, so that what else the machine does falls on all alike; a tenth warms up.
    for (let n = -FIRSTS / 10; n < FIRSTS; n += 1) {
      const keep = (name: string, first_ms: number): void => void (n < 0 || firsts.get(name)?.push(first_ms));
      keep('direct', (await readStream(port, direct, 'bench-3-0')).first_ms);
      for (const [at, contestant] of racing.entries())
        keep(contestant.name, (await readStream(running[at]?.port ?? 0, contestant)).first_ms);
      if (own) keep('tool', (await readStream(own.port, bff, 'bench-3-0-tool')).first_ms);
    }
    const of = (name: string): number => median(firsts.get(name) ?? []);
    console.log(
      `\ntime added to the first token, ${when}, p50 of ${FIRSTS} turns one after another (straight from the provider: ${ms(of('direct'))})`,
    );
    for (const { name } of racing) console.log(`  ${name.padEnd(8)} +${ms(of(name) - of('direct'))}`);
    // A step more is one request more to the provider, and what the tool, the log and the guard add.
    if (own) console.log(`  bff, for each step with a search of the demo shop: +${ms(of('tool') - of('bff') - of('direct'))}`);
  };

  await tell('in a process just started');
  for (const [at, contestant] of racing.entries())
    for (let n = 0; n < SERVED; n += 1) await readStream(running[at]?.port ?? 0, contestant, n % 4 === 0 ? 'bench-3-0-tool' : 'bench-3-0');
  await tell(`after ${SERVED} turns more`);
  await Promise.all([...running, upstream].map((process) => process.stop()));
}

async function ladder(): Promise<void> {
  const { first, growth, most, rate, seconds, limit_ms } = LADDER;
  console.log(`\nstreams of ${rate} events/s with p99 delay under ${limit_ms} ms, one process`);
  const upstream = await startUpstream();
  for (const contestant of racing) {
    const running = await start(contestant, upstream.url, `bench-${rate * seconds}-${rate}`);
    await Promise.all(Array.from({ length: 20 }, () => readStream(running.port, contestant)));
    let carried = 0;
    let last = '';
    for (let count = first; count <= most; count = Math.round(count * growth)) {
      const load = startLoad({ port: running.port, contestant: contestant.name, streams: count, ramp_ms: 1000 });
      const { delays, outcomes } = await load;
      const p99 = quantile(delays, 0.99);
      last = `${count} streams: ${outcomes.whole} whole, p99 ${ms(p99)}`;
      if (p99 >= limit_ms || outcomes.whole < count) break;
      carried = count;
    }
    await running.stop();
    console.log(`  ${contestant.name.padEnd(8)} ${String(carried).padStart(5)}   (${last})`);
  }
  await upstream.stop();
}

const wanted = (part: string): boolean => values.only === undefined || values.only === part;
if (wanted('cpu')) {
  await race(`paced, ${values.rate} events/s`, Number(values.rate));
  await race('as fast as it goes', 0);
}
if (wanted('first')) await firstTokens();
if (wanted('ladder')) await ladder();
