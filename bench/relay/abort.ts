import { createHostedModel } from '../../src/bff/model/hosted/hosted.ts';
import { faults } from '../../src/testing/scripted-model/faults.ts';
import { startScriptedModel } from '../../src/testing/scripted-model/server.ts';

// From aborting a model call in the middle of its text to the upstream seeing its socket closed, over 200 trials, both ends
// in this process: node bench/relay/abort.ts
const trials = 200;
const upstream = await startScriptedModel([faults.stall]);
const model = createHostedModel({ base_url: upstream.url, name: 'bench' });
const question = { messages: [{ role: 'user', text: 'hi' }], tools: [], max_output_tokens: 100, facts: { locale: 'en' } } as const;

async function trial(): Promise<number> {
  const abort = new AbortController();
  let begun = 0;
  try {
    for await (const _ of model.stream(question, abort.signal)) {
      begun = performance.now();
      abort.abort();
    }
  } catch {
    // The abort, as asked for.
  }
  await upstream.allClosed();
  return performance.now() - begun;
}

const times: number[] = [];
for (let n = 0; n < trials; n += 1) times.push(await trial());
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.ceil(trials * share) - 1] ?? Number.NaN).toFixed(2);
console.log(`abort to upstream socket closed, ${trials} trials: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
await upstream.close();
