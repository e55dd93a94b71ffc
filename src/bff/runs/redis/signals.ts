import type { RedisConnection } from '../../redis/connection.ts';
import type { RunSignals } from '../signals.ts';
import { keys } from './keys.ts';
import { readersScript, readingScript } from './run-scripts.ts';
import type { Tail } from './tail.ts';

/** Milliseconds a wish to stop is remembered: longer than any turn takes. */
const STOP_MS = 10 * 60_000;

/**
 * Signals over one stream that every replica reads (`Tail`): one that was cut off hears what it missed. Who reads a run
 * elsewhere stands in a sorted set, by the instant until which it holds.
 * @param replica name of this process
 */
export function createRedisSignals(redis: RedisConnection, tail: Tail, replica: string): RunSignals {
  return {
    async stop(run_id) {
      // The mark first: whoever takes the run over a moment later must find it.
      await redis.call((each) => each.set(keys.stop(run_id), 1, 'PX', STOP_MS));
      await tail.say({ kind: 'stop', run_id });
    },
    stopped: async (run_id) => (await redis.call((each) => each.exists(keys.stop(run_id)))) === 1,
    endAll: () => tail.say({ kind: 'end-all' }),
    async reading(run_id, ttl_ms) {
      await redis.run(readingScript, { keys: [keys.readers(run_id)], args: [replica, ttl_ms] });
    },
    async left(run_id) {
      await redis.call((each) => each.zrem(keys.readers(run_id), replica));
      await tail.say({ kind: 'left', run_id });
    },
    async readElsewhere(run_id) {
      const there = (await redis.run(readersScript, { keys: [keys.readers(run_id)], args: [] })) as string[];
      return there.some((each) => each !== replica);
    },
    listen: (handler) =>
      tail.listen(({ kind, run_id = '' }) => {
        if (kind === 'end-all') handler({ kind });
        else if (kind === 'stop' || kind === 'left') handler({ kind, run_id });
      }),
  };
}
