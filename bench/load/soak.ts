import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bff } from '../relay/contestants.ts';
import { start, startUpstream } from '../relay/processes.ts';
import { growth } from './heap.ts';
import { type Load, startLoad } from './load-process.ts';

/** Streams at a time; each says 100 words in 4 s, every other one after a search, and is followed by a new conversation. */
const STREAMS = 100;
const PLAN = { words: 100, rate: 25 };
/** Runs are kept for ten minutes and conversations here for one: after this long as many are forgotten as come. */
const SETTLED_MIN = 11;

const MB = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/**
 * Shoppers ask without a break for so many minutes. Prints memory each minute, after a garbage collection, and what the heap holds more at
 * the end than at a third of the time (after {@link SETTLED_MIN} minutes where there are as many), by constructor.
 * @returns growth of the heap over that time, as a share of it.
 */
export async function soak(minutes: number): Promise<number> {
  const upstream = await startUpstream();
  const plan = `bench-${PLAN.words}-${PLAN.rate}`;
  const running = await start({ ...bff, env: { ...bff.env, CONVERSATION_TTL_S: '60' } }, upstream.url, plan);
  const folder = mkdtempSync(join(tmpdir(), 'aisle-soak-'));
  const [first, last] = ['first', 'last'].map((name) => join(folder, `${name}.heapsnapshot`)) as [string, string];
  const compareFrom = Math.max(minutes / 3, Math.min(SETTLED_MIN, minutes / 2));
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 60_000;
  const outcomes = { whole: 0, refused: 0, error: 0 };
  const asking = async (tool: boolean): Promise<void> => {
    while (passed() < minutes) {
      const load: Load = await startLoad({
        port: running.port,
        contestant: 'bff',
        streams: STREAMS / 2,
        ramp_ms: 4000,
        plan: `${plan}${tool ? '-tool' : ''}`,
      });
      for (const key of ['whole', 'refused', 'error'] as const) outcomes[key] += load.outcomes[key];
    }
  };
  const all = Promise.all([asking(true), asking(false)]);
  let compared: number | undefined;
  for (let minute = 1; minute <= minutes; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, (minute - passed()) * 60_000)));
    const { rss, heap, loop_p99_ms } = await running.collected();
    console.log(
      `  minute ${minute}: heap ${MB(heap)}, RSS ${MB(rss)}, event loop p99 ${loop_p99_ms.toFixed(0)} ms, answers ${outcomes.whole}`,
    );
    if (compared !== undefined || minute < compareFrom) continue;
    await running.snapshot(first);
    compared = (await running.collected()).heap;
  }
  await all;
  const { heap } = await running.collected();
  await running.snapshot(last);
  await running.stop();
  await upstream.stop();
  const grown = heap / (compared ?? heap) - 1;
  console.log(`  answers ${outcomes.whole}, refused ${outcomes.refused}, broken ${outcomes.error}`);
  console.log(
    `  heap from minute ${Math.ceil(compareFrom)} to the end: ${grown >= 0 ? '+' : ''}${(grown * 100).toFixed(1)} %; what grew most:`,
  );
  for (const line of growth(first, last, 12)) console.log(line);
  rmSync(folder, { recursive: true });
  return grown;
}
