import { afterEach, describe, expect, it } from 'vitest';
import { framesOf, type ScriptedStep, type Stream, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../../testing/bff.ts';
import { compareAt, items, judge, picksNano, questionOf, typesOf, verdictOf } from '../../../testing/compared-cameras.ts';

let bff: TestBff;
afterEach(() => bff.close());

const compare = (body: object = {}): Promise<Stream> => compareAt(bff, body);
const metric = async (outcome: string): Promise<string | undefined> =>
  new RegExp(`aisle_compare_verdicts_total\\{outcome="${outcome}"\\} (\\d+)`).exec(await (await bff.get('/metrics')).text())?.[1];

const praisesFirst = judge(({ items: [first] }) => [
  `PICK: ${first?.id}`,
  `[attributes.weight] ${first?.name} is the best choice for you.`,
  `[attributes.screen] ${first?.name} has a fine screen.`,
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
