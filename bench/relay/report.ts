import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Preloaded into every contestant: answers the bench's questions about this process.

/** What a contestant says of itself. Times in microseconds and milliseconds, sizes in bytes. */
export interface Report {
  readonly cpu_us: number;
  readonly rss: number;
  readonly heap: number;
  /** Event-loop delay since the last report, without the interval it is looked at. */
  readonly loop_p50_ms: number;
  readonly loop_p99_ms: number;
}

const EVERY_MS = 10;
const loop = monitorEventLoopDelay({ resolution: EVERY_MS });
loop.enable();
const late = (share: number): number => (loop.count === 0 ? 0 : Math.max(0, loop.percentile(share) / 1e6 - EVERY_MS));

function report(): Report {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const said = { cpu_us: user + system, rss, heap: heapUsed, loop_p50_ms: late(50), loop_p99_ms: late(99) };
  loop.reset();
  return said;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('message', (message: { report?: true; collect?: true; snapshot?: string; exit?: true }) => {
  if (message.report) process.send?.(report());
  if (message.collect) {
    collect();
    process.send?.(report());
  }
  if (message.snapshot) process.send?.({ written: writeHeapSnapshot(message.snapshot) });
  // Writes the profile that `--cpu-prof` asked for.
  if (message.exit) process.exit();
});
// The question must not keep a server running.
process.channel?.unref();
// Ends with the bench, however that ends.
process.on('disconnect', () => process.exit());
