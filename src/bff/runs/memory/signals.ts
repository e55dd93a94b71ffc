import type { RunSignal, RunSignals } from '../signals.ts';

/** Wishes to stop that are remembered. */
const MOST_STOPPED = 1000;

/** Signals where there is one process: nobody is elsewhere. */
export function createMemorySignals(): RunSignals {
  const handlers = new Set<(signal: RunSignal) => void>();
  const stopped = new Set<string>();
  const say = (signal: RunSignal): void => {
    for (const handler of handlers) handler(signal);
  };
  return {
    async stop(run_id) {
      stopped.add(run_id);
      for (const oldest of stopped) if (stopped.size > MOST_STOPPED) stopped.delete(oldest);
      say({ kind: 'stop', run_id });
    },
    stopped: async (run_id) => stopped.has(run_id),
    endAll: async () => say({ kind: 'end-all' }),
    reading: async () => undefined,
    left: async (run_id) => say({ kind: 'left', run_id }),
    readElsewhere: async () => false,
    listen(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}
