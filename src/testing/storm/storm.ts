import { setTimeout as pause } from 'node:timers/promises';
import { startRedis } from '../redis.ts';
import { type Replica, startReplicas } from '../replicas.ts';
import { faults, isFaultName } from '../scripted-model/faults.ts';
import { callTools, paced, say } from '../scripted-model/script.ts';
import { startScriptedModel } from '../scripted-model/server.ts';
import { startShopEndpoint } from '../shop-endpoint.ts';
import { shop } from '../small-shop.ts';
import { pickMishap, type Turn, turn } from './session.ts';
import { Outages } from './silence.ts';
import { chance, type LastEvent, moodySearch, storm, type World } from './weather.ts';

export type { Turn } from './session.ts';

export interface StormOptions {
  readonly minutes: number;
  /** Shoppers who talk at the same time. */
  readonly sessions: number;
  readonly seed: number;
  /** Seconds of rest before what is left behind is counted (I4). */
  readonly idle_s: number;
  readonly onProgress: (turns: readonly Turn[]) => void;
}

/** What was seen. */
export interface Storm {
  readonly turns: readonly Turn[];
  readonly events: Readonly<Record<string, number>>;
  readonly held: { readonly before: Held; readonly after: readonly Held[] };
  readonly faults: readonly string[];
}

/** What a replica holds while nobody asks. */
export interface Held {
  readonly timers: number;
  readonly sockets: number;
  /** After a full garbage collection. */
  readonly heap_mb: number;
}

/** `at 61 s, 2.1 s after "Redis killed" began and 0.3 s after it was over`. */
function whenOf(now: number, began: number, last: LastEvent | undefined): string {
  const seconds = (from: number): string => `${((now - from) / 1000).toFixed(1)} s`;
  const over = last?.to === undefined ? '' : ` and ${seconds(last.to)} after it was over`;
  return `at ${seconds(began)}${last ? `, ${seconds(last.from)} after "${last.name}" began${over}` : ''}`;
}

/** Turns that fill caches before anything is counted. */
const WARMING = 120;

/** Runs before the replica itself: a signal makes it collect garbage, so that its heap can be compared. */
const COLLECTING =
  "import{setFlagsFromString as f}from'node:v8';import{runInNewContext as r}from'node:vm';f('--expose-gc');const g=r('gc');process.on('SIGUSR2',()=>g());";

async function held({ url, pid }: Replica): Promise<Held> {
  process.kill(pid, 'SIGUSR2');
  await pause(300);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string): number => Number(new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(metrics)?.[1] ?? 0);
  return {
    timers: of('nodejs_active_resources\\{type="Timeout"\\}'),
    sockets: of('nodejs_active_resources\\{type="TCPSocketWrap"\\}'),
    heap_mb: of('nodejs_heap_size_used_bytes') / 2 ** 20,
  };
}

/** More than a tenth above what was there before, and a handful for chance: a probe's own connection, a timer between two looks. */
const exceeds = (after: number, before: number): boolean => after > before * 1.1 + 5;

/**
 * Shoppers ask, and everything that can go wrong goes wrong at random: the model, the search, Redis, replicas, connections, readers.
 * Every turn is held against the invariants I1–I3; afterwards nothing may be left of it (I4), and no process may have ended by itself (I5).
 */
export async function runStorm({ minutes, sessions, seed, idle_s, onProgress }: StormOptions): Promise<Storm> {
  const luck = chance(seed);
  const search = moodySearch(shop);
  const endpoint = await startShopEndpoint((request) => search.answer(request));
  const redis = await startRedis();
  const model = await startScriptedModel(({ messages }) => {
    const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const fault = /\[(\w+)\]/.exec(asked)?.[1] ?? '';
    const answer = messages.at(-1)?.role === 'tool';
    if (!answer && luck.next() < 0.7) return paced(callTools([{ name: 'search_db', arguments: { query: 'camera' } }]), 30, 5);
    if (isFaultName(fault)) return faults[fault];
    // One id the search returns and one that it never does.
    const cards = '\n<itemCard id="solvik-r2-black"/>\n<itemCard id="forged-1"/>\n';
    return paced(say(`These are light and small. ${cards} ${'Take one along, by day and by night. '.repeat(8)}`, 12), 30, 15);
  });
  const env = { DISCONNECT_GRACE_MS: '1000', NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(COLLECTING)}` };
  const replicas = await startReplicas({ count: 3, items: shop, catalogUrl: endpoint.url, redisUrl: redis.url, modelUrl: model.url, env });
  const world: World = { outages: new Outages(), replicas, redis, search, luck };
  const items = new Set(shop.map(({ id }) => id));
  const turns: Turn[] = [];
  const found: string[] = [];
  const warm = async (): Promise<void> => {
    for (let n = 0; n < WARMING; n += 20) await Promise.all(Array.from({ length: 20 }, () => turn(replicas.url, 'none', world, items)));
  };
  try {
    await warm();
    const before = await held(replicas.replicas[0] ?? (await Promise.reject(new Error('no replica'))));
    const until = performance.now() + minutes * 60_000;
    const isOver = (): boolean => performance.now() > until;
    const began = performance.now();
    let last: LastEvent | undefined;
    const weather = storm(world, isOver, (event) => {
      last = event;
    });
    const progress = setInterval(() => onProgress(turns), 30_000);
    await Promise.all(
      Array.from({ length: sessions }, async () => {
        while (!isOver()) {
          await pause(luck.next() * 1000);
          const seen = await turn(replicas.url, pickMishap(luck), world, items);
          turns.push(seen);
          found.push(...seen.faults.map((fault) => `${seen.mishap}: ${fault} (${whenOf(performance.now(), began, last)})`));
        }
      }),
    );
    clearInterval(progress);
    const events = await weather;
    // Those that started late have seen little; all get the same warm beginning before they are compared.
    await warm();
    await pause(idle_s * 1000);
    const after = await Promise.all(replicas.replicas.map(held));
    for (const [at, each] of after.entries())
      for (const what of ['timers', 'sockets', 'heap_mb'] as const)
        if (exceeds(each[what], before[what])) found.push(`I4: replica ${at} holds ${each[what]} ${what}, ${before[what]} before`);
    if (model.answering.length > 0) found.push(`I4: ${model.answering.length} calls of the model go on`);
    for (const [at, { ended, log }] of replicas.replicas.entries()) {
      if (ended()) found.push(`I5: replica ${at} has ended by itself`);
      if (/nhandled|uncaught/.test(log())) found.push(`I5: replica ${at}: ${/.*(?:nhandled|uncaught).*/.exec(log())?.[0]}`);
    }
    return { turns, events, held: { before, after }, faults: found };
  } finally {
    await replicas.close();
    await model.close();
    await redis.close();
    await endpoint.close();
  }
}
