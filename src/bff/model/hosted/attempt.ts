import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type ModelEvent, ModelFailure } from '../port.ts';
import type { CallIds } from './calls.ts';
import type { Clock } from './clock.ts';
import { createEventQueue } from './event-queue.ts';
import { Setback } from './failures.ts';
import type { Profile } from './profiles.ts';
import { createReader } from './reader.ts';
import { readRefusal } from './refusal.ts';
import type { Place, Rounds } from './rounds.ts';

/** Milliseconds, all of monotonic time. */
export interface Timeouts {
  /** From sending the request to the answer's headers. */
  readonly first_byte_ms: number;
  /** Longest time without a complete event. */
  readonly idle_ms: number;
  /** After a finish reason: longest wait for usage and `[DONE]`, which some providers never send. */
  readonly settle_ms: number;
}

/** The fixed part of all calls of one hosted model. */
export interface Upstream {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: HttpAgent | HttpsAgent;
  readonly profile: Profile;
  readonly from: string;
  readonly timeouts: Timeouts;
  readonly clock: Clock;
  readonly rounds: Rounds;
  readonly redact: (text: string) => string;
}

/** One request to the provider. `next` rejects with a `Setback`, with a `ModelFailure` once something was visible, or with the signal's reason. */
export interface Attempt {
  next(): Promise<IteratorResult<ModelEvent>>;
  /** Closes the socket unless the answer is complete. */
  close(): void;
}

/** What may end a card, as JSON has it, or an answer: nothing of it waits any longer. */
const ENDS = />|\\u003[eE]|\[DONE\]|"finish_reason": ?"/;

/** Characters that may wait to be read: some fifty tokens. More at a time would hold the event loop up. */
const MOST_WAITING = 16 * 1024;

/** Connections stay open between calls; the one used last is used first. */
export function keepAliveAgent(url: URL): HttpAgent | HttpsAgent {
  const options = { keepAlive: true, scheduling: 'lifo' } as const;
  return url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
}

/** What one model call sends; the same for every attempt. */
export interface UpstreamCall {
  /** Written for each attempt: the text, some 25 kB, would otherwise be held as long as the answer lasts. */
  readonly body: () => string;
  readonly ids: CallIds;
}

/** Sends the call and reads the answer as it comes. */
export function startAttempt(upstream: Upstream, call: UpstreamCall, signal: AbortSignal): Attempt {
  const { clock, timeouts, redact } = upstream;
  let response: IncomingMessage | undefined;
  let open = true;
  let visible = false;
  const queue = createEventQueue();
  let place: Place | undefined;

  const body = call.body();
  const request = (upstream.url.protocol === 'https:' ? httpsRequest : httpRequest)(upstream.url, {
    method: 'POST',
    agent: upstream.agent,
    headers: { ...upstream.headers, 'content-length': Buffer.byteLength(body) },
  });

  let timer = clock.after(timeouts.first_byte_ms, () => fail(new Setback('timeout', 'the model did not answer in time')));

  function restartTimer(ms: number, run: () => void): void {
    timer.cancel();
    timer = clock.after(ms, run);
  }

  function leave(): void {
    open = false;
    timer.cancel();
    place?.leave();
    signal.removeEventListener('abort', abort);
  }

  function abort(): void {
    leave();
    queue.clear();
    queue.fail(signal.reason);
    request.destroy();
  }

  function fail(setback: Setback): void {
    if (!open) return;
    leave();
    request.destroy();
    const { failure } = setback;
    queue.fail(visible ? new ModelFailure('interrupted', failure.message, { cause: failure }) : setback);
  }

  function complete(): void {
    leave();
    queue.end();
    // The rest is the end of the body; a server that keeps it open keeps no socket of ours.
    if (!response || response.complete) return;
    const linger = clock.after(timeouts.settle_ms, () => request.destroy());
    response.once('close', () => linger.cancel());
    response.resume();
  }

  function emit(event: ModelEvent): void {
    if (event.type !== 'finish') visible = true;
    queue.push(event);
  }

  /** @param whole the provider did not stream: its one JSON body is read as if it were one frame. */
  function readAnswer(incoming: IncomingMessage, whole: boolean): void {
    restartTimer(timeouts.idle_ms, () => fail(new Setback('timeout', 'the model stopped answering')));
    const reader = createReader({
      profile: upstream.profile,
      from: upstream.from,
      ids: call.ids,
      redact,
      emit,
      progress: () => timer.refresh(),
      finishing: () => restartTimer(timeouts.settle_ms, () => reader.end()),
      complete,
      setback: fail,
    });
    let waiting = '';
    const read = (): void => {
      const text = waiting;
      waiting = '';
      if (text !== '') reader.feed(text);
    };
    if (open) place = upstream.rounds.join(read);
    // Decodes by character, wherever the bytes were cut.
    incoming.setEncoding('utf8');
    if (whole) waiting = 'data: ';
    incoming.on('data', (text: string) => {
      waiting += whole ? text.replace(/[\r\n]/g, ' ') : text;
      place?.came(!visible || waiting.length > MOST_WAITING || ENDS.test(text));
    });
    const end = (): void => {
      if (!open) return;
      read();
      reader.end();
    };
    incoming.once('end', end);
    incoming.once('error', end);
  }

  request.on('response', (incoming) => {
    response = incoming;
    if (!open) return;
    const type = incoming.headers['content-type'] ?? '';
    if (incoming.statusCode === 200 && !type.startsWith('text/html')) return readAnswer(incoming, type.startsWith('application/json'));
    restartTimer(timeouts.settle_ms, () => incoming.destroy());
    readRefusal(incoming, clock.now(), redact).then(fail);
  });
  // Once there is a response, it reports the loss itself, after what was received.
  request.on('error', (error) => {
    if (!response) fail(new Setback('unavailable', 'the model cannot be reached', { retry: true, cause: error }));
  });

  if (signal.aborted) abort();
  else {
    signal.addEventListener('abort', abort, { once: true });
    request.end(body);
  }
  return {
    next: queue.next,
    close() {
      if (!open) return;
      leave();
      queue.clear();
      queue.end();
      request.destroy();
    },
  };
}
