import { afterEach, describe, expect, it } from 'vitest';
import { callsTool, framesOf, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { aLease, anItem, aSale } from '../../testing/items.ts';
import { ModelFailure } from '../model/port.ts';

const items = [
  anItem({ id: 'cam-1', title: 'Lumisol X3 camera', brand: 'Lumisol', offers: [aSale(329900), aLease(8900)] }),
  anItem({ id: 'cam-2', title: 'Lumisol X5 camera', brand: 'Lumisol', offers: [aSale(529900)] }),
  anItem({ id: 'tent-1', title: 'Ridge tent', brand: 'Norra', offers: [aSale(99900)] }),
];
const search = callsTool('search_db', { query: 'Lumisol' });

let bff: TestBff;
afterEach(() => bff.close());
const start = async (steps: readonly ScriptedStep[], env: Record<string, string> = {}) => {
  const model = scriptedPort(steps);
  bff = await startTestBff({ items, model, env });
  return model;
};

describe('a turn', () => {
  it('goes model, tool, model and shows the card of a found item as the catalogue has it', async () => {
    const model = await start([search, says('Light and good.\n<itemCard id="cam-1" reason="light"/>\nThat is it.')]);
    const stream = await bff.ask('a camera please');
    expect(stream.received.map(({ frame }) => frame.type).filter((type, index, all) => type !== 'data-status' && !(type === 'text-delta' && all[index - 1] === type))).toEqual([
      'start', 'start-step', 'tool-input-available', 'tool-output-available', 'finish-step',
      'start-step', 'text-start', 'text-delta', 'text-end', 'data-itemCard', 'text-start', 'text-delta', 'text-end', 'data-suggestions', 'finish-step', 'finish',
    ]); // biome-ignore format: one step a line
    const [card] = framesOf(stream, 'data-itemCard');
    expect(card?.data).toMatchObject({
      v: 1,
      reason: 'light',
      item: { id: 'cam-1', title: 'Lumisol X3 camera', offers: [{ price: { amount: 329900 } }, { kind: 'lease' }] },
    });
    expect(stream.received.map(({ id }) => id)).toEqual(stream.received.map((_, index) => index + 1));
    expect(stream.done).toBe(true);
    expect(model.requests[1]?.messages.at(-1)).toMatchObject({ role: 'tool', name: 'search_db', ok: true });
  });

  it('T1: shows no card for an id no search returned, keeps the sentence, and repairs once', async () => {
    const model = await start([says('Take this one.\n<itemCard id="cam-99"/>'), says('The shop has no such camera.')]);
    const stream = await bff.ask('the X99 please');
    expect(framesOf(stream, 'data-itemCard')).toEqual([]);
    expect(textOf(stream)).toBe('Take this one.\nThe shop has no such camera.');
    expect(framesOf(stream, 'data-notice').map((frame) => frame.data.code)).toEqual(['withheld']);
    const repair = model.requests[1]?.messages.at(-1);
    expect(repair?.role).toBe('system');
    expect(repair?.text).toContain('cam-99');
    expect(model.requests).toHaveLength(2);
  });

  it('searches ahead where the words name plainly what for, and spares the hosted model the round trip', async () => {
    const env = { MODEL_BASE_URL: 'http://127.0.0.1:9/v1', MODEL_NAME: 'hosted' };
    const model = await start([says('This one: <itemCard id="cam-1"/>')], env);
    const stream = await bff.ask('Lumisol cameras');
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]?.messages.at(-1)).toMatchObject({ role: 'tool', name: 'search_db', ok: true });
    expect(framesOf(stream, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['cam-1']);
    const [begin] = framesOf(stream, 'start');
    const entries = (await bff.runs.read(begin?.messageMetadata.run_id ?? '')) ?? [];
    expect(entries.map((entry) => entry.kind)).toContain('tool-called');
    await bff.close();
    const unsure = await start([says('Hello.')], env);
    await bff.ask('hello there');
    expect(unsure.requests[0]?.messages.at(-1)?.role).toBe('user');
    await bff.close();
    const off = await start([says('Hello.')], { ...env, SPECULATE: 'off' });
    await bff.ask('Lumisol cameras');
    expect(off.requests[0]?.messages.at(-1)?.role).toBe('user');
  });

  it('lets a model search again after it was told, and shows what it then finds', async () => {
    const model = await start([says('Take <itemCard id="cam-99"/>'), search, says('This one: <itemCard id="cam-1"/>')]);
    const stream = await bff.ask('the X99 please');
    expect(framesOf(stream, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['cam-1']);
    // The repair stands where it was said; the newest message is the result.
    expect(model.requests[2]?.messages.at(-1)?.role).toBe('tool');
    expect(framesOf(stream, 'error')).toEqual([]);
  });

  it('ends with the table alone when a comparison is direct', async () => {
    await start([search, callsTool('compare_items', { ids: ['cam-1', 'cam-2'], direct: true })]);
    const stream = await bff.ask('compare them');
    expect(framesOf(stream, 'data-compareTable')).toHaveLength(1);
    expect(textOf(stream)).toBe('');
  });

  it('does not repair twice: a model that goes on inventing gets no third try', async () => {
    const model = await start([says('A <itemCard id="x1"/>'), says('B <itemCard id="x2"/>')]);
    const stream = await bff.ask('anything');
    expect(model.requests).toHaveLength(2);
    expect(framesOf(stream, 'finish')).toHaveLength(1);
    expect(textOf(stream)).toBe('A\nB');
  });

  it('keeps the good cards of an answer in which one was invented, without a repair', async () => {
    const model = await start([search, says('<itemCard id="cam-1"/><itemCard id="cam-99"/><itemCard id="cam-2"/>')]);
    const stream = await bff.ask('cameras');
    expect(framesOf(stream, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['cam-1', 'cam-2']);
    expect(model.requests).toHaveLength(2);
  });

  it('T1, T24: takes no id from a message, an argument or a result text: only from what search_db found', async () => {
    await start([
      callsTool('search_db', { query: 'Ridge', exclude: { ids: ['cam-1'] } }),
      says('<itemCard id="cam-1"/><itemCard id="cam-2"/>'),
      says('Nothing.'),
    ]);
    const stream = await bff.ask('show me cam-1 and cam-2');
    expect(framesOf(stream, 'data-itemCard')).toEqual([]);
  });

  it('answers an unknown tool and bad arguments to the model, with the choices', async () => {
    const model = await start([
      callsTool('find_items', {}),
      callsTool('search_db', { colour: 'red' }),
      callsTool('search_db', '{"query":'),
      says('Sorry.'),
    ]);
    await bff.ask('x y');
    expect(model.requests[1]?.messages.at(-1)?.text).toMatch(/"valid_choices":\["search_db"/);
    expect(model.requests[2]?.messages.at(-1)?.text).toContain('bad_arguments');
    expect(model.requests[3]?.messages.at(-1)?.text).toContain('not JSON');
  });

  it('runs parallel calls at once and gives their results in the order of the calls', async () => {
    const both: ScriptedStep = [
      { type: 'call', call: { id: 'a', name: 'search_db', arguments: '{"query":"tent"}' } },
      { type: 'call', call: { id: 'b', name: 'search_db', arguments: '{"query":"Lumisol"}' } },
      { type: 'finish', reason: 'calls' },
    ];
    const model = await start([both, says('<itemCard id="tent-1"/><itemCard id="cam-1"/>')]);
    const stream = await bff.ask('tent and camera');
    expect(model.requests[1]?.messages.slice(-2).map((message) => message.role === 'tool' && message.call_id)).toEqual(['a', 'b']);
    expect(framesOf(stream, 'data-itemCard')).toHaveLength(2);
  });

  it('T14: stops a model that calls tools for ever, after the limit, with an end the shopper sees', async () => {
    let n = 0;
    const model = await start([() => callsTool('search_db', { query: `Lumisol ${n++}` })], { MAX_TOOL_CALLS: '3' });
    const stream = await bff.ask('loop');
    expect(model.requests.at(-1)?.tool_choice).toBe('none');
    expect(framesOf(stream, 'error').map((frame) => frame.code)).toEqual(['limit']);
    expect(framesOf(stream, 'finish').map((frame) => frame.finishReason)).toEqual(['error']);
    expect(framesOf(stream, 'tool-input-available').length).toBeLessThanOrEqual(3);
  });

  it('tells the model once about a call that came in pieces, and never runs it', async () => {
    const broken: ScriptedStep = [
      { type: 'broken-call', name: 'search_db', arguments: '{"query":"Lu', reason: 'cut off' },
      { type: 'finish', reason: 'calls' },
    ];
    const model = await start([broken, says('Hello.')]);
    const stream = await bff.ask('x y');
    expect(framesOf(stream, 'tool-input-available')).toEqual([]);
    expect(model.requests[1]?.messages.at(-1)?.text).toContain('cut off');
    expect(textOf(stream)).toBe('Hello.');
    await bff.close();
    await start([broken]);
    expect(framesOf(await bff.ask('x y'), 'error').map((frame) => frame.code)).toEqual(['interrupted']);
  });

  it('never leaves a blank answer', async () => {
    await start([says('<itemCard id="nope"/>')]);
    expect(textOf(await bff.ask('x y'))).toMatch(/could not give an answer/);
  });

  it('says that an answer was cut short when the model ran into its limit', async () => {
    await start([
      [
        { type: 'text', text: 'A long' },
        { type: 'finish', reason: 'length' },
      ],
    ]);
    const stream = await bff.ask('x y');
    expect(framesOf(stream, 'data-notice').map((frame) => frame.data.code)).toEqual(['cut_short']);
    expect(framesOf(stream, 'finish').map((frame) => frame.finishReason)).toEqual(['length']);
  });

  it('keeps what was said when the model breaks off, and says so', async () => {
    await start([
      async function* () {
        yield { type: 'text', text: 'Half an ans' } as const;
        throw new ModelFailure('interrupted', 'cut');
      },
    ]);
    const stream = await bff.ask('x y');
    expect(textOf(stream)).toBe('Half an ans');
    expect(framesOf(stream, 'error')).toMatchObject([{ code: 'interrupted', retryable: true }]);
    expect(framesOf(stream, 'finish')).toMatchObject([{ finishReason: 'interrupted' }]);
    expect(stream.done).toBe(true);
  });

  it('tells nothing of a cause to the client', async () => {
    await start([
      async function* () {
        yield* [];
        throw new ModelFailure('unavailable', 'key sk-planted-secret refused', { cause: new Error('sk-planted-secret') });
      },
    ]);
    const stream = await bff.ask('x y');
    expect(stream.body).not.toContain('planted');
    expect(framesOf(stream, 'error')).toMatchObject([{ code: 'unavailable' }]);
    expect(framesOf(stream, 'finish')).toMatchObject([{ finishReason: 'error' }]);
  });

  it('T14: ends by itself when its time is up', async () => {
    await start(
      [
        async function* (_, signal) {
          yield { type: 'text', text: 'thinking' } as const;
          await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
        },
      ],
      { TURN_TIMEOUT_MS: '1000' },
    );
    expect(framesOf(await bff.ask('x y'), 'error')).toMatchObject([{ code: 'timeout' }]);
  });

  it('gives the next turn its guarded history, the ledger and the last search', async () => {
    const model = await start([
      search,
      says('First. <itemCard id="cam-1"/><itemCard id="cam-99"/>'),
      says('Again: <itemCard id="cam-1"/>'),
    ]);
    const first = await bff.ask('cameras please');
    const conversation_id = first.headers.get('aisle-conversation') ?? '';
    const second = await bff.ask('the first one again', { conversation_id });
    expect(framesOf(second, 'data-itemCard').map((frame) => frame.data.item.id)).toEqual(['cam-1']);
    const request = model.requests[2];
    expect(request?.facts.search_state).toMatchObject({ arguments: { query: 'Lumisol' }, total: 2, shown: ['cam-1'] });
    const said = request?.messages.filter((message) => message.role === 'assistant').map((message) => message.text);
    expect(said?.join()).toContain('<itemCard id="cam-1"/>');
    expect(said?.join()).not.toContain('cam-99');
  });

  it('T11, T25: does not know the ledger of another conversation', async () => {
    await start([search, says('<itemCard id="cam-1"/>'), says('<itemCard id="cam-1"/>'), says('Nothing.')]);
    expect(framesOf(await bff.ask('one two'), 'data-itemCard')).toHaveLength(1);
    expect(framesOf(await bff.ask('three four'), 'data-itemCard')).toHaveLength(0);
  });
});
