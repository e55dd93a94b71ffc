import { request } from 'node:http';
import { parseArgs } from 'node:util';
import { absent, type Contestant, present } from './relay/contestants.ts';
import { type Running, start, startUpstream } from './relay/processes.ts';

// Processor time per token of what stands between model and shopper, against a raw `node:http` pipe in the same run.
//
// Upstream, each contestant and the load (this process) are processes of their own; counted is what the contestant's own
// process used (user + system). Each round runs every contestant in turn with the same streams: paced like a model, and as
// fast as the sockets go. Shown is the median over rounds, and the median of the ratios of each round.
// `streamText` of the AI SDK is measured only where a provider package of it is installed; here it is not.
//
//   node bench/relay.ts [--streams 100] [--tokens 200] [--rate 50] [--rounds 5] [--without bff]
const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '100' },
    tokens: { type: 'string', default: '200' },
    rate: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '5' },
    without: { type: 'string', multiple: true, default: [] },
  },
});
const contestants = present.filter(({ name }) => !values.without.includes(name));
const streams = Number(values.streams);
const tokens = Number(values.tokens);
const rounds = Number(values.rounds);

/** Reads one stream to its end. */
function readStream(port: number, contestant: Contestant): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = contestant.body();
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request({ host: '127.0.0.1', port, path: contestant.path, method: 'POST', headers, agent: false }, (answer) => {
      let tail = '';
      answer.on('data', (piece: Buffer) => {
        tail = (tail + piece.toString('latin1', Math.max(0, piece.length - 32))).slice(-32);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200 && tail.includes('[DONE]')) resolve();
        else reject(new Error(`${contestant.name}: status ${answer.statusCode}, ends with ${tail}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Microseconds of processor time per token. */
async function measure(contestant: Contestant, running: Running): Promise<number> {
  const before = await running.cpu();
  await Promise.all(Array.from({ length: streams }, () => readStream(running.port, contestant)));
  return ((await running.cpu()) - before) / (streams * tokens);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function race(title: string, rate: number): Promise<void> {
  const upstream = await startUpstream();
  const running: Running[] = [];
  for (const contestant of contestants) running.push(await start(contestant, upstream.url, `bench-${tokens}-${rate}`));
  const times: number[][] = contestants.map(() => []);
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [n, contestant] of contestants.entries()) {
      const server = running[n];
      if (server === undefined) continue;
      const time = await measure(contestant, server);
      if (round > 0) times[n]?.push(time);
    }
  }
  await Promise.all([...running, upstream].map((process) => process.stop()));

  console.log(`\n${title}: ${streams} streams × ${tokens} tokens, ${rounds} rounds`);
  const floor = times[0] ?? [];
  for (const [n, { name }] of contestants.entries()) {
    const own = times[n] ?? [];
    const ratio = median(own.map((time, round) => time / (floor[round] ?? Number.NaN)));
    console.log(`  ${name.padEnd(12)} ${median(own).toFixed(1).padStart(7)} µs/token   ${ratio.toFixed(2)}×`);
  }
}

for (const { name } of absent) console.log(`skipped, not there yet: ${name}`);
await race(`paced, ${values.rate} events/s`, Number(values.rate));
await race('as fast as it goes', 0);
