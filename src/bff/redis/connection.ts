import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { StoreDown } from '../store-down.ts';

/** Milliseconds a command may take; a request waits no longer than this to learn that Redis is gone. */
const COMMAND_MS = 800;
const CONNECT_MS = 1000;
/** Longest pause between two tries to connect. */
const RETRY_MS = 500;

/** Milliseconds one wait for news may last. */
export const BLOCK_MS = 4000;

/** What a script takes: keys of the data it touches, and values. */
export interface ScriptCall {
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** A Lua script: runs as one step that no other client comes between. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export function script(lua: string): Script {
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}

/** Words of Redis for "not now": it loads its data, lost its master, may not write or does not know us. All else is a mistake of ours. */
const NOT_NOW = /^(?:NOAUTH|WRONGPASS|NOPERM|LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF|OOM|BUSY)\b/;

/** An error of the client library without the command it carries: that holds what shoppers wrote, or the password (T17, T28). */
function withoutCommand(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(message), { name });
}

/** Commands in a row without an answer after which the connection itself is given up and made again. */
const LOST_AFTER = 3;

/**
 * The connections of one replica to the Redis that all replicas share: one for commands and one that waits for what
 * others write. Nothing queues while Redis is gone: a command is answered now or fails now.
 */
export interface RedisConnection {
  /** @throws StoreDown */
  call<T>(command: (redis: Redis) => Promise<T>): Promise<T>;
  /** Runs a script by its hash, sending its text the first time. @throws StoreDown */
  run(script: Script, call: ScriptCall): Promise<unknown>;
  /** For libraries that send their own commands and know what to do without Redis. */
  readonly commands: Redis;
  /** The connection that may block. Used by the tail alone. */
  readonly blocking: Redis;
  /** Milliseconds that Redis has answered without a break; 0 while it is gone. */
  readonly up_ms: number;
  close(): void;
}

export interface RedisConnectionOptions {
  /** Told once for each loss and each return. */
  readonly onChange?: ((up: boolean, cause?: unknown) => void) | undefined;
}

/** Opens connections; does not wait for them, so that a BFF starts (not ready) without Redis. */
export function openRedis(url: string, { onChange }: RedisConnectionOptions = {}): RedisConnection {
  const common = {
    protocol: 2 as const,
    connectTimeout: CONNECT_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // By default up to ten seconds of Redis's own guess: one replica would be back while another still waits.
    maxLoadingRetryTime: RETRY_MS,
    retryStrategy: (tries: number) => Math.min(tries * 50, RETRY_MS),
  };
  const commands: Redis = new Redis(url, { ...common, commandTimeout: COMMAND_MS });
  const blocking: Redis = new Redis(url, { ...common, socketTimeout: BLOCK_MS * 2 });
  let upSince: number | undefined;
  let told: boolean | undefined;
  let unanswered = 0;
  let cause: unknown;
  const change = (up: boolean): void => {
    upSince = up ? (upSince ?? performance.now()) : undefined;
    if (up) unanswered = 0;
    if (told === up) return;
    told = up;
    onChange?.(up, up ? undefined : cause);
  };
  commands.on('ready', () => change(true));
  commands.on('close', () => change(false));
  // A listener must be there, or the process ends; 'close' follows and tells.
  for (const each of [commands, blocking])
    each.on('error', (error) => {
      cause = withoutCommand(error);
    });

  const call = async <T>(command: (redis: Redis) => Promise<T>): Promise<T> => {
    try {
      const answer = await command(commands);
      change(true);
      return answer;
    } catch (error) {
      cause = withoutCommand(error);
      if (error instanceof Error && error.name === 'ReplyError' && !NOT_NOW.test(error.message)) throw cause;
      change(false);
      unanswered += 1;
      if (unanswered === LOST_AFTER && commands.status === 'ready') commands.disconnect(true);
      throw new StoreDown({ cause });
    }
  };
  return {
    commands,
    blocking,
    call,
    run: ({ lua, sha }, { keys, args }) =>
      call(async (redis) => {
        try {
          return await redis.evalsha(sha, keys.length, ...keys, ...args);
        } catch (error) {
          if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
          // A Redis that was started anew or had its scripts flushed: it is given the script again.
          await redis.script('LOAD', lua);
          return redis.evalsha(sha, keys.length, ...keys, ...args);
        }
      }),
    get up_ms() {
      return upSince === undefined ? 0 : performance.now() - upSince;
    },
    close() {
      told = false;
      commands.disconnect();
      blocking.disconnect();
    },
  };
}
