import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { contestants } from '../relay/contestants.ts';
import { readStream, type Stream } from '../relay/streams.ts';
import { readSlowly } from './slow-reader.ts';

/** What one process of readers is to do. */
export interface LoadPlan {
  readonly port: number;
  /** Name of who is asked. */
  readonly contestant: string;
  readonly streams: number;
  /** Milliseconds over which the streams begin, evenly. */
  readonly ramp_ms: number;
  /** What the provider is to do, where it is not what the model's name says. */
  readonly plan?: string;
  /** Bytes a second that each reader takes; as they come without. */
  readonly slow?: number;
}

/** What its streams came to. */
export interface Load {
  readonly outcomes: Readonly<Record<Stream['outcome'], number>>;
  /** Milliseconds that tokens were on the way, of all streams. */
  readonly delays: readonly number[];
  readonly firsts: readonly number[];
  /** A few words of what went wrong, each once. */
  readonly problems: readonly string[];
}

/** Reads streams in a process of its own; resolves when all have ended. */
export async function startLoad(plan: LoadPlan): Promise<Load> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(plan)]);
  const [load] = (await once(child, 'message')) as [Load];
  child.disconnect();
  return load;
}

async function run({ port, contestant: name, streams, ramp_ms, plan, slow }: LoadPlan): Promise<Load> {
  const contestant = contestants.find((each) => each.name === name);
  if (!contestant) throw new Error(`nobody is called ${name}`);
  const read = await Promise.all(
    Array.from({ length: streams }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, (ramp_ms * n) / streams));
      return slow === undefined ? readStream(port, contestant, plan) : readSlowly(port, contestant, slow, plan);
    }),
  );
  const outcomes = { whole: 0, refused: 0, error: 0 };
  for (const { outcome } of read) outcomes[outcome] += 1;
  return {
    outcomes,
    delays: read.flatMap(({ delays }) => delays),
    firsts: read.flatMap(({ first_ms }) => (Number.isNaN(first_ms) ? [] : [first_ms])),
    problems: [...new Set(read.flatMap(({ problem }) => problem ?? []))].slice(0, 5),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  process.send?.(await run(JSON.parse(process.argv[2] ?? '') as LoadPlan));
}
