import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../protocol/frames.ts';
import { createClient } from '../widget/api/client.ts';
import type { Clock } from '../widget/api/clock.ts';
import { createHttp } from '../widget/api/http.ts';
import { followRun, type RunEnd } from '../widget/api/run.ts';
import { emptyConversation } from '../widget/stores/model.ts';
import { reduce } from '../widget/stores/reduce.ts';
import { callsTool, readStream, says, scriptedPort, startTestBff, type TestBff } from './bff.ts';
import { shop } from './small-shop.ts';

/** Cuts in all, one to five in each run. */
const CUTS = 1000;

/** Waits for nothing: what is tested is where a reader goes on, not when. */
const clock: Clock = { sleep: async () => undefined, within: (_, read) => read, online: () => true, random: () => 0 };

/** A connection that breaks after so many bytes; `clean` looks to the reader like an end. */
function breaking(response: Response, bytes: number, clean: boolean): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      if (value.length < left) {
        left -= value.length;
        return controller.enqueue(value);
      }
      if (left > 0) controller.enqueue(value.slice(0, left));
      await reader.cancel();
      if (clean) controller.close();
      else controller.error(new TypeError('cut'));
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

interface Cut {
  readonly bytes: number;
  readonly clean: boolean;
}

async function follow(url: string, body: string, cuts: readonly Cut[]): Promise<{ frames: Frame[]; end: RunEnd; cut: number }> {
  const left = [...cuts];
  const cutting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const next = response.ok ? left.shift() : undefined;
    return next ? breaking(response, next.bytes, next.clean) : response;
  };
  const client = createClient(createHttp({ api: url, site: 'pk_demo', token: () => undefined, fetch: cutting }));
  const run = followRun({ kind: 'ask', body }, { client, clock, signal: new AbortController().signal });
  const frames: Frame[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { frames, end: step.value, cut: cuts.length - left.length };
    if (step.value.kind === 'fault') throw new Error('a frame could not be read');
    if (step.value.kind === 'frame') frames.push(step.value.frame);
  }
}

const WORDS = ['A light one, ', '轻便的，', 'for night skies — ', '夜里也好。', '\n\n- **390 g**\n', '😀 '];

describe('a run whose connection breaks again and again, at the real BFF', () => {
  let bff: TestBff;
  beforeAll(async () => {
    const talk = Array.from({ length: 60 }, (_, n) => WORDS[n % WORDS.length] ?? '');
    bff = await startTestBff({
      items: shop,
      model: scriptedPort([
        ({ messages }) =>
          messages.some(({ role }) => role === 'tool')
            ? (async function* () {
                // Comes in pieces, so that cuts fall into the live stream and not only into what is kept of it.
                for (const event of says('Look: ', '<itemCard id="solvik-r2-black"/>\n', ...talk)) {
                  await new Promise((resolve) => setImmediate(resolve));
                  yield event;
                }
              })()
            : callsTool('search_db', { query: 'camera' }),
      ]),
    });
  });
  afterAll(() => bff.close());

  it(`shows after ${CUTS} random cuts what it shows without any: each frame once, in order`, async () => {
    const cuts = fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 12_000 }), clean: fc.boolean() }), { minLength: 1, maxLength: 5 });
    let made = 0;
    for (const [seed, planned] of fc.sample(cuts, { numRuns: CUTS, seed: 5 }).entries()) {
      if (made >= CUTS) break;
      const message = { id: crypto.randomUUID(), text: 'a camera' };
      const body = JSON.stringify({ message, locale: 'en' });
      const { frames, end, cut } = await follow(bff.url, body, planned);
      made += cut;
      // The same request again is the same turn, whole and over one connection.
      const uncut = (await readStream(await bff.post('/v1/chat', JSON.parse(body)))).received.map(({ frame }) => frame);
      expect(end, `run ${seed}`).toBe('ended');
      expect(frames, `run ${seed}`).toEqual(uncut);
      const transcript = (of: readonly Frame[]) =>
        reduce(reduce(emptyConversation, { type: 'asked', ...message }), { type: 'frames', frames: of });
      expect(transcript(frames)).toEqual(transcript(uncut));
    }
    expect(made).toBeGreaterThanOrEqual(CUTS);
  }, 120_000);
});
