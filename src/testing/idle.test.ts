import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHostedModel } from '../bff/model/hosted/hosted.ts';
import { startTestBff, type TestBff } from './bff.ts';
import { type FaultName, faults } from './scripted-model/faults.ts';
import { callTools, say } from './scripted-model/script.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model/server.ts';
import { shop } from './small-shop.ts';

/** Rounds of all that can happen to a turn, after as many that fill caches. */
const ROUNDS = 15;
/** How much more may be there afterwards (I4). */
const SHARE = 1.1;

/** Faults that end by themselves within a moment. */
const quick: readonly FaultName[] = ['bad_key', 'cut_mid_text', 'reset_mid_text', 'garbage', 'error_frame', 'bad_frames', 'length'];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let model: ScriptedModel;
let bff: TestBff;
beforeAll(async () => {
  model = await startScriptedModel(({ messages }) => {
    const words = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const fault = quick.find((name) => words.includes(name));
    if (fault) return faults[fault];
    if (words.includes('silent')) return faults.stall;
    const searched = messages.at(-1)?.role === 'tool';
    return searched
      ? say('Look: <itemCard id="solvik-r2-black"/>\nA light one.')
      : callTools([{ name: 'search_db', arguments: { query: 'camera' } }]);
  });
  bff = await startTestBff({
    items: shop,
    model: createHostedModel({ base_url: model.url, name: 'scripted', random: () => 0 }),
    env: { DISCONNECT_GRACE_MS: '0' },
  });
});
afterAll(async () => {
  await bff.close();
  await model.close();
});

const erase = async (conversation: string | null): Promise<void> => {
  await (await fetch(`${bff.url}/v1/conversations/${conversation}`, { method: 'DELETE' })).text();
};

/** A whole answer, each fault, a stop, a reader that leaves: and the shopper erases it all. */
async function round(): Promise<void> {
  for (const words of ['a camera', ...quick]) await erase((await bff.ask(words)).headers.get('aisle-conversation'));
  const ask = (signal?: AbortSignal) =>
    bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text: 'silent' }, locale: 'en' }, signal ? { signal } : {});
  const stopped = await ask();
  await bff.post(`/v1/conversations/${stopped.headers.get('aisle-conversation')}/stop`, {});
  await stopped.text();
  await erase(stopped.headers.get('aisle-conversation'));
  const leaving = new AbortController();
  const left = await ask(leaving.signal);
  leaving.abort();
  await left.text().catch(() => undefined);
  while (bff.turns.size > 0) await new Promise((resolve) => setImmediate(resolve));
  await erase(left.headers.get('aisle-conversation'));
}

/** What the process holds once nothing is under way. */
async function held(): Promise<{ timers: number; sockets: number; heap: number }> {
  while (model.answering.length > 0 || bff.turns.readers > 0) await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([1, 2, 3].map(() => new Promise((resolve) => setTimeout(resolve, 50))));
  collect();
  const resources = process.getActiveResourcesInfo();
  const of = (kind: RegExp): number => resources.filter((name) => kind.test(name)).length;
  return { timers: of(/Timeout/), sockets: of(/TCPSocket/), heap: process.memoryUsage().heapUsed };
}

it('I4: after answers, faults, stops and readers that left, no timer, no socket and no memory of them stays', async () => {
  for (let n = 0; n < ROUNDS; n += 1) await round();
  const before = await held();
  for (let n = 0; n < ROUNDS; n += 1) await round();
  const after = await held();
  expect(after.timers).toBeLessThanOrEqual(before.timers * SHARE + 1);
  // Connections kept for the next call, on both sides.
  expect(after.sockets).toBeLessThanOrEqual(before.sockets * SHARE + 2);
  expect(after.heap).toBeLessThan(before.heap * SHARE);
}, 120_000);
