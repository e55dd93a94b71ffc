import { script } from '../../redis/connection.ts';

/**
 * A conversation is a hash (who, locale, state, running run) with three lists beside it: `:turns` (JSON), `:ledger` (a sorted set
 * in the order of arrival) and `:runs` (run id and message key in turn). All of them, and the keys of its runs and messages,
 * live equally long: `touch` sets the time of all.
 */
const SHARED = `
local function touch(conversation, ms)
  for _, part in ipairs({'', ':turns', ':ledger', ':runs'}) do redis.call('PEXPIRE', conversation .. part, ms) end
  for _, key in ipairs(redis.call('LRANGE', conversation .. ':runs', 0, -1)) do redis.call('PEXPIRE', key, ms) end
end
local function admit(conversation, first)
  for at = first, #ARGV do
    if not redis.call('ZSCORE', conversation .. ':ledger', ARGV[at]) then
      redis.call('ZADD', conversation .. ':ledger', redis.call('HINCRBY', conversation, 'admitted', 1), ARGV[at])
    end
  end
end
local function set(conversation, search, noted)
  if search ~= '' then redis.call('HSET', conversation, 'search_state', search) end
  if noted ~= '' then redis.call('HSET', conversation, 'noted', noted) end
end
`;

/**
 * KEYS message, home of the run, named conversation or new one · ARGV prefix of conversations, body, named id, new id, site, sub,
 * locale, run_id, ttl_ms. @returns outcome, conversation id, run id.
 */
export const claimScript = script(`${SHARED}
local before = redis.call('HMGET', KEYS[1], 'body', 'conversation', 'run')
if before[1] and redis.call('EXISTS', ARGV[1] .. before[2]) == 1 then
  if before[1] ~= ARGV[2] then return {'reused'} end
  return {'repeated', before[2], before[3]}
end
local conversation = KEYS[3]
local id = ARGV[3]
if id == '' then
  id = ARGV[4]
  redis.call('HSET', conversation, 'id', id, 'site', ARGV[5], 'locale', ARGV[7])
else
  local known = redis.call('HMGET', conversation, 'site', 'sub', 'running')
  if known[1] ~= ARGV[5] or (known[2] and known[2] ~= ARGV[6]) then return {'not-found'} end
  if known[3] then return {'running'} end
end
if ARGV[6] ~= '' then redis.call('HSET', conversation, 'sub', ARGV[6]) end
redis.call('HSET', conversation, 'running', ARGV[8], 'latest', ARGV[8])
redis.call('HSET', KEYS[1], 'body', ARGV[2], 'conversation', id, 'run', ARGV[8])
redis.call('SET', KEYS[2], id)
redis.call('RPUSH', conversation .. ':runs', KEYS[2], KEYS[1])
touch(conversation, ARGV[9])
return {'started', id}`);

/** KEYS conversation · ARGV ttl_ms, search_state, noted, then ids for the ledger */
export const changeScript = script(`${SHARED}
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
set(KEYS[1], ARGV[2], ARGV[3])
admit(KEYS[1], 4)
touch(KEYS[1], ARGV[1])
return 1`);

/** KEYS conversation · ARGV ttl_ms, search_state, noted, run_id, turn, then ids for the ledger */
export const finishScript = script(`${SHARED}
if redis.call('HGET', KEYS[1], 'running') ~= ARGV[4] then return 0 end
redis.call('RPUSH', KEYS[1] .. ':turns', ARGV[5])
redis.call('HDEL', KEYS[1], 'running')
set(KEYS[1], ARGV[2], ARGV[3])
admit(KEYS[1], 6)
touch(KEYS[1], ARGV[1])
return 1`);

/** KEYS conversation · ARGV remarks as read, remarks as they become. @returns 0 when somebody else was first. */
export const remarkScript = script(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 1 end
if (redis.call('HGET', KEYS[1], 'remarks') or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'remarks', ARGV[2])
return 1`);

/** KEYS conversation, home of the run · ARGV run_id, ttl_ms */
export const abandonScript = script(`${SHARED}
local runs = redis.call('LRANGE', KEYS[1] .. ':runs', 0, -1)
for at = 1, #runs, 2 do
  if runs[at] == KEYS[2] then
    redis.call('DEL', runs[at], runs[at + 1])
    redis.call('LREM', KEYS[1] .. ':runs', 1, runs[at])
    redis.call('LREM', KEYS[1] .. ':runs', 1, runs[at + 1])
  end
end
if redis.call('HGET', KEYS[1], 'running') ~= ARGV[1] then return 0 end
local last = redis.call('LINDEX', KEYS[1] .. ':turns', -1)
if not last and redis.call('ZCARD', KEYS[1] .. ':ledger') == 0 then
  redis.call('DEL', KEYS[1], KEYS[1] .. ':runs')
  return 1
end
redis.call('HDEL', KEYS[1], 'running', 'latest')
if last then redis.call('HSET', KEYS[1], 'latest', cjson.decode(last).run_id) end
touch(KEYS[1], ARGV[2])
return 1`);

/** KEYS conversation · @returns keys of the homes of its runs */
export const deleteScript = script(`
local homes = {}
local runs = redis.call('LRANGE', KEYS[1] .. ':runs', 0, -1)
for at = 1, #runs, 2 do
  homes[#homes + 1] = runs[at]
  redis.call('DEL', runs[at], runs[at + 1])
end
for _, part in ipairs({'', ':turns', ':ledger', ':runs'}) do redis.call('DEL', KEYS[1] .. part) end
return homes`);
