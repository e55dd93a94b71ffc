/** One thing the scripted server does while it answers. Steps run in order. */
export type Step =
  /** A frame of the stream, written as one `data:` event. */
  | { readonly frame: unknown }
  /** Bytes as they are. */
  | { readonly raw: string | Uint8Array }
  /** Waits; the server's `sleep` decides what a millisecond is. */
  | { readonly pause_ms: number }
  /** Waits for a promise that the test settles. */
  | { readonly until: Promise<unknown> }
  /** `hang`: says nothing more, connection open. `cut`: closes it in the middle. `reset`: TCP reset. */
  | { readonly end: 'hang' | 'cut' | 'reset' };

/** What one call is answered with. A step before any output can hang, cut or reset before the headers. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  /** Default: an event stream's. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** The fields of a chat-completions request that scripts look at. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string | null; readonly [field: string]: unknown }[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly [field: string]: unknown;
}

/** Answers by position (the last one repeats), or chosen by looking at the request. */
export type Script = readonly Answer[] | ((request: ChatRequest, nth: number) => Answer);

export interface ScriptedCall {
  readonly name: string;
  /** An object is written as JSON; a string goes out as it is, so it may be broken. */
  readonly arguments: Readonly<Record<string, unknown>> | string;
  readonly id?: string;
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120, prompt_tokens_details: { cached_tokens: 64 } };

/** A chunk with one choice. */
export function chunk(delta: Readonly<Record<string, unknown>>, finish_reason: string | null = null): Step {
  return {
    frame: {
      id: 'chatcmpl-scripted',
      object: 'chat.completion.chunk',
      created: 1_700_000_000,
      model: 'scripted',
      choices: [{ index: 0, delta, finish_reason }],
    },
  };
}

/** One chunk per piece of text. */
export function textChunks(pieces: readonly string[]): Step[] {
  return pieces.map((content) => chunk({ content }));
}

/** A call as OpenAI sends it: id and name first, then the arguments in pieces of at most `size` characters. */
export function callChunks(call: ScriptedCall, index = 0, size = 12): Step[] {
  const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments);
  const id = call.id ?? `call_${index}_${call.name}`;
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  return [
    chunk({ tool_calls: [{ index, id, type: 'function', function: { name: call.name, arguments: '' } }] }),
    ...pieces.map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
  ];
}

/** Finish reason, usage, `[DONE]`. */
export function ending(finish_reason: string): Step[] {
  return [chunk({}, finish_reason), { frame: { object: 'chat.completion.chunk', choices: [], usage } }, { raw: 'data: [DONE]\n\n' }];
}

/** A whole answer of text, cut into pieces of at most `size` code points, or as given. */
export function say(text: string | readonly string[], size = 4): Answer {
  return { steps: [...textChunks(typeof text === 'string' ? pieces(text, size) : text), ...ending('stop')] };
}

/** A whole answer that calls tools, after some words if given. */
export function callTools(calls: readonly ScriptedCall[], words = ''): Answer {
  return {
    steps: [...textChunks(pieces(words, 4)), ...calls.flatMap((call, index) => callChunks(call, index)), ...ending('tool_calls')],
  };
}

/** The same answer with a pause before every frame and `first_ms` before the first. */
export function paced(answer: Answer, first_ms: number, between_ms: number): Answer {
  return {
    ...answer,
    steps: answer.steps.flatMap((step, n): Step[] => [{ pause_ms: n === 0 ? first_ms : between_ms }, step]),
  };
}

function pieces(text: string, size: number): string[] {
  const points = [...text];
  return Array.from({ length: Math.ceil(points.length / size) }, (_, n) => points.slice(n * size, (n + 1) * size).join(''));
}
