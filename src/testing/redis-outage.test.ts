import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, outageOnce, type Stage, setStage, wrongWith } from './chaos.ts';
import { hasRedis, redisTests } from './redis.ts';

/** Points of a turn at which Redis goes. */
const POINTS = 20;
/** Milliseconds between two of them: together a whole turn with searches, from before its first entry to after its last. */
const APART_MS = 85;
/** Milliseconds for which it is gone, in turn. */
const LASTING = [100, 300, 700, 1500];

/** When Redis goes, milliseconds into the turns of three shoppers, and for how long. */
const OUTAGES = [
  ...Array.from({ length: POINTS - 1 }, (_, n) => ({ after: n * APART_MS, lasting: LASTING[n % LASTING.length] ?? 0 })),
  // Longer than a lease: nobody may take what its owner goes on with.
  { after: 700, lasting: 4000 },
];

/** A refusal may take a second; a busy machine is given more. */
const REFUSED_MS = 3000;

describe.skipIf(!hasRedis)(`Redis goes and comes back at ${POINTS} points under three replicas, ${redisTests}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 120_000);
  afterAll(() => stage.close());
  const urls = () => stage.replicas.replicas.map(({ url }) => url);
  const ready = (url: string) => fetch(`${url}/readyz`);
  const send = (url: string) =>
    fetch(`${url}/v1/chat`, {
      method: 'POST',
      body: JSON.stringify({ message: { id: crypto.randomUUID(), text: 'a camera' }, locale: 'en' }),
      headers: { 'content-type': 'application/json' },
    });

  it.each(OUTAGES)(
    'gone after $after ms for $lasting ms: every answer comes to its end and is kept, once',
    async ({ after, lasting }) => {
      const { seen, faults } = await outageOnce(stage, 3, after, lasting);
      expect(faults).toEqual([]);
      expect(seen.map(({ end }) => end)).toEqual(['ended', 'ended', 'ended']);
    },
    60_000,
  );

  it('meanwhile a new message is refused at once with a sentence and a time, readiness says why, the catalogue answers', async () => {
    await stage.redis.stop();
    for (const url of urls()) {
      const began = performance.now();
      const refused = await send(url);
      expect(performance.now() - began).toBeLessThan(REFUSED_MS);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ error: { code: 'unavailable', message: expect.stringMatching(/adviser/) } });
      const state = await ready(url);
      expect(state.status).toBe(503);
      expect(await state.json()).toMatchObject({ reasons: ['run store does not answer'] });
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(`${url}/v1/items?ids=solvik-r2-black`)).status).toBe(200);
    }
    await stage.redis.start();
    for (const url of urls()) while ((await ready(url)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
  }, 60_000);

  it('replicas that start without Redis are up, not ready, and answer once it is there', async () => {
    await stage.redis.stop();
    await stage.replicas.restart(0);
    expect((await ready(urls()[0] ?? '')).status).toBe(503);
    await stage.redis.start();
    const seen = await ask(urls()[0] ?? '', 'a camera');
    expect(await wrongWith(stage.replicas.url, seen)).toEqual([]);
  }, 60_000);

  it('none of them ended, and none left a rejection unheard', () => {
    for (const { log } of stage.replicas.replicas) expect(log()).not.toMatch(/Unhandled|unhandled|triggerUncaughtException/);
  });
});
