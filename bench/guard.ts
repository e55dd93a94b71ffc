/**
 * What the guard costs. Method: one process, one run; an answer of prose in both languages, prices and cards is cut as tokenizers
 * cut. (1) CPU of the guard over a 64 KiB answer, written whole and token by token. (2) The same tokens through
 * an async pipe (generator → JSON frame → byte count) with and without the guard, alternating; the difference of the medians
 * divided by the tokens. (3) How many characters the guard held back after each token: `npm run bench:guard` or
 * `node bench/guard.ts`.
 */
import type { Guard } from '../src/bff/guard/events.ts';
import { createGuard } from '../src/bff/guard/guard.ts';
import { recitalOf } from '../src/bff/guard/prose/recital.ts';
import { LINK_HOST, testEvidence } from '../src/bff/guard/testing.ts';

/** As long as a real prompt: an answer is watched for reciting it. */
const instructions = recitalOf('Search the catalogue with search_db, look at the result, then answer or search again. '.repeat(40));
const SIZE = 64 * 1024;
const ROUNDS = 15;
const english =
  'The Alder 30 is the lighter of the two: it keeps focus on moving children, and its battery lasts a full day. It rents for $40 per day. ';
const chinese = '这款更轻,夜里拍星星也更干净,一个人带着走不累。日租¥99,三天起租,押金以店铺说明为准。第二款画面更亮,适合白天用。';
const card = '<itemCard id="a" reason="light and bright"/>\n\n';

function answer(bytes: number): string {
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < bytes; i++) text += i % 12 === 11 ? card : i % 2 ? chinese : english;
  return text;
}

/** As tokenizers cut: a word with its blank (long ones in two), up to three digits, one or two Han characters, marks. */
function tokens(text: string): string[] {
  return text.match(/ ?[A-Za-z]{1,8}|\d{1,3}|\p{Script=Han}{1,2}|\s+|./gsu) ?? [];
}

const newGuard = (): Guard =>
  createGuard({
    instructions,
    evidence: testEvidence({ ids: ['a'], shopper: ['under $40 or ¥99'] }),
    locale: 'zh-CN',
    linkHosts: new Set([LINK_HOST]),
  });

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function pipe(chunks: readonly string[], guard: Guard | null): Promise<number> {
  async function* source() {
    yield* chunks;
  }
  const started = process.cpuUsage();
  let bytes = 0;
  const send = (delta: string) => {
    bytes += Buffer.byteLength(JSON.stringify({ type: 'text-delta', id: 't', delta }));
  };
  for await (const chunk of source()) {
    if (!guard) send(chunk);
    else for (const event of guard.write(chunk)) if (event.type === 'text') send(event.text);
  }
  guard?.end();
  if (bytes === 0) throw new Error('nothing was sent');
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

const text = answer(SIZE);
const cut = tokens(text);
const whole: number[] = [];
const stepwise: number[] = [];
const bare: number[] = [];
const guarded: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const one = newGuard();
  whole.push(cpu(() => [...one.write(text), ...one.end()]));
  const two = newGuard();
  stepwise.push(
    cpu(() => {
      for (const chunk of cut) two.write(chunk);
      two.end();
    }),
  );
  bare.push(await pipe(cut, null));
  guarded.push(await pipe(cut, newGuard()));
}

const held: number[] = [];
const guard = newGuard();
let sent = 0;
let shown = 0;
for (const chunk of cut) {
  if (chunk.includes('<')) continue;
  sent += chunk.length;
  for (const event of guard.write(chunk)) if (event.type === 'text') shown += event.text.length;
  held.push(Math.max(0, sent - shown));
}
held.sort((a, b) => a - b);
const at = (share: number): number => held[Math.floor(held.length * share)] ?? 0;

console.log(`answer: ${(Buffer.byteLength(text) / 1024).toFixed(0)} KiB, ${cut.length} tokens`);
console.log(`CPU, written whole:     ${median(whole).toFixed(1)} ms (must be under 50)`);
console.log(`CPU, token by token:    ${median(stepwise).toFixed(1)} ms (must be under 50)`);
console.log(`pipe without guard:     ${(median(bare) / cut.length).toFixed(2)} µs per token`);
console.log(`pipe with guard:        ${(median(guarded) / cut.length).toFixed(2)} µs per token`);
console.log(`guard adds:             ${((median(guarded) - median(bare)) / cut.length).toFixed(2)} µs per token (must be at most 1.5)`);
console.log(`held back after a token: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${held.at(-1)} characters (p99 must be at most 40)`);
