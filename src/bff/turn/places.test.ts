import { afterEach, describe, expect, it } from 'vitest';
import { readStream, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { createPlaces } from './places.ts';

let bff: TestBff;
afterEach(() => bff?.close());

const question = () => ({ message: { id: crypto.randomUUID(), text: 'hello there' }, locale: 'en' });

/** A BFF with few places whose turns wait for a word of the test. */
async function start(options: { most_turns?: number; most_readers?: number; lag_ms?: () => number }) {
  const gate = Promise.withResolvers<void>();
  const waiting: ScriptedStep = async function* () {
    await gate.promise;
    yield* says('Hello.');
  };
  const model = scriptedPort([waiting]);
  bff = await startTestBff({ items: [anItem({ id: 'a' })], model, parts: { places: createPlaces({ lag_ms: () => 0, ...options }) } });
  return { model, go: gate.resolve };
}

describe('places', () => {
  it('a full process refuses the next message with a sentence and a time, asks no model, and what runs goes on', async () => {
    const { model, go } = await start({ most_turns: 3 });
    const running = await Promise.all([0, 1, 2].map(() => bff.post('/v1/chat', question())));
    const refused = await Promise.all(Array.from({ length: 20 }, () => bff.post('/v1/chat', question())));
    for (const response of refused) {
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({
        error: { code: 'unavailable', reason: 'full', message: expect.stringMatching(/again/) },
      });
    }
    go();
    for (const response of running) expect((await readStream(response)).done).toBe(true);
    expect(model.requests).toHaveLength(3);
  });

  it('a refused message is not used up, and a place is free again once a turn has ended', async () => {
    const { go } = await start({ most_turns: 1 });
    const first = await bff.post('/v1/chat', question());
    const second = question();
    expect((await bff.post('/v1/chat', second)).status).toBe(503);
    go();
    await first.text();
    expect((await readStream(await bff.post('/v1/chat', second))).done).toBe(true);
  });

  it('a message sent again is read where there is no place for a new one', async () => {
    const { go } = await start({ most_turns: 1 });
    const body = question();
    const both = [await bff.post('/v1/chat', body), await bff.post('/v1/chat', body)];
    go();
    const [one, other] = await Promise.all(both.map(readStream));
    expect(one?.body).toBe(other?.body);
  });

  it('a message refused by a limit gives its place back', async () => {
    bff = await startTestBff({
      items: [anItem({ id: 'a' })],
      model: scriptedPort([says('Hello.')]),
      env: { RATE_LIMIT: '1' },
      parts: { places: createPlaces({ lag_ms: () => 0, most_turns: 1 }) },
    });
    const first = await readStream(await bff.post('/v1/chat', question()));
    const again = { ...question(), conversation_id: first.headers.get('aisle-conversation') };
    for (let n = 0; n < 3; n += 1) expect((await bff.post('/v1/chat', { ...again, message: question().message })).status).toBe(429);
    expect((await bff.post('/v1/chat', question())).status).toBe(200);
  });

  it('a loop that is late lets nobody new in until it has caught up', async () => {
    let lag = 101;
    const { go } = await start({ lag_ms: () => lag });
    go();
    expect((await bff.post('/v1/chat', question())).status).toBe(503);
    lag = 99;
    expect((await readStream(await bff.post('/v1/chat', question()))).done).toBe(true);
  });

  it('more readers than there is room for are refused, and the turn goes on for the others', async () => {
    const { go } = await start({ most_readers: 2 });
    const first = await bff.post('/v1/chat', question());
    const route = `/v1/conversations/${first.headers.get('aisle-conversation')}/stream`;
    const second = await bff.get(route);
    expect((await bff.get(route)).status).toBe(503);
    go();
    const [one, other] = await Promise.all([readStream(first), readStream(second)]);
    expect(one?.body).toBe(other?.body);
    expect((await bff.get(route)).status).toBe(200);
  });

  it('the turn of a replica that died has a place whatever is running', () => {
    const places = createPlaces({ lag_ms: () => 1000, most_turns: 0 });
    expect(places.take()).toBeNull();
    expect(places.takeOver()).toBeTypeOf('function');
  });
});
