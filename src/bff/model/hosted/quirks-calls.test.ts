import { describe, expect, it } from 'vitest';
import { delta, end, type Frame, fragment, read } from './testing-frames.ts';

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
