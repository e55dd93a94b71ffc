import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../bff/model/hosted/clock.ts';
import { createHostedModel } from '../bff/model/hosted/hosted.ts';
import { framesOf, readStream, type Stream, startTestBff, type TestBff, textOf } from './bff.ts';
import { type FaultName, faults } from './scripted-model/faults.ts';
import { type Answer, callTools, say } from './scripted-model/script.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model/server.ts';
import { shop } from './small-shop.ts';

/** The model's own timers run this much faster than the clock on the wall, so that 20 s without a word take one. */
const FASTER = 20;

interface Expected {
  /** Calls of the model, tries included. */
  readonly calls: number;
  /** Code of the error frame; absent: a good end. */
  readonly error?: string;
  /** What the last frame says. */
  readonly finish: string;
  /** Whether what the model had begun to say stays. */
  readonly begun?: boolean;
  readonly notice?: string;
}

const refused = (error: string, calls: number): Expected => ({ calls, error, finish: 'error' });
const brokenOff: Expected = { calls: 1, error: 'interrupted', finish: 'interrupted', begun: true };
const complete: Expected = { calls: 1, finish: 'stop', begun: true };

/** What each upstream fault of the reliability table comes to, when nothing else answers (`MODEL_FALLBACKS=[]`). */
const table: Readonly<Record<FaultName, Expected>> = {
  busy: refused('busy', 3),
  busy_long: refused('busy', 1),
  server_error: refused('busy', 3),
  overloaded: refused('busy', 3),
  bad_gateway_html: refused('busy', 3),
  bad_request: refused('unavailable', 1),
  bad_key: refused('unavailable', 1),
  redirect: refused('unavailable', 1),
  hang_before_headers: refused('timeout', 1),
  hang_after_headers: refused('timeout', 1),
  cut_before_text: refused('unavailable', 3),
  slow_loris: refused('timeout', 1),
  stall: brokenOff,
  garbage: refused('unavailable', 3),
  bad_frames: complete,
  bad_frames_only: refused('unavailable', 1),
  error_frame: refused('unavailable', 1),
  error_frame_mid_text: brokenOff,
  huge_frame: refused('unavailable', 1),
  cut_mid_text: brokenOff,
  reset_mid_text: brokenOff,
  end_mid_text: brokenOff,
  no_done: complete,
  cut_mid_call: refused('interrupted', 2),
  broken_arguments: refused('interrupted', 2),
  // Told each time which tools there are; as many steps as a turn may have.
  unknown_tool: refused('limit', 12),
  two_choices: complete,
  text_after_finish: complete,
  length: { calls: 1, finish: 'length', begun: true, notice: 'cut_short' },
  filter: { calls: 1, error: 'filtered', finish: 'interrupted', begun: true },
};

describe('every fault of the upstream, at the real BFF', () => {
  let bff: TestBff;
  let upstream: ScriptedModel;
  let script: (nth: number) => Answer = () => say('Hello.');
  let first = 0;
  beforeAll(async () => {
    upstream = await startScriptedModel((_, nth) => script(nth - first));
    bff = await startTestBff({
      items: shop,
      model: createHostedModel({
        base_url: upstream.url,
        api_key: 'sk-planted0123456789abcdef',
        name: 'scripted',
        clock: { ...systemClock, after: (ms, run) => systemClock.after(ms / FASTER, run) },
      }),
    });
  });
  afterAll(async () => {
    await bff.close();
    await upstream.close();
  });

  /** One turn under a script of its own, with the invariants that hold whatever happens. */
  async function turn(answers: (nth: number) => Answer): Promise<{ stream: Stream; calls: number }> {
    script = answers;
    first = upstream.requests.length;
    const stream = await bff.ask('a light camera');
    // I1: one end, and [DONE] after it.
    expect(stream.received.filter(({ frame }) => frame.type === 'finish' || frame.type === 'abort')).toHaveLength(1);
    expect(['finish', 'abort']).toContain(stream.received.at(-1)?.frame.type);
    expect(stream.done).toBe(true);
    // I2: numbers without a gap.
    expect(stream.received.map(({ id }) => id)).toEqual(stream.received.map((_, n) => n + 1));
    // I3: nothing of an upstream, no tag, no stack.
    expect(stream.body).not.toMatch(/SECRET|sk-planted|<itemCard|<html|scripted|rate limit|\bat \S+ \(|node:|SECOND-CHOICE|AFTER-FINISH/);
    // I4: nothing goes on.
    await Promise.all(upstream.answering);
    expect(bff.turns.size).toBe(0);
    return { stream, calls: upstream.requests.length - first };
  }

  it.each(Object.entries(table) as [FaultName, Expected][])(
    '%s',
    async (fault, { calls: wanted, error, finish, begun, notice }) => {
      const { stream, calls } = await turn(() => faults[fault]);
      expect(framesOf(stream, 'error').map(({ code }) => code)).toEqual(error === undefined ? [] : [error]);
      expect(framesOf(stream, 'finish').map(({ finishReason }) => finishReason)).toEqual([finish]);
      expect(calls).toBe(wanted);
      if (begun) expect(textOf(stream)).toContain('The answer begins');
      if (notice) expect(framesOf(stream, 'data-notice').map(({ data }) => data.code)).toContain(notice);
      expect(framesOf(stream, 'tool-output-available')).toEqual([]);
    },
    30_000,
  );

  it.each(['busy', 'server_error', 'overloaded', 'bad_gateway_html', 'cut_before_text'] as const)(
    '%s once, before the first word, is tried again and nobody notices',
    async (fault) => {
      const { stream, calls } = await turn((nth) => (nth === 0 ? faults[fault] : say('Hello.')));
      expect(calls).toBe(2);
      expect(framesOf(stream, 'error')).toEqual([]);
      expect(textOf(stream)).toBe('Hello.');
    },
  );

  it.each(Object.keys(table) as FaultName[])(
    '%s after a search that went well',
    async (fault) => {
      const { stream } = await turn((nth) =>
        nth === 0 ? callTools([{ name: 'search_db', arguments: { query: 'camera' } }]) : faults[fault],
      );
      expect(framesOf(stream, 'tool-output-available')).toHaveLength(1);
      expect(framesOf(stream, 'data-itemCard')).toEqual([]);
    },
    30_000,
  );

  it('a refused connection is told at once', async () => {
    await upstream.close();
    const stream = await readStream(await bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text: 'a camera' }, locale: 'en' }));
    expect(framesOf(stream, 'error')).toMatchObject([{ code: 'unavailable', retryable: true }]);
  });
});
