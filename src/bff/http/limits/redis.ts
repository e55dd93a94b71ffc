import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { type RedisConnection, script } from '../../redis/connection.ts';
import { keys } from '../../runs/redis/keys.ts';
import type { LimitStore } from './limit-store.ts';
import { createMessageLimit, type MessageLimit } from './message-limit.ts';

/** KEYS number · ARGV by, ttl_ms */
const addScript = script(`
local value = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value`);

/** Numbers that all replicas share. */
export function createRedisLimits(redis: RedisConnection): LimitStore {
  return {
    add: async (key, by, ttl_s) => Number(await redis.run(addScript, { keys: [keys.limit(key)], args: [by, ttl_s * 1000] })),
    read: async (key) => Number((await redis.call((each) => each.get(keys.limit(key)))) ?? 0),
    write: async (key, value) => void (await redis.call((each) => each.set(keys.limit(key), value))),
  };
}

/**
 * A limit that all replicas count together. While Redis is gone each counts for itself.
 * @param name sets this limit's keys apart
 */
export function createRedisMessageLimit(redis: RedisConnection, name: string, perMinute: number | 'off'): MessageLimit {
  if (perMinute === 'off') return createMessageLimit('off');
  const limit = { points: perMinute, duration: 60 };
  return createMessageLimit(
    perMinute,
    new RateLimiterRedis({
      ...limit,
      storeClient: redis.commands,
      keyPrefix: keys.rate(name),
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(limit),
    }),
  );
}
