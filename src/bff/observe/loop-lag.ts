import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the loop is looked at, milliseconds; it is part of every reading. */
const EVERY_MS = 20;
/** Time that one reading is about, milliseconds. */
const WINDOW_MS = 1000;

/** How late this process's event loop is. */
export interface LoopLag {
  /** Median of the last second, milliseconds: a single long pause does not move it, a loop that cannot keep up does. */
  readonly lag_ms: () => number;
  close(): void;
}

export function watchLoopLag(): LoopLag {
  const histogram = monitorEventLoopDelay({ resolution: EVERY_MS });
  histogram.enable();
  let lag = 0;
  const timer = setInterval(() => {
    lag = histogram.count === 0 ? 0 : Math.max(0, histogram.percentile(50) / 1e6 - EVERY_MS);
    histogram.reset();
  }, WINDOW_MS).unref();
  return {
    lag_ms: () => lag,
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
