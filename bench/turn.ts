/**
 * A whole turn of the built-in planner over the demo shop: from the request to the last frame, over a real socket.
 *
 * Method: the BFF is composed as `npm start` does, in this process, with the demo catalogue in a file. Each question of
 * the list is asked in a new conversation, rounds times, one after another; a warm-up round is not counted. Beside it, in
 * the same run, a `/healthz` request stands for what a request costs at all.
 *
 * Run: node bench/turn.ts [rounds]
 */
import { demoItems } from '../src/demo/catalog/items.ts';
import { startTestBff } from '../src/testing/bff.ts';

const QUESTIONS = [
  '想租一台轻便的相机去西藏拍星空',
  '300元以内一天的投影仪，租3天',
  '免押的帐篷',
  '有没有降噪的音箱',
  '最便宜的无人机',
  'a light camera for night skies',
  'rent a projector for a week, no deposit',
  'a stroller under 2000',
  'laptop with at least 32 GB of memory',
  'hello',
];

const rounds = Number(process.argv[2] ?? 30);
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

const bff = await startTestBff({ items: demoItems() });
const turns: number[] = [];
const firstCards: number[] = [];
const bare: number[] = [];

async function ask(text: string): Promise<{ whole: number; card: number | undefined }> {
  const began = performance.now();
  const response = await bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text }, locale: 'zh-CN' });
  let card: number | undefined;
  for await (const chunk of response.body ?? [])
    if (card === undefined && Buffer.from(chunk).includes('data-itemCard')) card = performance.now() - began;
  return { whole: performance.now() - began, card };
}

for (let round = -1; round < rounds; round += 1) {
  for (const question of QUESTIONS) {
    const { whole, card } = await ask(question);
    const began = performance.now();
    await (await bff.get('/healthz')).text();
    if (round < 0) continue;
    bare.push(performance.now() - began);
    turns.push(whole);
    if (card !== undefined) firstCards.push(card);
  }
}
await bff.close();

const row = (name: string, values: readonly number[]): string =>
  `${name.padEnd(28)} p50 ${at(sorted(values), 0.5).toFixed(1)} ms   p99 ${at(sorted(values), 0.99).toFixed(1)} ms   n ${values.length}`;
console.log(row('planner turn, whole', turns));
console.log(row('planner turn, first card', firstCards));
console.log(row('GET /healthz, same run', bare));
console.log(`ratio to /healthz, p50: ${(at(sorted(turns), 0.5) / at(sorted(bare), 0.5)).toFixed(1)}`);
