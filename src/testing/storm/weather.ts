import type { Item } from '../../protocol/item.ts';
import type { TestRedis } from '../redis.ts';
import type { Replicas } from '../replicas.ts';
import { brokenAnswers, type EndpointAnswer, type EndpointRequest, silent } from '../shop-endpoint.ts';
import type { Outages } from './silence.ts';

/** Chance, repeatable by its seed. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  pick<T>(of: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    pick: (of) => {
      const one = of[Math.floor(next() * of.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
  };
}

/** A shop's own search endpoint that is sometimes down, slow, or tells what is no answer. */
export function moodySearch(items: readonly Item[]) {
  let broken: ((request: EndpointRequest) => EndpointAnswer) | undefined;
  return {
    break(how: 'down' | 'slow' | 'lying', luck: Chance): void {
      broken = () =>
        how === 'slow' ? silent : how === 'down' ? (response) => response.destroy() : luck.pick(Object.values(brokenAnswers));
    },
    mend(): void {
      broken = undefined;
    },
    answer(request: EndpointRequest): EndpointAnswer {
      if (broken) return broken(request);
      const { ids, locale, limit } = request.body as { ids?: string[]; locale?: string; limit?: number };
      const inLocale = items.filter((item) => item.locale === (locale?.startsWith('zh') ? 'zh-CN' : 'en'));
      const found = ids ? inLocale.filter(({ id }) => ids.includes(id)) : inLocale.slice(0, limit ?? 6);
      return { json: { items: found, total: ids ? found.length : inLocale.length } };
    },
  };
}

/** Everything that is broken from outside while shoppers talk. */
export interface World {
  readonly outages: Outages;
  readonly replicas: Replicas;
  readonly redis: TestRedis;
  readonly search: ReturnType<typeof moodySearch>;
  readonly luck: Chance;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Each lasts until all is well again. */
const events: Readonly<Record<string, (world: World, victim: number) => Promise<void>>> = {
  'replica killed': ({ replicas }, victim) => replicas.restart(victim),
  'replica asked to stop': async ({ replicas }, victim) => {
    await replicas.replicas[victim]?.kill('SIGTERM');
    await replicas.restart(victim);
  },
  'replica frozen': async ({ replicas, luck }, victim) => {
    const replica = replicas.replicas[victim];
    replica?.freeze();
    await pause(500 + luck.next() * 6000);
    replica?.thaw();
    await replicas.ready();
  },
  'Redis killed': ({ outages, replicas, redis, luck }) =>
    outages.during(async () => {
      await redis.stop();
      await pause(200 + luck.next() * 1800);
      await redis.start();
      await replicas.ready();
    }),
  'Redis silent': ({ outages, replicas, redis, luck }) =>
    outages.during(async () => {
      redis.freeze();
      await pause(200 + luck.next() * 2500);
      redis.thaw();
      await replicas.ready();
    }),
  'search down': (world) => searchTrouble(world, 'down'),
  'search slow': (world) => searchTrouble(world, 'slow'),
  'search lying': (world) => searchTrouble(world, 'lying'),
};

async function searchTrouble({ search, luck }: World, how: 'down' | 'slow' | 'lying'): Promise<void> {
  search.break(how, luck);
  await pause(1000 + luck.next() * 5000);
  search.mend();
}

/** What happened last, for whoever finds a fault. */
export interface LastEvent {
  readonly name: string;
  /** By the clock of `performance.now()`. */
  readonly from: number;
  readonly to: number | undefined;
}

/**
 * One thing after another happens until `isOver`.
 * @param tell hears of each when it begins and when all is well again
 * @returns how often each did
 */
export async function storm(world: World, isOver: () => boolean, tell: (last: LastEvent) => void): Promise<Record<string, number>> {
  const counts = Object.fromEntries(Object.keys(events).map((name) => [name, 0]));
  while (!isOver()) {
    await pause(1000 + world.luck.next() * 3000);
    if (isOver()) break;
    const name = world.luck.pick(Object.keys(events));
    counts[name] = (counts[name] ?? 0) + 1;
    const from = performance.now();
    tell({ name, from, to: undefined });
    await events[name]?.(world, Math.floor(world.luck.next() * world.replicas.replicas.length));
    tell({ name, from, to: performance.now() });
  }
  return counts;
}
