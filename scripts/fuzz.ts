/**
 * `npm run fuzz [-- <streams> <seed>]`: draws streams from the guard's grammar, cuts each at random places, and demands that no
 * card names an id outside the ledger, that the cut run equals the uncut one, and that time stays linear. Default 100 000
 * streams; a failure prints the stream and the seed, and the exit code is 1.
 */

import { cutBy, pieces } from '../src/bff/guard/grammar.ts';
import { runGuard } from '../src/bff/guard/testing.ts';
import { directiveNames } from '../src/protocol/directives.ts';

const [streams = 100_000, firstSeed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const ids = ['a', 'b'];
const raw = new RegExp(`<[\\s/]*(?:${directiveNames.join('|')})`, 'i');

let state = firstSeed >>> 0;
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

function fail(what: string, text: string): never {
  console.error(`${what}\nseed ${firstSeed}\nstream ${JSON.stringify(text)}`);
  process.exit(1);
}

let cards = 0;
let characters = 0;
const started = performance.now();
for (let n = 0; n < streams; n++) {
  const text = Array.from({ length: 1 + random(30) }, () => pieces[random(pieces.length)]).join('');
  const locale = n % 2 ? 'en' : 'zh-CN';
  const whole = runGuard([text], { ids, locale });
  const cut = runGuard(cutBy(text, [1 + random(3), 1 + random(9), 1 + random(2)]), { ids, locale });
  if (JSON.stringify(whole.parts) !== JSON.stringify(cut.parts)) fail('the cut changed the outcome', text);
  for (const directive of whole.directives) {
    cards++;
    const named =
      'id' in directive
        ? [directive.id]
        : 'ids' in directive
          ? directive.ids
          : 'members' in directive
            ? directive.members.map(({ id }) => id)
            : [];
    if (named.some((id) => !ids.includes(id))) fail('an ungrounded card', text);
  }
  if (!/[`~]/.test(text) && raw.test(whole.text)) fail('a directive was shown raw', text);
  characters += text.length;
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${streams} streams, ${characters} characters, ${cards} cards, 0 ungrounded, 0 cuts that changed anything, ${seconds.toFixed(1)} s, seed ${firstSeed}`,
);

/** Hostile repetition: twice the text may take about twice the time. */
const repeated = [
  '<',
  '<itemCard id="',
  '<itemCard ',
  '<askCard>',
  '<think>',
  '`',
  '[',
  '](',
  '![',
  '<|',
  '¥',
  '¥1,',
  '1 ',
  '一',
  '免',
  'no ',
  'we ',
  '保证',
  '\u200B',
  '*',
  '<a ',
  'https://',
  '\n```',
  '[TOOL_CALLS]{',
  // A report of a search and a product's name, in sentences that never end.
  'I searched ',
  '我查了',
  'the Sony A7 ',
];
for (const piece of repeated) {
  const time = (size: number): number => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    const before = process.cpuUsage();
    runGuard(cutBy(text, [size > 100_000 ? 4096 : 64]), { ids });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  time(10_000);
  const small = time(32_000);
  const large = time(128_000);
  if (large > 8 * Math.max(small, 10)) fail(`not linear: ${small.toFixed(0)} ms for 32 kB, ${large.toFixed(0)} ms for 128 kB`, piece);
}
console.log(`${repeated.length} hostile repetitions in linear time`);
