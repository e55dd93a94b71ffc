import { afterEach, describe, expect, it } from 'vitest';
import {
  framesOf,
  readStream,
  type ScriptedStep,
  type Stream,
  says,
  scriptedPort,
  startTestBff,
  type TestBff,
  textOf,
} from '../../../testing/bff.ts';
import { camera, compareAt, items, picksNano, typesOf } from '../../../testing/compared-cameras.ts';

let bff: TestBff;
afterEach(() => bff.close());

const compare = (body: object = {}): Promise<Stream> => compareAt(bff, body);

describe('the run of a verdict', () => {
  it('names no winner before both orders have: the table stands meanwhile', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const waits: ScriptedStep = async function* () {
      await gate;
      yield* says('PICK: nano\n');
    };
    bff = await startTestBff({ items, model: scriptedPort([picksNano, waits]) });
    const response = await bff.post('/v1/compare', { ids: ['nano', 'pro'], locale: 'en' }, { headers: { accept: 'text/event-stream' } });
    const reader = response.body?.getReader();
    let before = '';
    while (!before.includes('data-compareTable') || !before.includes('"writing"'))
      before += new TextDecoder().decode((await reader?.read())?.value);
    expect(before).not.toContain('text-delta');
    open();
    let after = '';
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      after += new TextDecoder().decode(value);
    }
    expect(after).toContain('better fit');
  });

  it('is resumed, repeated and kept like a turn of the chat', async () => {
    const model = scriptedPort([picksNano]);
    bff = await startTestBff({ items, model });
    const message_id = crypto.randomUUID();
    const first = await compare({ message_id });
    const again = await compare({ message_id });
    expect(again.body).toBe(first.body);
    expect(model.requests).toHaveLength(2);
    const conversation_id = first.headers.get('aisle-conversation') ?? '';
    const replay = await readStream(await bff.get(`/v1/conversations/${conversation_id}/stream?after=3`));
    expect(replay.received).toEqual(first.received.slice(3));
    const kept = (await (await bff.get(`/v1/conversations/${conversation_id}?locale=en`)).json()) as {
      messages: { role: string; parts: { type: string; text?: string }[] }[];
    };
    expect(kept.messages[0]?.parts[0]?.text).toBe('Compare: Vela Nano, Orion Pro');
    expect(kept.messages[1]?.parts.map((part) => part.type)).toEqual([
      'step-start',
      'data-compareTable',
      'text',
      'data-compareVerdict',
      'data-notes',
    ]);
    expect(
      (await bff.post('/v1/compare', { ids: ['pro', 'nano'], message_id, locale: 'en' }, { headers: { accept: 'text/event-stream' } }))
        .status,
    ).toBe(422);
  });

  it('is stopped at once, the model with it', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    let open = 2;
    const hangs: ScriptedStep = async function* (_, signal) {
      await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
      open -= 1;
      if (open === 0) resolve();
      yield { type: 'finish', reason: 'stop' };
    };
    bff = await startTestBff({ items, model: scriptedPort([hangs]) });
    const response = await bff.post('/v1/compare', { ids: ['nano', 'pro'] }, { headers: { accept: 'text/event-stream' } });
    const id = response.headers.get('aisle-conversation');
    expect((await bff.post(`/v1/conversations/${id}/stop`, {})).status).toBe(204);
    await closed;
    const stream = await readStream(response);
    expect(typesOf(stream).at(-1)).toBe('abort');
    expect(typesOf(stream)).toContain('data-compareTable');
  });

  it('answers what cannot be compared before any stream', async () => {
    bff = await startTestBff({ items });
    const response = await bff.post('/v1/compare', { ids: ['nano'] }, { headers: { accept: 'text/event-stream' } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { reason: 'one_item' } });
  });

  it('notes what was compared and opened, which can be erased, and the next search starts from it', async () => {
    bff = await startTestBff({ items });
    const stream = await compare({ days: 5, opened: ['attributes.weight', 'no such row'] });
    const id = stream.headers.get('aisle-conversation') ?? '';
    expect(framesOf(stream, 'data-notes')[0]?.data.notes).toEqual([
      { key: 'compared', label: 'Compared', value: 'Vela Nano mirrorless camera, Orion Pro mirrorless camera' },
      { key: 'opened_rows', label: 'Looks at', value: 'Weight' },
    ]);
    expect(await bff.conversations.read(id)).toMatchObject({
      ledger: ['nano', 'pro'],
      noted: { compared: ['nano', 'pro'], opened_rows: ['attributes.weight'] },
      search_state: { arguments: { product_types: ['Cameras'], offer_kind: 'lease', rental_days: 5 }, shown: ['nano', 'pro'] },
    });
    for (const key of ['compared', 'opened_rows'])
      expect((await fetch(`${bff.url}/v1/conversations/${id}/notes/${key}`, { method: 'DELETE' })).status).toBe(204);
    expect((await bff.conversations.read(id))?.noted).toEqual({});
  });
});

it('"others" after a comparison are others of its kind, and none of those compared', async () => {
  bff = await startTestBff({ items: [camera('heavy', 'Atlas One', 900, 3), ...items] });
  const conversation_id = (await compare()).headers.get('aisle-conversation') ?? '';
  const answer = await bff.ask('show me others', { conversation_id });
  expect(framesOf(answer, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['heavy']);
});

it('a row the shopper opened orders the next search of that kind, and the answer says so', async () => {
  bff = await startTestBff({ items: [camera('heavy', 'Atlas One', 900, 3), ...items, camera('light', 'Mote', 210, 3)] });
  const stream = await compare({ ids: ['pro', 'heavy'], opened: ['attributes.weight'] });
  const conversation_id = stream.headers.get('aisle-conversation') ?? '';
  const answer = await bff.ask('I need a camera', { conversation_id });
  expect(framesOf(answer, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['light', 'nano', 'pro']);
  expect(textOf(answer)).toContain('by weight, which you looked at when comparing');
});
