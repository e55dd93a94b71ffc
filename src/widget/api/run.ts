import { type Frame, type FrameFault, readFrame } from '../../protocol/frames.ts';
import { DONE } from '../../protocol/sse.ts';
import type { Client, Cursor } from './client.ts';
import { backoff, type Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import { readEvents } from './events.ts';

/** Failures in a row after which a run is given up; a frame that arrives sets the count back. */
const MAX_FAILURES = 6;
/** The BFF sends a heartbeat every 15 s; a connection quiet for longer than two is dead. */
const SILENCE_MS = 40_000;

/** Where following begins: with a question, or inside a run that is already there. */
export type RunStart =
  | { readonly kind: 'ask'; readonly body: string; readonly supersedes?: boolean }
  | { readonly kind: 'resume'; readonly cursor: Cursor };

export type RunEvent =
  /** `after`: its number, so that a reader who leaves here can come back here. */
  | { readonly kind: 'frame'; readonly frame: Frame; readonly after: number }
  /** A frame this build cannot read; worth one report. */
  | { readonly kind: 'fault'; readonly fault: FrameFault; readonly after: number }
  | { readonly kind: 'reconnecting' };

/**
 * `ended`: its last frame came · `resync`: load the conversation instead · `gone`: the server keeps this run no more ·
 * `lost`: it could not be reached again · `turned-away`: it can be reached, and lets this page read nothing.
 */
export type RunEnd = 'ended' | 'resync' | 'gone' | 'lost' | 'turned-away';

export interface FollowDeps {
  readonly client: Client;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const isEnd = (frame: Frame): boolean => frame.type === 'finish' || frame.type === 'abort';

/** Whether trying the same request again may help. A turn being stopped still answers 409 for a moment. */
function passing(error: unknown, start: RunStart, started: boolean): boolean {
  if (!(error instanceof ApiError)) return true;
  if (error.code === 'offline') return true;
  if (error.code === 'turn_running') return start.kind === 'ask' && start.supersedes === true;
  return started && (error.status >= 500 || error.status === 429);
}

/**
 * Yields a run's frames, each once and in order, over as many connections as it takes.
 * @throws {ApiError} what the BFF refused for good; `AbortError` when `signal` fires.
 */
export async function* followRun(start: RunStart, { client, clock, signal }: FollowDeps): AsyncGenerator<RunEvent, RunEnd> {
  let cursor = start.kind === 'resume' ? start.cursor : undefined;
  let last = cursor?.after ?? 0;
  let failures = 0;
  let ended = false;
  for (;;) {
    let wait: number | undefined;
    try {
      const response = cursor
        ? await client.resume({ ...cursor, after: last }, signal)
        : await client.ask((start as Extract<RunStart, { kind: 'ask' }>).body, signal);
      if (response.status === 204 || !response.body) return 'gone';
      for await (const event of readEvents(response.body, (read) => clock.within(SILENCE_MS, read))) {
        if (event.data === DONE) return ended ? 'ended' : 'gone';
        const frame = readFrame(event.data);
        if ('type' in frame && frame.type === 'data-resync' && !('fault' in frame)) return 'resync';
        const n = Number(event.id ?? Number.NaN);
        if (Number.isInteger(n)) {
          if (n <= last) continue;
          // A hole means something was lost on the way: ask again from the last one we have.
          if (n > last + 1) break;
          last = n;
        }
        failures = 0;
        if ('fault' in frame) {
          yield { kind: 'fault', fault: frame, after: last };
          continue;
        }
        if (frame.type === 'start') {
          const { conversation_id: conversationId, run_id: runId } = frame.messageMetadata;
          cursor = { conversationId, runId, after: last };
        }
        yield { kind: 'frame', frame, after: last };
        // Read on to [DONE]: leaving now would look like a connection broken off.
        ended ||= isEnd(frame);
      }
    } catch (error) {
      if (signal.aborted) throw error;
      if (ended) return 'ended';
      if (!passing(error, start, cursor !== undefined)) throw error;
      if (error instanceof ApiError && error.retryAfter !== undefined) wait = Math.min(error.retryAfter, 5) * 1000;
    }
    if (ended) return 'ended';
    // A page without network waits for it, however long: no try was made that could have failed.
    if (clock.online()) failures += 1;
    // A browser tells a page that its origin is not listed in the same words as a network that is down.
    if (failures > MAX_FAILURES) return !cursor && (await client.reaches()) ? 'turned-away' : 'lost';
    yield { kind: 'reconnecting' };
    await clock.sleep(wait ?? backoff(Math.max(failures, 1), clock.random), signal);
  }
}
