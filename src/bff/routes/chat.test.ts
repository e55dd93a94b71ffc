import { readUIMessageStream, uiMessageChunkSchema } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import {
  callsTool,
  framesOf,
  readStream,
  type ScriptedStep,
  says,
  scriptedPort,
  startTestBff,
  type TestBff,
  textOf,
} from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' }), anItem({ id: 'cam-2', title: 'Lumisol X5 camera' })];
const answer = [callsTool('search_db', { query: 'Lumisol' }), says('Here.\n\n<itemCard id="cam-1"/>', '\nMore **words**.')];

let bff: TestBff;
afterEach(() => bff.close());
const start = async (steps: readonly ScriptedStep[] = answer, env: Record<string, string> = {}) => {
  const model = scriptedPort(steps);
  bff = await startTestBff({ items, model, env });
  return model;
};
const message = (text = 'a camera', id = crypto.randomUUID()) => ({ message: { id, text }, locale: 'en' });
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** A step that says some words and then waits for a word from the test, or for the end of the turn. */
function waiting() {
  let go: () => void = () => undefined;
  let aborted = false;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const step: ScriptedStep = async function* (_, signal) {
    try {
      yield { type: 'text', text: 'One moment. ' } as const;
      const ended = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      reach();
      await Promise.race([gate, ended]);
      yield* says('Done.');
    } finally {
      aborted = signal.aborted;
    }
  };
  return { step, reached, go: () => go(), aborted: () => aborted };
}

describe('POST /v1/chat', () => {
  it('sends the headers that keep proxies from holding the stream back', async () => {
    await start();
    const { status, headers } = await bff.ask('a camera');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toContain('no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    expect(headers.get('aisle-conversation')).toMatch(/^[\w-]{22,}$/);
  });

  it("is read by the AI SDK's own reader, chunk schema and all", async () => {
    await start();
    const { received } = await bff.ask('a camera');
    const schema = await uiMessageChunkSchema();
    for (const { frame } of received) expect(await schema.validate?.(frame)).toMatchObject({ success: true });
    const stream = new ReadableStream({
      start(controller) {
        for (const { frame } of received) controller.enqueue(frame);
        controller.close();
      },
    });
    let last: { parts: { type: string }[]; metadata?: unknown } | undefined;
    for await (const read of readUIMessageStream({ stream })) last = read;
    expect(last?.parts.map((part) => part.type)).toEqual([
      'step-start',
      'dynamic-tool',
      'step-start',
      'text',
      'data-itemCard',
      'text',
      'data-suggestions',
    ]);
    expect(last?.metadata).toMatchObject({ conversation_id: expect.any(String), run_id: expect.any(String) });
  });

  it('answers the same message again with the same bytes, and asks the model once', async () => {
    const model = await start();
    const body = message();
    const first = await readStream(await bff.post('/v1/chat', body));
    const second = await readStream(await bff.post('/v1/chat', body));
    expect(second.body).toBe(first.body);
    expect(model.requests).toHaveLength(2);
  });

  it('makes one turn of a hundred equal messages at once', async () => {
    const model = await start();
    const body = message();
    const streams = await Promise.all(Array.from({ length: 100 }, async () => readStream(await bff.post('/v1/chat', body))));
    expect(new Set(streams.map((each) => each.body)).size).toBe(1);
    expect(model.requests).toHaveLength(2);
  });

  it('rebuilds a message whose frames are gone from what the conversation kept', async () => {
    await start();
    const body = message();
    const first = await readStream(await bff.post('/v1/chat', body));
    const [begin] = framesOf(first, 'start');
    await bff.runs.delete(begin?.messageMetadata.run_id ?? '');
    const again = await readStream(await bff.post('/v1/chat', body));
    expect(textOf(again)).toBe(textOf(first));
    expect(framesOf(again, 'data-itemCard')).toEqual(framesOf(first, 'data-itemCard'));
    expect(again.done).toBe(true);
  });

  it.each([
    ['another body under a used id', 422, 'id_reused'],
    ['a second message while a turn runs', 409, 'turn_running'],
    ['an unknown conversation', 404, 'not_found'],
  ])('refuses %s', async (what, status, code) => {
    const gate = waiting();
    await start([gate.step]);
    const body = message('first');
    const running = bff.post('/v1/chat', body);
    const conversation_id = (await running).headers.get('aisle-conversation');
    const refused = await (what === 'another body under a used id'
      ? bff.post('/v1/chat', { ...body, message: { ...body.message, text: 'second' } })
      : bff.post('/v1/chat', {
          ...message('second'),
          conversation_id: what.startsWith('an unknown') ? 'nobody-knows-this' : conversation_id,
        }));
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ error: { code } });
    gate.go();
    await (await running).text();
  });

  it.each([
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }, 415],
    ['no JSON', { body: '{' }, 400],
    ['no UUID', { body: JSON.stringify({ message: { id: '1', text: 'x' } }) }, 400],
    ['an empty message', { body: JSON.stringify({ message: { id: crypto.randomUUID(), text: '  ' } }) }, 400],
    ['4 001 code points', { body: JSON.stringify({ message: { id: crypto.randomUUID(), text: '😀'.repeat(4001) } }) }, 400],
    ['65 KiB', { body: JSON.stringify({ message: { id: crypto.randomUUID(), text: 'x'.repeat(65 * 1024) } }) }, 413],
    ['an unknown site', { headers: { 'aisle-site': 'pk_other' }, body: JSON.stringify(message()) }, 401],
    ['a foreign origin', { headers: { origin: 'https://evil.example' }, body: JSON.stringify(message()) }, 403],
  ])('refuses %s, in neutral words and without asking the model', async (_, init, status) => {
    const model = await start();
    const response = await bff.post('/v1/chat', undefined, init);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: object };
    expect(Object.keys(error).filter((field) => field !== 'reason')).toEqual(['code', 'message']);
    expect(model.requests).toEqual([]);
  });

  it('takes a message of 4 000 code points', async () => {
    await start([says('Long.')]);
    expect((await bff.ask('😀'.repeat(4000))).status).toBe(200);
  });

  it('T14: refuses the eleventh message of a minute with the time to wait, and a repeated message costs nothing', async () => {
    await start([says('Yes.')], { RATE_LIMIT: '2' });
    const body = message();
    const conversation_id = (await readStream(await bff.post('/v1/chat', body))).headers.get('aisle-conversation');
    for (let i = 0; i < 5; i += 1) expect((await readStream(await bff.post('/v1/chat', body))).status).toBe(200);
    expect((await readStream(await bff.post('/v1/chat', { ...message('two'), conversation_id }))).status).toBe(200);
    const third = message('three');
    const refused = await bff.post('/v1/chat', { ...third, conversation_id });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Refused is not used up: the very message may come again later.
    expect((await bff.post('/v1/chat', { ...third, conversation_id })).status).toBe(429);
  });
});

describe('a running turn', () => {
  it('ends at once when it is stopped, and the model is told', async () => {
    const gate = waiting();
    await start([gate.step]);
    const response = await bff.post('/v1/chat', message());
    const conversation_id = response.headers.get('aisle-conversation');
    const stream = readStream(response);
    await gate.reached;
    expect((await bff.post(`/v1/conversations/${conversation_id}/stop`, {})).status).toBe(204);
    expect(gate.aborted()).toBe(true);
    const ended = await stream;
    expect(ended.received.at(-1)?.frame).toEqual({ type: 'abort', reason: 'stopped' });
    expect(ended.done).toBe(true);
    expect(textOf(ended)).toBe('One moment.');
  });

  it('goes on without a reader for the grace time, and whoever comes back gets every frame once', async () => {
    const gate = waiting();
    await start([gate.step]);
    const leaving = new AbortController();
    const response = await bff.post('/v1/chat', message(), { signal: leaving.signal });
    const conversation_id = response.headers.get('aisle-conversation');
    await gate.reached;
    leaving.abort();
    await response.text().catch(() => undefined);
    const back = bff.get(`/v1/conversations/${conversation_id}/stream?after=2`);
    gate.go();
    const stream = await readStream(await back);
    expect(stream.received[0]?.id).toBe(3);
    expect(stream.received.map(({ id }) => id)).toEqual(stream.received.map((_, index) => index + 3));
    expect(textOf(stream)).toBe('One moment. Done.');
    expect(gate.aborted()).toBe(false);
  });

  it('ends when nobody listens and the grace time is nought', async () => {
    const gate = waiting();
    await start([gate.step], { DISCONNECT_GRACE_MS: '0' });
    const leaving = new AbortController();
    const response = await bff.post('/v1/chat', message(), { signal: leaving.signal });
    await gate.reached;
    leaving.abort();
    await response.text().catch(() => undefined);
    await until(() => gate.aborted());
  });
});

describe('GET /v1/conversations/:id/stream', () => {
  it('replays a finished run from any frame on, byte for byte', async () => {
    await start();
    const whole = await bff.ask('a camera');
    const route = `/v1/conversations/${whole.headers.get('aisle-conversation')}/stream`;
    for (let after = 0; after <= whole.received.length; after += 1) {
      const rest = await readStream(await bff.get(`${route}?after=${after}`));
      expect(rest.received).toEqual(whole.received.slice(after));
      expect(rest.done).toBe(true);
    }
  });

  it('reads the place from Last-Event-ID too', async () => {
    await start();
    const whole = await bff.ask('a camera');
    const rest = await readStream(
      await bff.get(`/v1/conversations/${whole.headers.get('aisle-conversation')}/stream`, { headers: { 'last-event-id': '3' } }),
    );
    expect(rest.received[0]?.id).toBe(4);
  });

  it.each(['999', 'x', '-1', '1.5'])('answers the unknown place %s with one resync that has no number', async (after) => {
    await start();
    const whole = await bff.ask('a camera');
    const resync = await readStream(await bff.get(`/v1/conversations/${whole.headers.get('aisle-conversation')}/stream?after=${after}`));
    expect(resync.received).toEqual([{ id: undefined, frame: { type: 'data-resync', data: { v: 1 } } }]);
    expect(resync.done).toBe(true);
  });

  it('says 204 when no run is kept, and 404 for a conversation nobody has', async () => {
    await start();
    const whole = await bff.ask('a camera');
    const id = whole.headers.get('aisle-conversation');
    expect((await bff.get(`/v1/conversations/${id}/stream?run=unknown`)).status).toBe(204);
    expect((await bff.get('/v1/conversations/unknown/stream')).status).toBe(404);
  });
});

describe('GET and DELETE /v1/conversations/:id', () => {
  it('holds the messages in UIMessage shape, cards read again from the catalogue', async () => {
    await start();
    const { headers } = await bff.ask('a camera');
    const body = (await (await bff.get(`/v1/conversations/${headers.get('aisle-conversation')}`)).json()) as {
      messages: { role: string; parts: { type: string }[] }[];
    };
    expect(body.messages.map((each) => each.role)).toEqual(['user', 'assistant']);
    expect(body.messages[1]?.parts.map((part) => part.type)).toEqual([
      'step-start',
      'dynamic-tool',
      'step-start',
      'text',
      'data-itemCard',
      'text',
      'data-suggestions',
    ]);
  });

  it('forgets a conversation: its messages, its runs, its ids', async () => {
    await start();
    const { headers } = await bff.ask('a camera');
    const id = headers.get('aisle-conversation');
    expect((await fetch(`${bff.url}/v1/conversations/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await bff.get(`/v1/conversations/${id}`)).status).toBe(404);
    expect((await bff.get(`/v1/conversations/${id}/stream`)).status).toBe(404);
  });
});
