import { type Answer, callChunks, chunk, ending, type Step, textChunks } from './script.ts';

/** Headers are sent with the first byte, so a step before it hangs, cuts or resets before the headers. */
const begun = (steps: readonly Step[]): Answer => ({ steps: [...textChunks(['The answer ', 'begins']), ...steps] });

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = JSON.stringify({ error: { message, type: 'scripted', code: status } });
  return { status, headers: { 'content-type': 'application/json', ...headers }, steps: [{ raw: body }] };
}

/** One character at a time, the pause before each. */
function dribble(text: string, pause_ms: number): Step[] {
  return [...text].flatMap((letter) => [{ pause_ms }, { raw: letter }]);
}

const searchCall = { name: 'search_db', arguments: { query: 'a light camera for the night sky' }, id: 'call_cut' };

/** Every upstream fault of the reliability table, by name. Each is one answer of a script. */
export const faults = {
  /** 429 that asks for one second. */
  busy: refusal(429, 'rate limit reached', { 'retry-after': '1' }),
  /** 429 that asks for longer than anybody waits. */
  busy_long: refusal(429, 'rate limit reached', { 'retry-after': '60' }),
  server_error: refusal(500, 'internal error'),
  overloaded: refusal(503, 'overloaded'),
  bad_gateway_html: {
    status: 502,
    headers: { 'content-type': 'text/html' },
    steps: [{ raw: '<html><body><h1>502 Bad Gateway</h1><p>SECRET-UPSTREAM-PAGE</p></body></html>' }],
  },
  bad_request: refusal(400, 'unknown parameter'),
  bad_key: refusal(401, 'incorrect API key provided: sk-planted0123456789abcdef'),
  redirect: { status: 307, headers: { location: 'http://192.0.2.1/v1/chat/completions' }, steps: [] },
  hang_before_headers: { steps: [{ end: 'hang' }] },
  hang_after_headers: { steps: [{ raw: ': working\n\n' }, { end: 'hang' }] },
  cut_before_text: { steps: [{ raw: ': working\n\n' }, { end: 'cut' }] },
  /** One byte each 200 ms, for ever as far as a turn is concerned. */
  slow_loris: { steps: dribble(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'x'.repeat(4_000) } }] })}\n\n`, 200) },
  stall: begun([{ end: 'hang' }]),
  /** Not a stream of events at all. */
  garbage: { steps: [{ raw: Buffer.from([0, 255, 254, 10, 13, 195, 40, 10, 10]) }, { raw: 'lorem ipsum\n\n<xml/>\n\n' }] },
  /** Three frames that cannot be read in an answer that is fine otherwise. */
  bad_frames: begun([{ raw: 'data: {"choices":\n\n' }, { raw: 'data: 7\n\n' }, { raw: 'data: nope\n\n' }, ...ending('stop')]),
  bad_frames_only: { steps: Array.from({ length: 5 }, () => ({ raw: 'data: {"choices":[{\n\n' })) },
  error_frame: { steps: [{ frame: { error: { code: 400, message: 'SECRET-UPSTREAM-WORDS' } } }] },
  error_frame_mid_text: begun([{ frame: { error: { code: 502, message: 'SECRET-UPSTREAM-WORDS' } } }, ...ending('stop')]),
  huge_frame: {
    steps: [{ raw: `data: {"choices":[{"index":0,"delta":{"content":"${'x'.repeat(2 * 1024 * 1024)}"}}]}\n\n` }, ...ending('stop')],
  },
  cut_mid_text: begun([{ end: 'cut' }]),
  /** The pause lets the text arrive: a reset throws away what was not read. */
  reset_mid_text: begun([{ pause_ms: 50 }, { end: 'reset' }]),
  /** The body ends in good order, with neither a finish reason nor `[DONE]`. */
  end_mid_text: begun([]),
  /** Complete: several providers end like this. */
  no_done: begun([chunk({}, 'stop')]),
  cut_mid_call: { steps: [...callChunks(searchCall).slice(0, 3), { end: 'cut' }] },
  broken_arguments: { steps: [...callChunks({ ...searchCall, arguments: '{"query": "camera"' }), ...ending('tool_calls')] },
  unknown_tool: { steps: [...callChunks({ name: 'buy_it_now', arguments: {} }), ...ending('tool_calls')] },
  two_choices: begun([
    { frame: { choices: [{ index: 1, delta: { content: 'SECOND-CHOICE' } }] } },
    {
      frame: {
        choices: [
          { index: 0, delta: { content: ' and ends.' } },
          { index: 1, delta: { content: 'SECOND-CHOICE' } },
        ],
      },
    },
    ...ending('stop'),
  ]),
  text_after_finish: begun([chunk({}, 'stop'), ...textChunks(['AFTER-FINISH']), ...ending('stop')]),
  length: begun(ending('length')),
  filter: begun(ending('content_filter')),
} as const satisfies Record<string, Answer>;

export type FaultName = keyof typeof faults;

/** Whether `name` is a fault of the table. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}
