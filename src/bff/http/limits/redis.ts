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

/** KEYS members by time seen · ARGV most, window_ms, member… · the clock is Redis's own */
const addDistinctScript = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local count = redis.call('ZCARD', KEYS[1])
local fresh = 0
for at = 3, #ARGV do
  if not redis.call('ZSCORE', KEYS[1], ARGV[at]) then fresh = fresh + 1 end
end
local accepted = count + fresh <= tonumber(ARGV[1])
if accepted and #ARGV > 2 then
  for at = 3, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[at]) end
  redis.call('PEXPIRE', KEYS[1], window)
  count = count + fresh
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return { accepted and 1 or 0, count, (tonumber(oldest[2] or now) + window - now) }`);

/** Numbers that all replicas share. */
export function createRedisLimits(redis: RedisConnection): LimitStore {
  return {
    add: async (key, by, ttl_s) => Number(await redis.run(addScript, { keys: [keys.limit(key)], args: [by, ttl_s * 1000] })),
    read: async (key) => Number((await redis.call((each) => each.get(keys.limit(key)))) ?? 0),
    write: async (key, value) => void (await redis.call((each) => each.set(keys.limit(key), value))),
    async addDistinct(key, members, { most, window_s }) {
      const args = [most, window_s * 1000, ...new Set(members)];
      const [accepted, count, leaves_ms] = (await redis.run(addDistinctScript, { keys: [keys.limit(key)], args })) as number[];
      return { accepted: accepted === 1, count: count ?? 0, oldest_leaves_s: (leaves_ms ?? 0) / 1000 };
    },
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
