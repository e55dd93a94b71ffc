import { describe, expect, it } from 'vitest';
import { createFallback } from './fallback.ts';
import { listen, smallRequest } from './hosted/testing.ts';
import { type ModelEvent, ModelFailure, type ModelPort } from './port.ts';

/** A model that says these things and then throws, or ends. */
function model(name: string, events: readonly ModelEvent[], failure?: unknown): ModelPort & { calls: number } {
  return {
    name,
    calls: 0,
    async *stream() {
      this.calls += 1;
      yield* events;
      if (failure) throw failure;
    },
  };
}

const text = (words: string): ModelEvent => ({ type: 'text', text: words });
const done: ModelEvent = { type: 'finish', reason: 'stop' };
const busy = new ModelFailure('busy', 'status 429', { retry_after: 60 });

describe('a fallback', () => {
  it('asks only the first model while it answers', async () => {
    const second = model('second', [text('no'), done]);
    const heard = await listen(createFallback([model('first', [text('yes'), done]), second]));
    expect([heard.text, second.calls]).toEqual(['yes', 0]);
  });

  it.each(['busy', 'unavailable', 'timeout', 'interrupted'] as const)(
    'goes on after %s before the first event, and says so',
    async (code) => {
      const failure = new ModelFailure(code, 'why');
      const told: unknown[] = [];
      const port = createFallback([model('first', [], failure), model('second', [], busy), model('planner', [text('hello'), done])], {
        onDegraded: ({ from, to }) => told.push([from, to]),
      });
      const events: ModelEvent[] = [];
      for await (const event of port.stream(smallRequest, new AbortController().signal)) events.push(event);
      expect(events).toEqual([{ type: 'degraded', model: 'planner' }, text('hello'), done]);
      expect(told).toEqual([
        ['first', 'second'],
        ['second', 'planner'],
      ]);
    },
  );

  it('passes a model that failed over for a while, and then tries it again', async () => {
    let time = 0;
    const down = model('first', [], new ModelFailure('timeout', 'hangs'));
    const port = createFallback([down, model('planner', [text('hello'), done])], { now: () => time, rest_ms: 100 });
    await listen(port);
    await listen(port);
    expect(down.calls).toBe(1);
    time = 100;
    await listen(port);
    expect(down.calls).toBe(2);
  });

  it('passes a failure after the first event through', async () => {
    const second = model('second', [text('no'), done]);
    const heard = await listen(createFallback([model('first', [text('be')], new ModelFailure('interrupted', 'cut')), second]));
    expect([heard.text, heard.failure?.code, second.calls]).toEqual(['be', 'interrupted', 0]);
  });

  it('ends with the last model’s failure', async () => {
    expect(
      (await listen(createFallback([model('first', [], new ModelFailure('unavailable', 'x')), model('second', [], busy)]))).failure,
    ).toBe(busy);
  });

  it('does not go on after an abort, nor after a fault of our own', async () => {
    const second = model('second', [text('no'), done]);
    await expect(listen(createFallback([model('first', [], new RangeError('a bug')), second]))).rejects.toThrow('a bug');
    const stopped = AbortSignal.abort(new Error('stop'));
    await listen(createFallback([model('first', [], busy), second]), smallRequest, stopped);
    expect(second.calls).toBe(0);
  });

  it('closes the model that answers when the reader leaves', async () => {
    let closed = false;
    const first: ModelPort = {
      name: 'first',
      async *stream() {
        try {
          yield text('a');
          yield text('b');
        } finally {
          closed = true;
        }
      },
    };
    for await (const _ of createFallback([first]).stream(smallRequest, new AbortController().signal)) break;
    expect(closed).toBe(true);
  });

  it('needs a model', () => {
    expect(() => createFallback([])).toThrow(TypeError);
  });
});
