import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../protocol/frames.ts';
import { encodedDone, encodeFrame, eventStreamHeaders } from '../../protocol/sse.ts';
import { createFakeBff, type FakeRoutes, refusal, streamOf } from '../testing/fake-bff.ts';
import { closing, opening, text } from '../testing/frames.ts';
import { createClient } from './client.ts';
import { backoff, type Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import { createHttp } from './http.ts';
import { followRun, type RunStart } from './run.ts';

const frames: Frame[] = [...opening(), ...text('t', 'one ', 'two ', '三 ', 'four'), ...closing()];
const ask: RunStart = { kind: 'ask', body: '{"message":1}' };

function clock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    sleep: async (ms) => void slept.push(ms),
    within: (_, read) => read,
    online: () => true,
    random: () => 0.5,
  };
}

async function follow(routes: FakeRoutes, start = ask, signal = new AbortController().signal) {
  const bff = createFakeBff(routes);
  const time = clock();
  const client = createClient(createHttp({ api: 'https://bff.test', site: 'pk', token: () => undefined, fetch: bff.fetch }));
  const run = followRun(start, { client, clock: time, signal });
  const got: Frame[] = [];
  const kinds: string[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { end: step.value, got, kinds, seen: bff.seen, slept: time.slept };
    kinds.push(step.value.kind);
    if (step.value.kind === 'frame') got.push(step.value.frame);
  }
}

/** The frames from a place on, cut after so many bytes; `clean` ends the body, else the connection breaks. */
function cutStream(from: number, bytes: number, clean: boolean): Response {
  const all = new TextEncoder().encode(
    frames
      .slice(from)
      .map((frame, index) => encodeFrame(frame, from + index + 1))
      .join('') + encodedDone,
  );
  const part = all.slice(0, bytes);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < part.length; at += 7) controller.enqueue(part.slice(at, at + 7));
      if (clean || bytes >= all.length) controller.close();
    },
    pull(controller) {
      if (!clean && bytes < all.length) controller.error(new TypeError('cut'));
    },
  });
  return new Response(body, { headers: eventStreamHeaders });
}

const cursorOf = (path: string): number => Number(new URL(path, 'https://x').searchParams.get('after') ?? 0);

describe('following a run', () => {
  it('yields every frame once and ends with the last one', async () => {
    const { end, got } = await follow({ chat: () => streamOf(frames) });
    expect(end).toBe('ended');
    expect(got).toEqual(frames);
  });

  it('gives the same frames over any number of cuts, inside a character too', async () => {
    const cuts = fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 900 }), clean: fc.boolean() }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cuts, async (planned) => {
        const left = [...planned];
        const serve = (from: number): Response => {
          const cut = left.shift();
          return cut ? cutStream(from, cut.bytes, cut.clean) : streamOf(frames.slice(from), { from: from + 1 });
        };
        const { end, got } = await follow({ chat: () => serve(0), stream: ({ path }) => serve(cursorOf(path)) });
        expect(end).toBe('ended');
        expect(got).toEqual(frames);
      }),
      { numRuns: 300 },
    );
  });

  it('needs no end marker after the last frame, and does not break off before it', async () => {
    expect((await follow({ chat: () => streamOf(frames, { end: false }) })).end).toBe('ended');
    let cancelled = false;
    const text = frames.map((frame, index) => encodeFrame(frame, index + 1)).join('') + encodedDone;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text.slice(0, -encodedDone.length))),
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode(encodedDone));
        controller.close();
      },
      cancel: () => {
        cancelled = true;
      },
    });
    expect((await follow({ chat: () => new Response(body) })).end).toBe('ended');
    expect(cancelled).toBe(false);
  });

  it('sends the very same bytes again when nothing was heard of the run', async () => {
    let tries = 0;
    const { seen, got } = await follow({
      chat: () => {
        tries += 1;
        if (tries < 3) throw new TypeError('offline');
        return streamOf(frames);
      },
    });
    expect(seen.map(({ body }) => body)).toEqual([ask.kind === 'ask' ? ask.body : '', '{"message":1}', '{"message":1}']);
    expect(got).toEqual(frames);
  });

  it('drops what it has already when a server replays the run from its start', async () => {
    const { got } = await follow({ chat: () => streamOf(frames.slice(0, 4), { end: false }), stream: () => streamOf(frames) });
    expect(got).toEqual(frames);
  });

  it('asks again for a frame that was lost on the way', async () => {
    const holed = frames.map((frame, index) => (index === 3 ? '' : encodeFrame(frame, index + 1))).join('');
    const { got, seen } = await follow({
      chat: () => new Response(holed),
      stream: ({ path }) => streamOf(frames.slice(cursorOf(path)), { from: cursorOf(path) + 1 }),
    });
    expect(got).toEqual(frames);
    expect(seen[1]?.path).toContain('after=3');
  });

  it('gives up after too many failures in a row, having waited longer each time', async () => {
    const { end, slept, kinds } = await follow({
      chat: () => streamOf(frames.slice(0, 3), { end: false }),
      stream: () => refusal(503, 'unavailable'),
    });
    expect(end).toBe('lost');
    expect(kinds.filter((kind) => kind === 'reconnecting')).toHaveLength(6);
    expect(slept.every((ms, index) => ms >= 500 && ms <= 5000 && ms >= (slept[index - 1] ?? 0))).toBe(true);
  });

  it.each([
    [true, 'turned-away'],
    [false, 'lost'],
  ])('tells a page that is turned away from a network that is down: BFF answers %s', async (answers, how) => {
    const down = () => {
      throw new TypeError('Failed to fetch');
    };
    const { end } = await follow({ chat: down, reach: answers ? () => new Response() : down });
    expect(end).toBe(how);
  });

  it('ends with resync or gone when the server can no longer tell the run', async () => {
    const resync = 'data: {"type":"data-resync","data":{"v":1}}\n\ndata: [DONE]\n\n';
    const cut = { chat: () => streamOf(frames.slice(0, 3), { end: false }) };
    expect((await follow({ ...cut, stream: () => new Response(resync) })).end).toBe('resync');
    expect((await follow({ ...cut, stream: () => new Response(null, { status: 204 }) })).end).toBe('gone');
    expect((await follow({ ...cut, stream: () => new Response(encodedDone) })).end).toBe('gone');
  });

  it('reports a frame it cannot read and goes on', async () => {
    const strange = encodeFrame({ type: 'data-hologram', data: {} } as never, 3);
    const { kinds, end } = await follow({
      chat: () =>
        new Response(
          frames
            .slice(0, 2)
            .map((frame, index) => encodeFrame(frame, index + 1))
            .join('') +
            strange +
            encodeFrame({ type: 'finish' }, 4),
        ),
    });
    expect(kinds).toContain('fault');
    expect(end).toBe('ended');
  });

  it('throws what the server refuses for good', async () => {
    await expect(follow({ chat: () => refusal(429, 'rate_limited', { 'retry-after': '7' }) })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfter: 7,
    });
    await expect(follow({ chat: () => new Response('<html>', { status: 502 }) })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('waits for a turn that is being stopped, but only for one', async () => {
    let tries = 0;
    const busyOnce = { chat: () => (++tries === 1 ? refusal(409, 'turn_running') : streamOf(frames)) };
    expect((await follow(busyOnce, { kind: 'ask', body: '{}', supersedes: true })).end).toBe('ended');
    await expect(follow({ chat: () => refusal(409, 'turn_running') })).rejects.toBeInstanceOf(ApiError);
  });
});

describe('backoff', () => {
  it('stays between half a second and five, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, dice) => {
        const ms = backoff(attempt, () => dice);
        expect(ms).toBeGreaterThanOrEqual(500);
        expect(ms).toBeLessThanOrEqual(5000);
      }),
    );
  });
});
