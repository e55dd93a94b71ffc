import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delta, end, type Frame, fragment, read, readPieces, sse } from './testing-frames.ts';

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
