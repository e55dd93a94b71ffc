import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../port.ts';
import type { Setback } from './failures.ts';
import { type ProfileName, profiles } from './profiles.ts';
import { createReader } from './reader.ts';

/** What a reader says about a body that arrives in these pieces. */
function readPieces(pieces: readonly string[], profile: ProfileName = 'generic') {
  const events: ModelEvent[] = [];
  let setback: Setback | undefined;
  let ids = 0;
  const reader = createReader({
    profile: profiles[profile],
    from: 'here/model',
    ids: { taken: new Set(['used before']), make: () => `new${ids++}` },
    redact: (text) => text,
    emit: (event) => events.push(event),
    progress: () => {},
    finishing: () => {},
    complete: () => {},
    setback: (reason) => {
      setback = reason;
    },
  });
  for (const piece of pieces) reader.feed(piece);
  reader.end();
  return {
    events,
    setback,
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    calls: events.flatMap((event) => (event.type === 'call' ? [event.call] : [])),
    broken: events.flatMap((event) => (event.type === 'broken-call' ? [event] : [])),
    finish: events.find((event) => event.type === 'finish'),
  };
}

type Frame = Record<string, unknown>;
const delta = (fields: Frame, finish_reason: string | null = null): Frame => ({ choices: [{ index: 0, delta: fields, finish_reason }] });
const fragment = (...tool_calls: unknown[]): Frame => delta({ tool_calls });
const end = (reason: string): Frame => delta({}, reason);
const sse = (frames: readonly Frame[]) => frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('');
const read = (frames: readonly Frame[], profile?: ProfileName) => readPieces([sse(frames)], profile);

describe('calls in every dialect', () => {
  const want = [
    { id: 'a', name: 'search_db', arguments: '{"query":"camera"}' },
    { id: 'b', name: 'get_item', arguments: '{"id":"x1"}' },
  ];
  const dialects: Record<string, Frame[]> = {
    'id empty on continuation': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":' } }),
      fragment({ index: 0, id: '', function: { name: '', arguments: '"camera"}' } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '{"id":' } }),
      fragment({ index: 1, id: '', function: { name: '', arguments: '"x1"}' } }),
    ],
    'id and name null on continuation': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: null } }),
      fragment({ index: 0, id: null, function: { name: null, arguments: '{"query":"camera"}' } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
    ],
    'id and name repeated on every fragment': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":' } }),
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '"camera"}' } }),
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '' } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '{"id":' } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '"x1"}' } }),
    ],
    'index missing': [
      fragment({ id: 'a', function: { name: 'search_db', arguments: '{"query":' } }),
      fragment({ function: { arguments: '"camera"}' } }),
      fragment({ id: 'b', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
    ],
    'index missing on the first fragment only': [
      fragment({ id: 'a', function: { name: 'search_db' } }),
      fragment({ index: 0, function: { arguments: '{"query":"camera"}' } }),
      fragment({ id: 'b', function: { name: 'get_item', arguments: { id: 'x1' } } }),
    ],
    'index always 0': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":' } }),
      fragment({ index: 0, function: { arguments: '"camera"}' } }),
      fragment({ index: 0, id: 'b', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
    ],
    'index always 0, fragments of two calls mixed by id': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":' } }),
      fragment({ index: 0, id: 'b', function: { name: 'get_item', arguments: '{"id":' } }),
      fragment({ index: 0, id: 'a', function: { arguments: '"camera"}' } }),
      fragment({ index: 0, id: 'b', function: { arguments: '"x1"}' } }),
    ],
    'fragments of two calls mixed by index': [
      fragment(
        { index: 0, id: 'a', function: { name: 'search_db', arguments: '' } },
        { index: 1, id: 'b', function: { name: 'get_item' } },
      ),
      fragment({ index: 1, function: { arguments: '{"id":"x1"}' } }, { index: 0, function: { arguments: '{"query":"camera"}' } }),
    ],
    'arguments as an object': [
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: { query: 'camera' } } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: { id: 'x1' } } }),
    ],
    'name and id come after the arguments': [
      fragment({ index: 0, function: { arguments: '{"query":' } }),
      fragment({ index: 0, function: { arguments: '"camera"}' } }),
      fragment({ index: 0, id: 'a', function: { name: 'search_db' } }),
      fragment({ index: 1, function: { arguments: '{"id":"x1"}' } }),
      fragment({ index: 1, function: { name: 'get_item' } }),
      fragment({ index: 1, id: 'b' }),
    ],
    'one call as an object instead of a list': [
      delta({ tool_calls: { id: 'a', function: { name: 'search_db', arguments: '{"query":"camera"}' } } }),
      delta({ tool_calls: { id: 'b', function: { name: 'get_item', arguments: '{"id":"x1"}' } } }),
    ],
    'choices null, empty and absent in between': [
      { choices: null },
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":"camera"}' } }),
      { choices: [], usage: null },
      { usage: { prompt_tokens: 1 } },
      { choices: [null, { index: 0, delta: null }] },
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
    ],
  };

  it.each(Object.entries(dialects))('%s', (_, frames) => {
    for (const reason of ['tool_calls', 'stop']) {
      const { calls, broken, finish } = read([...frames, end(reason)]);
      expect(calls).toEqual(want);
      expect(broken).toEqual([]);
      expect(finish).toMatchObject({ reason: 'calls' });
    }
  });

  it('two calls of one tool with neither id nor index stay two, and get ids', () => {
    const { calls } = read([
      fragment({ function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
      fragment({ function: { name: 'get_item', arguments: '{"id":"x2"}' } }),
      end('tool_calls'),
    ]);
    expect(calls).toEqual([
      { id: 'new0', name: 'get_item', arguments: '{"id":"x1"}' },
      { id: 'new1', name: 'get_item', arguments: '{"id":"x2"}' },
    ]);
  });

  it('an id used twice is kept once and made new once', () => {
    const { calls } = read([
      fragment({ index: 0, id: 'a', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
      fragment({ index: 1, id: 'a', function: { name: 'get_item', arguments: '{"id":"x2"}' } }),
      end('tool_calls'),
    ]);
    expect(calls.map((call) => call.id)).toEqual(['a', 'new0']);
  });

  it('an id that an earlier step used is made new', () => {
    const { calls } = read([fragment({ index: 0, id: 'used before', function: { name: 'get_item', arguments: '{}' } }), end('stop')]);
    expect(calls.map((call) => call.id)).toEqual(['new0']);
  });

  it('no arguments at all are an empty object', () => {
    expect(read([fragment({ index: 0, id: 'a', function: { name: 'order_query', arguments: '' } }), end('stop')]).calls).toEqual([
      { id: 'a', name: 'order_query', arguments: '{}' },
    ]);
  });

  it.each(['[1]', '"x"', '7', 'null', '{"a":', '{"a":1}}'])('arguments %s are no JSON object: broken, never a call', (text) => {
    const { calls, broken, finish } = read([
      fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: text } }),
      end('tool_calls'),
    ]);
    expect(calls).toEqual([]);
    expect(broken).toMatchObject([{ name: 'search_db', arguments: text }]);
    expect(finish).toMatchObject({ reason: 'calls' });
  });

  it('a call that the token limit cut is broken; a whole one before it stands', () => {
    const { calls, broken, finish } = read([
      fragment({ index: 0, id: 'a', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
      fragment({ index: 1, id: 'b', function: { name: 'get_item', arguments: '{"id":"x' } }),
      end('length'),
    ]);
    expect(calls).toMatchObject([{ id: 'a' }]);
    expect(broken).toHaveLength(1);
    expect(finish).toMatchObject({ reason: 'length' });
  });

  it('a call without arguments that the token limit cut is broken', () => {
    const { calls, broken } = read([fragment({ index: 0, id: 'a', function: { name: 'order_query', arguments: '' } }), end('length')]);
    expect([calls.length, broken.length]).toEqual([0, 1]);
  });

  it('calls of an answer that the content filter stopped are broken', () => {
    const { calls, broken, finish } = read([
      fragment({ index: 0, id: 'a', function: { name: 'get_item', arguments: '{}' } }),
      end('content_filter'),
    ]);
    expect([calls.length, broken.length]).toEqual([0, 1]);
    expect(finish).toMatchObject({ reason: 'filter' });
  });

  it('a call that a cut connection left open is broken even when its arguments look whole', () => {
    const { calls, broken, finish, setback } = read([
      fragment({ index: 0, id: 'a', function: { name: 'get_item', arguments: '{"id":"x1"}' } }),
    ]);
    expect([calls.length, broken.length, setback]).toEqual([0, 1, undefined]);
    expect(finish).toMatchObject({ reason: 'calls' });
  });

  it.each([
    ['tool_call', '<tool_call>{"name":"search_db","arguments":{"query":"camera"}}</tool_call>'],
    ['think', '<think>They want a camera.</think>Here:'],
    ['DSML', '<｜DSML｜function_calls><｜DSML｜invoke name="search_db"></｜DSML｜invoke></｜DSML｜function_calls>'],
  ])('machinery written as text (%s) is text, never a call', (_, text) => {
    const heard = read([...[...text].map((content) => delta({ content })), end('stop')]);
    expect(heard.text).toBe(text);
    expect(heard.calls).toEqual([]);
  });
});

describe('text', () => {
  it('reasoning in any field of its own is never text', () => {
    const heard = read([
      delta({ content: null, reasoning_content: 'SECRET' }),
      delta({ content: '', reasoning: 'SECRET', reasoning_details: [{ type: 'reasoning.text', text: 'SECRET', index: 0 }] }),
      delta({ thinking: 'SECRET' }),
      delta({
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'SECRET' }] },
          { type: 'text', text: 'Hello' },
        ],
      }),
      delta({ content: [{ type: 'reference', reference_ids: [1] }] }),
      delta({ content: ' there' }),
      end('stop'),
    ]);
    expect(heard.text).toBe('Hello there');
  });

  it('a refusal is text, since it is meant to be read', () => {
    expect(read([delta({ refusal: 'I cannot help with that.' }), end('stop')]).text).toBe('I cannot help with that.');
  });

  it('text in the frame that carries the finish reason counts; text after it does not', () => {
    expect(read([delta({ content: '14' }), delta({ content: '4' }, 'stop'), delta({ content: 'AFTER' }, 'stop')]).text).toBe('144');
  });

  it('an empty finish reason is none', () => {
    const first = { choices: [{ index: 0, delta: { content: 'a' }, finish_reason: '' }] };
    expect(read([first, delta({ content: 'b' }), end('stop')]).text).toBe('ab');
  });

  it('only the first choice speaks', () => {
    expect(
      read([
        {
          choices: [
            { index: 1, delta: { content: 'NO' } },
            { index: 0, delta: { content: 'yes' } },
          ],
        },
        end('stop'),
      ]).text,
    ).toBe('yes');
  });

  it('a whole message in place of deltas is read', () => {
    const message = {
      role: 'assistant',
      content: 'All at once',
      tool_calls: [{ id: 'a', function: { name: 'get_item', arguments: '{"id":"x1"}' } }],
    };
    const heard = read([{ object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'tool_calls' }] }]);
    expect([heard.text, heard.calls.length]).toEqual(['All at once', 1]);
  });
});

describe('the end', () => {
  it.each([
    ['stop', 'stop'],
    ['eos', 'stop'],
    ['tool_calls', 'stop'],
    ['length', 'length'],
    ['model_length', 'length'],
    ['content_filter', 'filter'],
  ])('finish reason %s with no call is %s', (word, reason) => {
    expect(read([delta({ content: 'a' }), end(word)]).finish).toMatchObject({ reason });
  });

  it('[DONE] with no finish reason is complete', () => {
    expect(readPieces([`${sse([delta({ content: 'a' })])}data: [DONE]\n\n`]).finish).toMatchObject({ reason: 'stop' });
  });

  it('[DONE] without the blank line after it is complete', () => {
    expect(readPieces([`${sse([delta({ content: 'a' })])}data: [DONE]`]).finish).toMatchObject({ reason: 'stop' });
  });

  it('the last usage counts, wherever it stands', () => {
    const usage = (completion_tokens: number) => ({ prompt_tokens: 9, completion_tokens, prompt_cache_hit_tokens: 4 });
    const { finish } = read([
      { ...delta({ content: 'a' }), usage: usage(1) },
      { ...end('stop'), usage: usage(2) },
      { choices: [], usage: usage(3) },
    ]);
    expect(finish).toMatchObject({ usage: { input_tokens: 9, output_tokens: 3, cached_tokens: 4 } });
  });

  it.each(['error', 'insufficient_system_resource'])('finish reason %s is a failure that may pass', (word) => {
    expect(read([end(word)]).setback).toMatchObject({ retry: true, failure: { code: 'busy' } });
  });

  it('an error event is a failure whatever fields it has', () => {
    const { setback } = readPieces(['event: error\ndata: {"message":"overloaded","type":"overloaded_error"}\n\n']);
    expect(setback).toMatchObject({ retry: true, failure: { code: 'busy', message: expect.not.stringContaining('overloaded') } });
  });

  it('an error after the finish reason takes nothing away', () => {
    const heard = read([delta({ content: 'a' }), end('stop'), { error: { code: 500, message: 'late' } }]);
    expect([heard.finish?.type, heard.setback]).toEqual(['finish', undefined]);
  });

  it('three frames that cannot be read are skipped, a fourth ends the answer', () => {
    const bad = (count: number) =>
      readPieces([...Array(count).fill('data: {"choices":[\n\n'), sse([delta({ content: 'a' }), end('stop')])]);
    expect(bad(3).text).toBe('a');
    expect(bad(4).setback?.failure.code).toBe('unavailable');
  });
});

describe('what goes back', () => {
  it('keeps the reasoning that the profile wants, joined, and where it came from', () => {
    const frames = [
      delta({ reasoning_content: 'They want ' }),
      delta({ reasoning_content: 'a camera.' }),
      delta({ content: 'Hi' }),
      end('stop'),
    ];
    expect(read(frames, 'deepseek').finish).toMatchObject({ provider: { from: 'here/model', reasoning_content: 'They want a camera.' } });
    expect(read(frames, 'openai').finish).not.toHaveProperty('provider');
  });

  it('joins the pieces of one reasoning detail, signature included, and keeps others apart', () => {
    const details = (detail: Frame) => delta({ reasoning_details: [detail] });
    const { finish } = read(
      [
        details({ type: 'reasoning.text', text: 'They ', format: 'f', index: 0 }),
        details({ type: 'reasoning.text', text: 'want', format: 'f', index: 0 }),
        details({ type: 'reasoning.text', signature: 's1g', format: 'f', index: 0 }),
        details({ type: 'reasoning.encrypted', data: 'e=', format: 'f', index: 1 }),
        end('stop'),
      ],
      'openrouter',
    );
    expect(finish).toMatchObject({
      provider: {
        reasoning_details: [
          { type: 'reasoning.text', text: 'They want', signature: 's1g', format: 'f', index: 0 },
          { type: 'reasoning.encrypted', data: 'e=', format: 'f', index: 1 },
        ],
      },
    });
  });
});

it('wherever the stream is cut, it says the same', () => {
  const body = `: hello\r\n\r\n${sse([
    delta({ role: 'assistant', content: '' }),
    delta({ content: '相机 📷 ' }),
    { choices: [{ index: 0, delta: { content: 'from ¥80/天' } }] },
    fragment({ index: 0, id: 'a', function: { name: 'search_db', arguments: '{"query":"夜' } }),
    fragment({ index: 0, function: { arguments: '景"}' } }),
    end('tool_calls'),
  ])}data: [DONE]\n\n`;
  const whole = readPieces([body]);
  fc.assert(
    fc.property(fc.array(fc.nat(body.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), body.length];
      const pieces = places.slice(1).map((place, n) => body.slice(places[n], place));
      expect(readPieces(pieces)).toEqual(whole);
    }),
  );
});
