import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type FaultName, faults } from '../../../testing/scripted-model/faults.ts';
import { type Answer, callTools, chunk, type Script, say, textChunks } from '../../../testing/scripted-model/script.ts';
import { type ScriptedModel, startScriptedModel } from '../../../testing/scripted-model/server.ts';
import { createHostedModel, type HostedModelOptions } from './hosted.ts';
import { listen, type ManualClock, manualClock, smallRequest } from './testing.ts';

// Of no shape that a pattern would know.
const key = 'planted.0123456789.abcdef';
let server: ScriptedModel;

afterEach(() => server.close());

/** A model whose upstream follows the script, on a clock that only the test moves. */
async function hosted(script: Script, options: Partial<HostedModelOptions> = {}) {
  const clock = manualClock();
  server = await startScriptedModel(script);
  const model = createHostedModel({ base_url: server.url, api_key: key, name: 'scripted', clock, random: () => 0.5, ...options });
  return { model, clock };
}

/** Lets the clock run as far as each of these timers in turn. */
async function wait(clock: ManualClock, ...times: number[]) {
  for (const ms of times) {
    await clock.armed(ms);
    clock.advance(ms);
  }
}

describe('an answer', () => {
  it('is text, calls and a finish, in order', async () => {
    const { model } = await hosted([callTools([{ name: 'search_db', arguments: { query: '相机' }, id: 'a' }], '我来找找。')]);
    const heard = await listen(model);
    expect(heard.text).toBe('我来找找。');
    expect(heard.calls).toEqual([{ id: 'a', name: 'search_db', arguments: '{"query":"相机"}' }]);
    expect(heard.events.at(-1)).toEqual({
      type: 'finish',
      reason: 'calls',
      usage: { input_tokens: 100, output_tokens: 20, cached_tokens: 64 },
    });
  });

  it('survives characters cut between bytes', async () => {
    const text = '夜景相机 📷 ✓';
    const bytes = Buffer.from(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text }, finish_reason: 'stop' }] })}\n\n`);
    const steps = [...bytes].flatMap((_, n) => [{ raw: bytes.subarray(n, n + 1) }, { pause_ms: 0 }]);
    const { model } = await hosted([{ steps }]);
    expect((await listen(model)).text).toBe(text);
  });

  it.each([
    ['openai', 'authorization', `Bearer ${key}`],
    ['azure', 'api-key', key],
  ] as const)('is asked for with the key where %s looks for it', async (profile, header, value) => {
    const { model } = await hosted([say('Hello')], { profile });
    await listen(model);
    const headers = server.requests[0]?.rawHeaders ?? [];
    expect(headers[headers.indexOf(header) + 1]).toBe(value);
    expect(headers.filter((text) => text.includes(key))).toHaveLength(1);
  });

  it('leaves its connection open for the next call', async () => {
    const { model } = await hosted([say('one'), say('two')]);
    await listen(model);
    expect((await listen(model)).text).toBe('two');
    expect([server.requests.length, server.sockets.open, server.sockets.closed]).toEqual([2, 1, 0]);
  });

  it('can be given in parallel with others', async () => {
    const { model } = await hosted((_, nth) => say(`answer ${nth}`));
    const texts = await Promise.all(Array.from({ length: 8 }, async () => (await listen(model)).text));
    expect(new Set(texts).size).toBe(8);
  });

  it('joins text that nobody fetched in time, and loses none of it', async () => {
    const { model } = await hosted([say(Array.from({ length: 5000 }, (_, n) => `${n} `))]);
    const events = model.stream(smallRequest, new AbortController().signal)[Symbol.asyncIterator]();
    const heard: string[] = [];
    for (let next = await events.next(); !next.done; next = await events.next()) {
      if (next.value.type === 'text') heard.push(next.value.text);
      await new Promise(setImmediate);
    }
    expect(heard.length).toBeLessThan(5000);
    expect(heard.join('')).toBe(Array.from({ length: 5000 }, (_, n) => `${n} `).join(''));
  });

  it('that is not streamed at all is read all the same', async () => {
    const body = {
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
    };
    const { model } = await hosted([{ headers: { 'content-type': 'application/json' }, steps: [{ raw: JSON.stringify(body, null, 2) }] }]);
    expect((await listen(model)).text).toBe('Hello');
  });

  it('that gave its finish reason is complete soon, even if the provider says nothing more', async () => {
    const { model, clock } = await hosted([{ steps: [...textChunks(['Hello']), chunk({}, 'stop'), { end: 'hang' }] }]);
    const heard = listen(model);
    await wait(clock, 1_000);
    expect((await heard).events.at(-1)).toEqual({ type: 'finish', reason: 'stop' });
    clock.advance(1_000);
    await server.allClosed();
  });
});

describe('aborting', () => {
  it.each<[string, Answer]>([
    ['before headers', faults.hang_before_headers],
    ['before text', faults.hang_after_headers],
    ['in the middle of text', faults.stall],
  ])('%s closes the upstream socket and ends with the signal’s reason', async (_, answer) => {
    const { model, clock } = await hosted([answer]);
    const abort = new AbortController();
    const heard = listen(model, smallRequest, abort.signal);
    await server.requested(1);
    abort.abort(new Error('the shopper pressed stop'));
    await expect(heard).rejects.toThrow('the shopper pressed stop');
    await server.allClosed();
    expect(clock.running()).toEqual([]);
  });

  it('between attempts makes no further attempt', async () => {
    const { model, clock } = await hosted([faults.busy]);
    const abort = new AbortController();
    const heard = listen(model, smallRequest, abort.signal);
    await clock.armed(1_125);
    abort.abort(new Error('stop'));
    await expect(heard).rejects.toThrow('stop');
    expect(server.requests.length).toBe(1);
  });

  it('before the call sends nothing', async () => {
    const { model } = await hosted([say('no')]);
    await expect(listen(model, smallRequest, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(server.requests.length).toBe(0);
  });

  it('leaving the loop early closes the socket too', async () => {
    const { model, clock } = await hosted([faults.stall]);
    for await (const _ of model.stream(smallRequest, new AbortController().signal)) break;
    await server.allClosed();
    expect(clock.running()).toEqual([]);
  });
});

describe('retries, before anything was visible', () => {
  it.each<FaultName>(['busy', 'server_error', 'overloaded', 'bad_gateway_html', 'cut_before_text', 'garbage'])(
    'one %s, then the answer',
    async (fault) => {
      const { model, clock } = await hosted([faults[fault], say('Hello')]);
      const heard = listen(model);
      await wait(clock, fault === 'busy' ? 1_125 : 375);
      expect((await heard).text).toBe('Hello');
      expect(server.requests.length).toBe(2);
    },
  );

  it.each<[FaultName, string]>([
    ['busy', 'busy'],
    ['server_error', 'busy'],
    ['bad_gateway_html', 'busy'],
    ['cut_before_text', 'unavailable'],
  ])('a lasting %s is asked three times, then %s', async (fault, code) => {
    const { model, clock } = await hosted([faults[fault]]);
    const heard = listen(model);
    await (fault === 'busy' ? wait(clock, 1_125, 1_125) : wait(clock, 375, 750));
    expect((await heard).failure?.code).toBe(code);
    expect(server.requests.length).toBe(3);
  });

  it('a provider that asks for a long wait is not waited for', async () => {
    const { model } = await hosted([faults.busy_long]);
    expect((await listen(model)).failure).toMatchObject({ code: 'busy', retry_after: 60 });
    expect(server.requests.length).toBe(1);
  });

  it.each<FaultName>(['bad_request', 'bad_key', 'error_frame', 'bad_frames_only', 'huge_frame'])('%s is not retried', async (fault) => {
    const { model } = await hosted([faults[fault]]);
    expect((await listen(model)).failure?.code).toBe('unavailable');
    expect(server.requests.length).toBe(1);
  });

  it('a redirect is not followed', async () => {
    const other = await startScriptedModel([say('stolen')]);
    const { model } = await hosted([{ status: 307, headers: { location: `${other.url}/chat/completions` }, steps: [] }]);
    expect((await listen(model)).failure?.code).toBe('unavailable');
    expect(other.requests.length).toBe(0);
    await other.close();
  });

  it('a refused connection is unavailable', async () => {
    const { model, clock } = await hosted([]);
    await server.close();
    const heard = listen(model);
    await wait(clock, 375, 750);
    expect((await heard).failure?.code).toBe('unavailable');
  });
});

describe('time', () => {
  it('no headers within 15 s is a timeout, without another attempt', async () => {
    const { model, clock } = await hosted([faults.hang_before_headers]);
    const heard = listen(model);
    await server.requested(1);
    await wait(clock, 15_000);
    expect((await heard).failure?.code).toBe('timeout');
    await server.allClosed();
    expect(server.requests.length).toBe(1);
  });

  it('20 s without a whole event is a timeout, however many bytes came', async () => {
    const more = Promise.withResolvers<void>();
    const { model, clock } = await hosted([{ steps: [{ raw: 'data: ' }, { until: more.promise }, { raw: '{"choi' }, { end: 'hang' }] }]);
    const heard = listen(model);
    await clock.armed(20_000);
    clock.advance(19_000);
    more.resolve();
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    clock.advance(1_000);
    expect((await heard).failure?.code).toBe('timeout');
  });

  it('comments count as events only for a provider that works behind them', async () => {
    const more = Promise.withResolvers<void>();
    const script = [
      { steps: [{ raw: ': first\n\n' }, { until: more.promise }, { raw: ': OPENROUTER PROCESSING\n\n' }, { end: 'hang' as const }] },
    ];
    const { model, clock } = await hosted(script, { profile: 'openrouter' });
    const heard = listen(model);
    await clock.armed(20_000);
    clock.advance(19_000);
    more.resolve();
    await wait(clock, 20_000);
    expect((await heard).failure?.code).toBe('timeout');
    expect(clock.now()).toBe(39_000);
  });
});

describe('a loss after something was visible', () => {
  it.each<FaultName>(['cut_mid_text', 'reset_mid_text', 'end_mid_text', 'error_frame_mid_text'])(
    '%s keeps the text and is interrupted, never retried',
    async (fault) => {
      const { model } = await hosted([faults[fault]]);
      const heard = await listen(model);
      expect([heard.text, heard.failure?.code, server.requests.length]).toEqual(['The answer begins', 'interrupted', 1]);
    },
  );

  it('a stall is interrupted', async () => {
    const { model, clock } = await hosted([faults.stall]);
    const heard = listen(model);
    await wait(clock, 20_000);
    expect((await heard).failure?.code).toBe('interrupted');
  });

  it('a cut in the middle of a call gives a broken call, never a call', async () => {
    const { model } = await hosted([faults.cut_mid_call]);
    const heard = await listen(model);
    expect(heard.events.map((event) => event.type)).toEqual(['broken-call', 'finish']);
    expect(server.requests.length).toBe(1);
  });
});

describe('what is ignored', () => {
  it.each<[FaultName, string]>([
    ['bad_frames', 'The answer begins'],
    ['no_done', 'The answer begins'],
    ['text_after_finish', 'The answer begins'],
    ['two_choices', 'The answer begins and ends.'],
  ])('%s completes', async (fault, text) => {
    const { model } = await hosted([faults[fault]]);
    const heard = await listen(model);
    expect([heard.text, heard.failure, heard.events.at(-1)?.type]).toEqual([text, undefined, 'finish']);
  });
});

it('nothing of an upstream error leaves but its cause, and no key even there', async () => {
  const echo: Answer = {
    status: 401,
    steps: [{ raw: JSON.stringify({ error: { message: `incorrect key ${key}, not sk-another0123456789` } }) }],
  };
  for (const answer of [echo, faults.bad_gateway_html, faults.error_frame, faults.error_frame_mid_text]) {
    const { model, clock } = await hosted([answer]);
    const heard = listen(model);
    if (answer === faults.bad_gateway_html) await wait(clock, 375, 750);
    const { failure } = await heard;
    expect(failure?.message).not.toMatch(/SECRET|incorrect/);
    expect(inspect(failure, { depth: 9 })).not.toMatch(/planted|sk-another|<html>/);
    if (answer !== faults.error_frame_mid_text) await server.close();
  }
});
