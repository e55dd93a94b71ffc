import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openRedis, type RedisConnection } from '../bff/redis/connection.ts';
import { createRedisConversations } from '../bff/runs/redis/conversations.ts';
import { createRedisRunLog } from '../bff/runs/redis/run-log.ts';
import { createRedisSignals } from '../bff/runs/redis/signals.ts';
import { Tail } from '../bff/runs/redis/tail.ts';
import { startRedis, type TestRedis } from './redis.ts';

/** Resolves when the condition holds; one that throws does not hold yet. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A Redis for the tests of one file, empty at the start of each, and the stores of replicas that share it. */
export function redisStores() {
  let server: TestRedis;
  const opened: { redis: RedisConnection; tail: Tail }[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());
  /** The connections of one replica, once both are up. */
  const connect = async () => {
    const redis = openRedis(server.url);
    const tail = new Tail(redis);
    opened.push({ redis, tail });
    await tail.hearing;
    await until(async () => (await redis.call((each) => each.ping())) === 'PONG');
    return { redis, tail };
  };
  beforeEach(async () => {
    const { redis } = await connect();
    await until(async () => (await redis.call((each) => each.flushall())) === 'OK');
  });
  afterEach(() => {
    for (const { redis, tail } of opened.splice(0)) {
      tail.close();
      redis.close();
    }
  });
  /** The stores of one replica. */
  const replica = async (name = 'one') => {
    const { redis, tail } = await connect();
    return {
      redis,
      log: createRedisRunLog(redis, tail),
      conversations: createRedisConversations(redis, { ttl_s: 60, onLost: () => undefined }),
      signals: createRedisSignals(redis, tail, name),
    };
  };
  /** A run log that may take runs at once: others do only some time after Redis came. */
  const settled = async () => {
    const { redis, tail } = await connect();
    return createRedisRunLog({ ...redis, up_ms: Number.POSITIVE_INFINITY }, tail);
  };
  return {
    get server() {
      return server;
    },
    connect,
    replica,
    settled,
  };
}
