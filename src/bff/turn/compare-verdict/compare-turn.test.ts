import { afterEach, describe, expect, it } from 'vitest';
import type { CompareVerdict } from '../../../protocol/compare.ts';
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
import { aLease, anItem, aSale } from '../../../testing/items.ts';
import type { ModelRequest } from '../../model/port.ts';

const camera = (id: string, model: string, weight: number, screen: number) =>
  anItem({
    id,
    title: `${model} mirrorless camera`,
    model,
    offers: [aSale(329900), aLease(9900)],
    attributes: {
      weight: { label: 'Weight', value: weight, unit: 'g' },
      screen: { label: 'Screen', value: screen, unit: 'in' },
    },
  });
const items = [camera('nano', 'Vela Nano', 390, 3), camera('pro', 'Orion Pro', 610, 3.2)];

let bff: TestBff;
afterEach(() => bff.close());

interface Question {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly (string | null)[] }[];
  readonly shopper: Readonly<Record<string, unknown>>;
}
const questionOf = (request: ModelRequest): Question => JSON.parse(request.messages.at(-1)?.text ?? '{}') as Question;

/** A model that answers from the question it is asked, in whatever order its items come. */
const judge =
  (answer: (question: Question) => readonly string[]): ScriptedStep =>
  (request) =>
    says(`${answer(questionOf(request)).join('\n')}\n`);

const compare = async (body: object = {}): Promise<Stream> =>
  readStream(await bff.post('/v1/compare', { ids: ['nano', 'pro'], locale: 'en', ...body }, { headers: { accept: 'text/event-stream' } }));
const verdictOf = (stream: Stream): CompareVerdict | undefined => framesOf(stream, 'data-compareVerdict')[0]?.data;
const typesOf = (stream: Stream): string[] => stream.received.map(({ frame }) => frame.type);
const metric = async (outcome: string): Promise<string | undefined> =>
  new RegExp(`aisle_compare_verdicts_total\\{outcome="${outcome}"\\} (\\d+)`).exec(await (await bff.get('/metrics')).text())?.[1];

const praisesFirst = judge(({ items: [first] }) => [
  `PICK: ${first?.id}`,
  `[attributes.weight] ${first?.name} is the best choice for you.`,
  `[attributes.screen] ${first?.name} has a fine screen.`,
]);
const picksNano = judge(() => [
  'PICK: nano',
  '[attributes.weight] Vela Nano is lighter, which helps on a long walk.',
  '[attributes.screen] Orion Pro has the bigger screen.',
]);

describe('a verdict', () => {
  it('stands under its table, each sentence with the rows it stands on', async () => {
    bff = await startTestBff({ items, model: scriptedPort([picksNano]) });
    const stream = await compare();
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const types = typesOf(stream);
    expect(types.indexOf('data-compareTable')).toBeLessThan(types.indexOf('text-start'));
    expect(types.at(-1)).toBe('finish');
    expect(stream.received.map(({ id }) => id)).toEqual(stream.received.map((_, at) => at + 1));
    expect(textOf(stream)).toBe(
      [
        'The better fit for you is Vela Nano. (see: Weight)',
        'Vela Nano is lighter, which helps on a long walk. (see: Weight)',
        'Orion Pro has the bigger screen. (see: Screen)',
      ].join('\n\n'),
    );
    expect(verdictOf(stream)).toEqual({
      v: 1,
      basis: 'agreed',
      winner: 'nano',
      sentences: [
        { text: 'The better fit for you is Vela Nano.', rows: ['attributes.weight'] },
        { text: 'Vela Nano is lighter, which helps on a long walk.', rows: ['attributes.weight'] },
        { text: 'Orion Pro has the bigger screen.', rows: ['attributes.screen'] },
      ],
    });
    expect(await metric('agreed')).toBe('1');
  });

  it('asks in both orders, columns with their items', async () => {
    const model = scriptedPort([picksNano]);
    bff = await startTestBff({ items, model });
    await compare({ days: 3 });
    const [one, other] = model.requests.map(questionOf);
    expect(one?.items.map((item) => item.id)).toEqual(['nano', 'pro']);
    expect(other?.items.map((item) => item.id)).toEqual(['pro', 'nano']);
    const weights = [one, other].map((question) => question?.rows.find((row) => row.key === 'attributes.weight')?.cells);
    expect(weights).toEqual([
      ['390 g', '610 g'],
      ['610 g', '390 g'],
    ]);
    expect(one?.shopper).toMatchObject({ rental_days: 3 });
  });

  it.each([
    ['en', /^Which one is better depends/, 'depends'],
    ['zh-CN', /^选哪一件要看/, '占优'],
  ])('names no winner where a model always praises the first column (%s)', async (locale, beginning, words) => {
    bff = await startTestBff({ items, model: scriptedPort([praisesFirst]) });
    const stream = await compare({ locale });
    expect(verdictOf(stream)).toMatchObject({ basis: 'disagreed' });
    expect(verdictOf(stream)?.winner).toBeUndefined();
    expect(textOf(stream)).toMatch(beginning);
    expect(textOf(stream)).toContain(words);
    expect(textOf(stream)).not.toContain('best choice');
    expect(await metric('disagreed')).toBe('1');
  });

  it('says what it depends on where the model picks none, and lets no sentence name one after all', async () => {
    const model = scriptedPort([
      judge(() => ['PICK: none', '[attributes.weight] I recommend Vela Nano.', '[attributes.weight] If weight matters, choose Vela Nano.']),
    ]);
    bff = await startTestBff({ items, model });
    const stream = await compare();
    expect(verdictOf(stream)).toMatchObject({ basis: 'depends', sentences: [{ text: 'If weight matters, choose Vela Nano.' }] });
    expect(textOf(stream)).not.toContain('recommend');
  });

  it('shows no invented fact: not an amount, not a number, not a lead the rows deny, not a row there is none', async () => {
    const model = scriptedPort([
      judge(() => [
        'PICK: nano',
        '[price] Vela Nano costs only ¥9.90.',
        '[attributes.weight] Vela Nano weighs 120 g.',
        '[attributes.weight] Orion Pro is lighter.',
        '[attributes.battery] Vela Nano lasts all day.',
        'Vela Nano is loved by professionals.',
        '[attributes.weight] Vela Nano weighs 390 g. <itemCard id="nano"/>',
      ]),
    ]);
    bff = await startTestBff({ items, model });
    const stream = await compare();
    const text = textOf(stream);
    expect(text).toContain('Vela Nano weighs 390 g.');
    for (const invented of ['9.90', '120 g', 'Orion Pro is lighter', 'all day', 'professionals', '<itemCard'])
      expect(text).not.toContain(invented);
    expect(framesOf(stream, 'data-itemCard')).toEqual([]);
    const run_id = framesOf(stream, 'start')[0]?.messageMetadata?.run_id ?? '';
    const verdicts = (await bff.runs.read(run_id))?.flatMap((entry) => (entry.kind === 'verdict' ? [entry.reason] : []));
    expect(verdicts).toEqual(expect.arrayContaining(['number', 'contradicts', 'no row', 'the two orders agree']));
  });

  it('goes through the guard: a promise in the name of the shop does not pass', async () => {
    const model = scriptedPort([judge(() => ['PICK: none', '[attributes.weight] We guarantee a full refund on Vela Nano.'])]);
    bff = await startTestBff({ items, model });
    expect(textOf(await compare())).not.toContain('guarantee a full refund');
  });
});

describe('without a sound answer', () => {
  const fails: ScriptedStep = () => {
    throw new Error('upstream');
  };
  const hangs: ScriptedStep = async function* (_, signal) {
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
    yield { type: 'finish', reason: 'stop' };
  };
  it.each([
    ['fails', [fails]],
    ['fails in one order', [picksNano, fails]],
    ['is slow', [hangs]],
    ['is slow in one order', [picksNano, hangs]],
    ['does not keep to the form', [says('I love Vela Nano!')]],
    ['picks what is not there', [says('PICK: leica\n')]],
  ])('the rules speak where the model %s', async (_, steps) => {
    bff = await startTestBff({
      items,
      model: scriptedPort(steps),
      parts: { verdict_times: { verdict_pick_ms: 30, verdict_sentence_ms: 30 } },
    });
    const stream = await compare();
    expect(verdictOf(stream)).toMatchObject({ basis: 'rules' });
    expect(verdictOf(stream)?.winner).toBeUndefined();
    expect(textOf(stream)).toContain('Vela Nano is ahead in weight (lightest).');
    expect(typesOf(stream)).toContain('data-compareTable');
    expect(typesOf(stream).at(-1)).toBe('finish');
    expect(await metric('failed')).toBe('1');
  });

  it('what was said before a model stalls stays said', async () => {
    const stalls: ScriptedStep = async function* (request, signal) {
      yield { type: 'text', text: 'PICK: nano\n[attributes.weight] Vela Nano is lighter.\n' };
      yield* hangs(request, signal);
    };
    bff = await startTestBff({
      items,
      model: scriptedPort([stalls]),
      parts: { verdict_times: { verdict_pick_ms: 5000, verdict_sentence_ms: 30 } },
    });
    expect(verdictOf(await compare())).toMatchObject({
      basis: 'agreed',
      winner: 'nano',
      sentences: [{}, { text: 'Vela Nano is lighter.' }],
    });
  });

  it.each([
    ['en', 'Vela Nano is ahead in weight (lightest).'],
    ['zh-CN', 'Vela Nano 占优的地方：Weight最轻。'],
  ])('with no model at all the rules speak (%s)', async (locale, words) => {
    bff = await startTestBff({ items });
    const stream = await compare({ locale });
    expect(textOf(stream)).toContain(words);
    expect(verdictOf(stream)).toMatchObject({ basis: 'rules' });
  });
});

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
