import { createMemoryLimits, type LimitStore } from './http/limits/limit-store.ts';
import { createMessageLimit, type MessageLimit } from './http/limits/message-limit.ts';
import { createRedisLimits, createRedisMessageLimit } from './http/limits/redis.ts';
import { openRedis } from './redis/connection.ts';
import type { ReadinessCheck } from './routes/health.ts';
import type { ConversationStore } from './runs/conversations.ts';
import type { RunLog } from './runs/log.ts';
import { createMemoryConversations } from './runs/memory/conversations.ts';
import { createMemoryRunLog } from './runs/memory/run-log.ts';
import { createMemorySignals } from './runs/memory/signals.ts';
import { createRedisConversations } from './runs/redis/conversations.ts';
import { createRedisRunLog } from './runs/redis/run-log.ts';
import { createRedisSignals } from './runs/redis/signals.ts';
import { Tail } from './runs/redis/tail.ts';
import type { RunSignals } from './runs/signals.ts';

/** Everything a BFF remembers between requests. */
export interface Stores {
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly signals: RunSignals;
  readonly limits: LimitStore;
  /** A limit of messages a minute. @param name sets its keys apart */
  readonly messageLimit: (name: string, perMinute: number | 'off') => MessageLimit;
  /** Whether other replicas have the same. */
  readonly shared: boolean;
  readonly checks: readonly ReadinessCheck[];
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Seconds a conversation is kept after its last message. */
  readonly ttl_s: number;
  /** Name of this process among its replicas. */
  readonly replica: string;
  /** Told once for each loss and each return of a store that replicas share. */
  readonly onChange: (up: boolean, cause?: unknown) => void;
  /** Told of what could not be kept. */
  readonly onLost: (cause: unknown) => void;
}

/** @param url `memory:` (one process), or `redis://…` that all replicas share; it need not answer yet. */
export function openStores(url: string, { ttl_s, replica, onChange, onLost }: StoreOptions): Stores {
  if (url === 'memory:') {
    const [runs, conversations] = [createMemoryRunLog(), createMemoryConversations({ ttl_s })];
    return {
      runs,
      conversations,
      signals: createMemorySignals(),
      limits: createMemoryLimits(),
      messageLimit: (_, perMinute) => createMessageLimit(perMinute),
      shared: false,
      checks: [],
      close: async () => void (await Promise.all([runs.close(), conversations.close()])),
    };
  }
  const redis = openRedis(url, { onChange });
  const tail = new Tail(redis);
  const runs = createRedisRunLog(redis, tail);
  const conversations = createRedisConversations(redis, { ttl_s, onLost });
  return {
    runs,
    conversations,
    signals: createRedisSignals(redis, tail, replica),
    limits: createRedisLimits(redis),
    messageLimit: (name, perMinute) => createRedisMessageLimit(redis, name, perMinute),
    shared: true,
    checks: [
      {
        name: 'run store',
        async check() {
          await redis.call((each) => each.ping());
          return { store: 'redis' };
        },
      },
    ],
    async close() {
      await Promise.all([runs.close(), conversations.close()]);
      tail.close();
      redis.close();
    },
  };
}
