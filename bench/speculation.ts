/**
 * What searching ahead saves with a hosted model: time to the first card and to the end, on against off.
 *
 * Method: a scripted OpenAI-compatible server on loopback paces its answers (300 ms to the first token, 50 tokens a second); it
 * searches, then shows cards, and shows cards at once where a search result already stands in the conversation. The whole BFF runs
 * in this process over the demo catalogue, once with SPECULATE=on and once with off; each question is a new conversation.
 *
 * Run: node bench/speculation.ts [rounds]
 */
import { demoItems } from '../src/demo/catalog/items.ts';
import { startTestBff } from '../src/testing/bff.ts';
import { adviser } from '../src/testing/scripted-model/adviser.ts';
import { paced } from '../src/testing/scripted-model/script.ts';
import { startScriptedModel } from '../src/testing/scripted-model/server.ts';

const QUESTIONS = ['rent a projector for 3 days', 'Halcyn cameras', '租一顶帐篷两天', '曜岚的相机', 'drones under 5000'];
const rounds = Number(process.argv[2] ?? 4);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(speculate: 'on' | 'off'): Promise<{ card: number; end: number; calls: number }> {
  const model = await startScriptedModel((request) => paced(adviser(request), 300, 20));
  const bff = await startTestBff({
    items: demoItems(),
    env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'paced', MODEL_FALLBACKS: '[]', SPECULATE: speculate },
  });
  const cards: number[] = [];
  const ends: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of QUESTIONS) {
      const began = performance.now();
      const response = await bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text }, locale: 'en' });
      let card: number | undefined;
      for await (const chunk of response.body ?? [])
        if (card === undefined && Buffer.from(chunk).includes('data-itemCard')) card = performance.now() - began;
      ends.push(performance.now() - began);
      if (card !== undefined) cards.push(card);
    }
  }
  const calls = model.requests.length / (rounds * QUESTIONS.length);
  await bff.close();
  await model.close();
  return { card: median(cards), end: median(ends), calls };
}

const off = await measure('off');
const on = await measure('on');
for (const [name, { card, end, calls }] of Object.entries({ off, on }))
  console.log(
    `SPECULATE=${name.padEnd(4)} first card ${card.toFixed(0)} ms   end ${end.toFixed(0)} ms   model calls per message ${calls.toFixed(2)}`,
  );
console.log(`on/off: first card ${(on.card / off.card).toFixed(2)}, end ${(on.end / off.end).toFixed(2)}`);
