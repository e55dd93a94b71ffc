/**
 * What speculation saves: the planner's own search runs while the hosted model is being asked, and its result is offered to
 * the model as a search that was made.
 *
 * Method: the whole BFF on a socket of this process over the demo catalogue, with a paced model in its place: 300 ms to the
 * first token, then 50 tokens a second. Asked without a result it calls `search_db` (25 tokens of arguments) and answers in
 * a second call; given one it answers at once. Its answer is 60 tokens with three cards, the first after 12. Each question
 * is asked with `SPECULATE` off and on, in turn. Printed: milliseconds from the request to the first card and to the end.
 *
 * Run: node bench/speculation.ts [rounds]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchResult } from '../src/bff/catalog/engine.ts';
import type { ModelEvent, ModelMessage, ModelPort } from '../src/bff/model/port.ts';
import { demoItems } from '../src/demo/catalog/items.ts';
import { startTestBff } from '../src/testing/bff.ts';

const FIRST_TOKEN_MS = 300;
const TOKEN_MS = 20;
const CALL_TOKENS = 25;
const ANSWER_TOKENS = 60;
const FIRST_CARD_AT = 12;

const QUESTIONS: readonly (readonly [string, object])[] = [
  ['想租个相机，一天200以内', { product_types: ['相机'], offer_kind: 'lease', price_range: { max: '200', basis: 'day' } }],
  ['免押的帐篷', { product_types: ['帐篷'], deposit_free: true }],
  ['a drone for a week', { product_types: ['drone'], rental_days: 7, offer_kind: 'lease' }],
  ['waterproof tent for 4 people', { product_types: ['tent'], key_features: ['waterproof'] }],
];

/** Ids that searches of this turn returned. */
function foundIds(messages: readonly ModelMessage[]): string[] {
  const since = messages.slice(messages.findLastIndex((message) => message.role === 'user') + 1);
  return since.flatMap((message) =>
    message.role === 'tool' && message.name === 'search_db' && message.data
      ? (message.data as SearchResult).items.slice(0, 3).map((item) => item.id)
      : [],
  );
}

/** A hosted model as it is paced; it knows nothing but what it is sent. */
const paced: ModelPort = {
  name: 'paced',
  async *stream({ messages }, signal): AsyncGenerator<ModelEvent> {
    await sleep(FIRST_TOKEN_MS, undefined, { signal });
    const ids = foundIds(messages);
    const asked = messages.findLast((message) => message.role === 'user')?.text;
    if (ids.length === 0) {
      const args = QUESTIONS.find(([question]) => question === asked)?.[1] ?? { query: asked };
      await sleep(CALL_TOKENS * TOKEN_MS, undefined, { signal });
      yield { type: 'call', call: { id: crypto.randomUUID(), name: 'search_db', arguments: JSON.stringify(args) } };
      yield { type: 'finish', reason: 'calls' };
      return;
    }
    for (let token = 1; token <= ANSWER_TOKENS; token++) {
      await sleep(TOKEN_MS, undefined, { signal });
      const id = token % FIRST_CARD_AT === 0 ? ids[token / FIRST_CARD_AT - 1] : undefined;
      yield { type: 'text', text: id === undefined ? 'word ' : `<itemCard id="${id}"/>` };
    }
    yield { type: 'finish', reason: 'stop' };
  },
};

/** A hosted model is configured, without which nothing is looked up ahead; the paced one answers in its place. */
const hosted = { MODEL_BASE_URL: 'http://127.0.0.1:9/v1', MODEL_NAME: 'paced', MODEL_FALLBACKS: '[]' };

const rounds = Number(process.argv[2] ?? 3);
const items = demoItems();
const results = new Map<string, { card: number[]; whole: number[] }>();
const shops = {
  off: await startTestBff({ items, model: paced, env: { ...hosted, SPECULATE: 'off' } }),
  on: await startTestBff({ items, model: paced, env: { ...hosted, SPECULATE: 'on' } }),
};

for (let round = 0; round < rounds; round++)
  for (const [text] of QUESTIONS)
    for (const [mode, shop] of Object.entries(shops)) {
      const began = performance.now();
      const response = await shop.post('/v1/chat', { message: { id: crypto.randomUUID(), text }, locale: 'en' });
      let card: number | undefined;
      for await (const chunk of response.body ?? [])
        if (card === undefined && Buffer.from(chunk).includes('data-itemCard')) card = performance.now() - began;
      const result = results.get(mode) ?? { card: [], whole: [] };
      if (card !== undefined) result.card.push(card);
      result.whole.push(performance.now() - began);
      results.set(mode, result);
    }
for (const shop of Object.values(shops)) await shop.close();

const median = (values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(0);
for (const [mode, { card, whole }] of results)
  console.log(`SPECULATE=${mode.padEnd(3)}  first card p50 ${median(card)} ms   finish p50 ${median(whole)} ms   n ${whole.length}`);
