import { afterEach, describe, expect, it } from 'vitest';
import { framesOf, readStream, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff, textOf } from './bff.ts';
import { anItem } from './items.ts';

const DAY = 86_400_000;
let bff: TestBff;
afterEach(() => bff.close());

describe.each([1, -1])('the wall clock moved by %d day in the middle of a turn', (days) => {
  it('ends no turn, loses no reader, forgets no run and no conversation', async () => {
    let moved = 0;
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const step: ScriptedStep = async function* () {
      yield { type: 'text', text: 'Before. ' };
      reached.resolve();
      await gate.promise;
      yield* says('After.');
    };
    bff = await startTestBff({ items: [anItem({ id: 'a' })], model: scriptedPort([step]), parts: { now: () => Date.now() + moved } });
    const body = { message: { id: crypto.randomUUID(), text: 'hello there' }, locale: 'en' };
    const asked = await bff.post('/v1/chat', body);
    await reached.promise;
    moved = days * DAY;
    const route = `/v1/conversations/${asked.headers.get('aisle-conversation')}`;
    const joined = await bff.get(`${route}/stream`);
    gate.resolve();
    const [first, second] = await Promise.all([readStream(asked), readStream(joined)]);
    for (const stream of [first, second]) {
      expect(textOf(stream)).toBe('Before. After.');
      expect(framesOf(stream, 'finish')).toHaveLength(1);
      expect(stream.received.map(({ id }) => id)).toEqual(stream.received.map((_, n) => n + 1));
    }
    // What ended before the clock moved back is kept as long as what ended after.
    moved = 0;
    expect((await readStream(await bff.get(`${route}/stream`))).received).toHaveLength(first.received.length);
    expect((await readStream(await bff.post('/v1/chat', body))).body).toBe(first.body);
    expect((await bff.get(route)).status).toBe(200);
  });
});
