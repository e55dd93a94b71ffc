import { script } from '../../redis/connection.ts';

/** Redis's own clock, milliseconds: leases are compared with it alone, so clocks of replicas may differ. */
const NOW = `local time = redis.call('TIME') local now = time[1] * 1000 + math.floor(time[2] / 1000)\n`;

/** KEYS run, leases · ARGV run_id, conversation, owner, lease_ms, keep_ms, checkpoint */
export const openScript = script(`${NOW}
redis.call('HSET', KEYS[1], 'conversation', ARGV[2], 'owner', ARGV[3], 'entries', 0, 'frames', 0, 'since', 0, 'takes', 0)
if ARGV[6] ~= '' then redis.call('HSET', KEYS[1], 'checkpoint', ARGV[6]) end
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('ZADD', KEYS[2], now + ARGV[4], ARGV[1])
return 1`);

/**
 * KEYS run, entries, leases, ended · ARGV run_id, owner, after, frames, since, keep_ms, most, checkpoint, outcome, then id and entry in
 * turn. Refuses (0) another owner, another place than the end, and everything after the end. XADD refuses an id not above the
 * last one besides.
 */
export const appendScript = script(`${NOW}
local run = redis.call('HMGET', KEYS[1], 'owner', 'entries', 'outcome')
if run[1] ~= ARGV[2] or run[2] ~= ARGV[3] or run[3] then return 0 end
for at = 10, #ARGV, 2 do redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[7], ARGV[at], 'entry', ARGV[at + 1]) end
redis.call('HSET', KEYS[1], 'entries', ARGV[3] + (#ARGV - 9) / 2, 'frames', ARGV[4], 'since', ARGV[5])
if ARGV[8] ~= '' then redis.call('HSET', KEYS[1], 'checkpoint', ARGV[8]) end
if ARGV[9] ~= '' then
  redis.call('HSET', KEYS[1], 'outcome', ARGV[9])
  redis.call('HDEL', KEYS[1], 'checkpoint')
  redis.call('ZREM', KEYS[3], ARGV[1])
  redis.call('ZADD', KEYS[4], now, ARGV[1])
  redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - ARGV[6])
  redis.call('PEXPIRE', KEYS[4], ARGV[6])
end
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return 1`);

/** KEYS run, leases · ARGV run_id, owner, lease_ms */
export const renewScript = script(`${NOW}
local run = redis.call('HMGET', KEYS[1], 'owner', 'outcome')
if run[1] ~= ARGV[2] then return 0 end
if not run[2] then redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1]) end
return 1`);

/** KEYS run, leases · ARGV run_id, owner */
export const releaseScript = script(`
if redis.call('HGET', KEYS[1], 'owner') == ARGV[2] then redis.call('ZADD', KEYS[2], 'XX', 0, ARGV[1]) end
return 1`);

/** KEYS leases · ARGV how many */
export const expiredScript = script(`${NOW}
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])`);

/** KEYS ended · ARGV milliseconds since the end at least, how many */
export const endedScript = script(`${NOW}
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1], 'LIMIT', 0, ARGV[2])`);

/** KEYS run, leases · ARGV run_id, owner, lease_ms */
export const takeScript = script(`${NOW}
local due = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not due or tonumber(due) > now then return false end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('ZREM', KEYS[2], ARGV[1]) return false end
redis.call('HSET', KEYS[1], 'owner', ARGV[2])
redis.call('HINCRBY', KEYS[1], 'takes', 1)
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
return redis.call('HMGET', KEYS[1], 'conversation', 'entries', 'frames', 'since', 'takes', 'checkpoint')`);

/** KEYS readers · ARGV replica, ttl_ms */
export const readingScript = script(`${NOW}
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`);

/** KEYS readers · @returns the replicas that have some now */
export const readersScript = script(`${NOW}
return redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')`);
