import type { Frame } from '../protocol/frames.ts';
import { createClient } from '../widget/api/client.ts';
import { ApiError } from '../widget/api/errors.ts';
import { createHttp } from '../widget/api/http.ts';
import { followRun } from '../widget/api/run.ts';
import { emptyConversation } from '../widget/stores/model.ts';
import { reduce } from '../widget/stores/reduce.ts';
import { importInto } from './catalogs.ts';
import { hasPostgres, startPostgres } from './postgres.ts';
import { quickClock } from './quick-clock.ts';
import { hasRedis, startRedis, type TestRedis } from './redis.ts';
import { type Replicas, startReplicas } from './replicas.ts';
import { callTools, paced, say } from './scripted-model/script.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model/server.ts';
import { shop } from './small-shop.ts';

/** Pieces of a whole answer, and the time between two of them. */
const PIECES = 60;
const BETWEEN_MS = 15;
const FIRST_MS = 40;
/** Between two pieces for a question that asks to be answered slowly. */
const SLOWLY_MS = 100;
/** Longest wait of a shopper's client between two tries: a shorter one than the widget's, to see more. */
const RETRY_MS = 300;
/** Tries to send a question that no replica has taken. */
const MOST_TRIES = 20;

const SITE = 'pk_demo';

const letters = (n: number): string => String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26));
/** Words of an answer: each stands in it once, so that one said twice or left out is seen. */
const words = Array.from({ length: PIECES }, (_, n) => `lor${letters(n)}`);
/** The whole answer to any question. */
export const wholeAnswer = words.join(' ');

/** How many times the scripted model searches before it answers: as many as the question has stars. */
const stepsOf = (question: string): number => question.split('*').length - 1;

const isSlow = (message: { readonly content: string | null } | undefined): boolean => message?.content?.includes('slowly') ?? false;

/** A model that searches some times with different words and then says the whole answer, at a speaking pace, or slowly where that is asked for. */
export function startPacedModel(): Promise<ScriptedModel> {
  return startScriptedModel(({ messages }) => {
    const asked = messages.findLastIndex(({ role }) => role === 'user');
    const searched = messages.slice(asked).filter(({ role }) => role === 'tool').length;
    const query = ['camera', 'light camera', 'tripod', 'lens'][searched % 4] ?? 'camera';
    return searched < stepsOf(messages[asked]?.content ?? '')
      ? paced(callTools([{ name: 'search_db', arguments: { query } }]), FIRST_MS, BETWEEN_MS)
      : paced(say(words.map((word, n) => (n === 0 ? word : ` ${word}`))), FIRST_MS, isSlow(messages[asked]) ? SLOWLY_MS : BETWEEN_MS);
  });
}

/** What one shopper saw of one turn. */
export interface Seen {
  readonly conversation_id: string;
  readonly run_id: string;
  /** Text of the answer as the widget would show it. */
  readonly text: string;
  readonly end: string;
  readonly resets: number;
  /** Longest time without a frame, milliseconds. */
  readonly gap_ms: number;
  readonly frames: readonly Frame[];
}

const clock = quickClock(RETRY_MS, true);

/** A shopper with the widget's own reader of runs: asks, reads on over as many connections as it takes, tells what was seen. */
export async function ask(url: string, text: string, onFrame: (frame: Frame) => void = () => undefined): Promise<Seen> {
  const client = createClient(createHttp({ api: url, site: SITE, token: () => undefined, fetch }));
  const message = { id: crypto.randomUUID(), text };
  const body = JSON.stringify({ message, locale: 'en' });
  const frames: Frame[] = [];
  let [gap_ms, last, end] = [0, performance.now(), 'refused'];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const run = followRun({ kind: 'ask', body }, { client, clock, signal: new AbortController().signal });
      for (;;) {
        const step = await run.next();
        if (step.done) {
          end = step.value;
          break;
        }
        if (step.value.kind !== 'frame') continue;
        const now = performance.now();
        gap_ms = Math.max(gap_ms, now - last);
        last = now;
        frames.push(step.value.frame);
        onFrame(step.value.frame);
      }
      break;
    } catch (error) {
      // No replica has taken it: what the widget shows as "try again", with the same message.
      if (!(error instanceof ApiError) || frames.length > 0) throw error;
      await clock.sleep(RETRY_MS, new AbortController().signal);
    }
  }
  const shown = reduce(reduce(emptyConversation, { type: 'asked', ...message }), { type: 'frames', frames });
  const answer = shown.messages.at(-1);
  const start = frames.find((frame) => frame.type === 'start');
  return {
    conversation_id: start?.messageMetadata.conversation_id ?? '',
    run_id: start?.messageMetadata.run_id ?? '',
    text: answer?.role === 'adviser' ? answer.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('') : '',
    end,
    resets: frames.filter((frame) => frame.type === 'reset-step').length,
    gap_ms,
    frames,
  };
}

/** What is wrong with what a shopper saw and what the conversation keeps; empty: nothing. */
export async function wrongWith(url: string, seen: Seen): Promise<string[]> {
  const faults: string[] = [];
  if (seen.end !== 'ended') faults.push(`ended as ${seen.end}`);
  if (seen.text !== wholeAnswer) faults.push(`text is "${seen.text}"`);
  const load = () => fetch(`${url}/v1/conversations/${seen.conversation_id}?locale=en`, { headers: { 'aisle-site': SITE } });
  let response = await load();
  // The proxy still tries the one that was killed.
  while (response.status === 502) response = await load();
  const kept = (await response.json()) as {
    messages?: { role: string; parts: { type: string; text?: string }[] }[];
    running?: unknown;
  };
  const answers = (kept.messages ?? []).filter(({ role }) => role === 'assistant');
  if (answers.length !== 1) faults.push(`${answers.length} turns kept`);
  const text = answers.map(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : '')).join('')).join('|');
  if (text !== wholeAnswer) faults.push(`kept text is "${text}"`);
  if (kept.running) faults.push('still running');
  return faults;
}

/** Everything a run of chaos needs: Redis, a scripted model, replicas behind a proxy. */
export interface Stage {
  readonly redis: TestRedis;
  readonly model: ScriptedModel;
  readonly replicas: Replicas;
  close(): Promise<void>;
}

/** @param postgres keeps the catalogue in a PostgreSQL of this run instead of a file, where one is installed. */
export async function setStage(env: Readonly<Record<string, string>> = {}, { postgres = false } = {}): Promise<Stage> {
  if (!hasRedis) throw new Error('no redis-server on this machine: install the package redis-server');
  const redis = await startRedis();
  const model = await startPacedModel();
  const server = postgres && hasPostgres ? await startPostgres() : undefined;
  const catalogUrl = await server?.database();
  if (catalogUrl) await importInto(catalogUrl, shop);
  const replicas = await startReplicas({ count: 3, items: shop, catalogUrl, redisUrl: redis.url, modelUrl: model.url, env });
  return {
    redis,
    model,
    replicas,
    async close() {
      await replicas.close();
      await model.close();
      await redis.close();
      server?.remove();
    },
  };
}

/** What one kill came to. */
export interface Killed {
  readonly seen: readonly Seen[];
  readonly faults: readonly string[];
  /** Milliseconds from the kill until the killed replica's calls of the model were closed. */
  readonly orphans_ms: number;
  /** Resolves when a new process has taken its place. */
  readonly restarted: Promise<void>;
}

/** Several shoppers ask at once, all on one replica; after `after_ms` it is killed; the others bring every answer to its end. */
export async function killOnce({ replicas, model }: Stage, victim: number, shoppers: number, after_ms: number): Promise<Killed> {
  replicas.prefer(victim);
  const asked = Array.from({ length: shoppers }, (_, n) => ask(replicas.url, `a camera ${'*'.repeat(n % 3)}`));
  await new Promise((resolve) => setTimeout(resolve, after_ms));
  replicas.prefer(undefined);
  // All that is being said now is said to the victim; what others ask for after its death is theirs.
  const calls = model.answering;
  const killedAt = performance.now();
  await replicas.replicas[victim]?.kill();
  await Promise.all(calls);
  const orphans_ms = performance.now() - killedAt;
  const seen = await Promise.all(asked);
  const faults = (await Promise.all(seen.map((each) => wrongWith(replicas.url, each)))).flat();
  if (orphans_ms > 2000) faults.push(`an upstream call outlived its replica for ${Math.round(orphans_ms)} ms`);
  if (model.answering.length > 0) faults.push(`${model.answering.length} upstream calls go on after every answer has ended`);
  return { seen, faults, orphans_ms, restarted: replicas.restart(victim) };
}

/** Shoppers ask through all replicas; after `after_ms` Redis is killed for `for_ms`; every answer comes to its end and is kept. */
export async function outageOnce(
  { replicas, redis }: Stage,
  shoppers: number,
  after_ms: number,
  for_ms: number,
): Promise<Pick<Killed, 'seen' | 'faults'>> {
  const asked = Array.from({ length: shoppers }, (_, n) => ask(replicas.url, `a camera ${'*'.repeat(n % 3)}`));
  await new Promise((resolve) => setTimeout(resolve, after_ms));
  await redis.stop();
  await new Promise((resolve) => setTimeout(resolve, for_ms));
  await redis.start();
  const back = performance.now();
  const ready = async (): Promise<boolean> =>
    (await Promise.all(replicas.replicas.map(({ url }) => fetch(`${url}/readyz`)))).every(({ ok }) => ok);
  while (!(await ready()) && performance.now() - back < 10_000) await new Promise((resolve) => setTimeout(resolve, 20));
  const faults: string[] = [];
  if (performance.now() - back > 5000) faults.push(`ready again only after ${Math.round(performance.now() - back)} ms`);
  const seen = await Promise.all(asked);
  for (const each of seen) {
    // The turn may have ended while Redis was gone; it is kept a moment after the return.
    let wrong = await wrongWith(replicas.url, each);
    while (wrong.length > 0 && performance.now() - back < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      wrong = await wrongWith(replicas.url, each);
    }
    faults.push(...wrong);
  }
  return { seen, faults };
}
