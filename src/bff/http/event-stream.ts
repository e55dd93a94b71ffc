import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { PART_VERSION } from '../../protocol/parts.ts';
import { encodedDone, encodeFrame, eventStreamHeaders, heartbeat } from '../../protocol/sse.ts';
import { type RunEntry, RunTaken } from '../runs/log.ts';
import type { HttpEnvironment } from './environment.ts';
import { streamSecurityHeaders } from './security-headers.ts';
import { streamSocket } from './stream-socket.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for this long is let go; it can resume. */
const STALLED_MS = 30_000;

/**
 * Characters written as one piece. A reader far behind is given the rest piece by piece: what waits for it stays in the run log, where
 * all readers share it, and each piece it takes shows that it still reads.
 */
const PIECE = 16 * 1024;

/** A batch of log entries as the bytes a reader gets, its frames numbered, in pieces. */
function* encodeBatch(batch: readonly RunEntry[]): Generator<string> {
  let text = '';
  for (const entry of batch) {
    if (entry.kind !== 'part') continue;
    text += encodeFrame(entry.frame, entry.n);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

export interface EventStreamOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Told when the reader has left or everything is sent. */
  readonly onClose?: () => void;
  /** Milliseconds; default 30 s. */
  readonly stalled_ms?: number | undefined;
}

/**
 * Sends a run to one reader at the reader's own pace. Written to the socket directly: a web stream between log and socket
 * would cost more than the guard.
 * @param follow the run's entries from the reader's place on.
 */
export function sendRun(
  c: Context<HttpEnvironment>,
  follow: (signal: AbortSignal) => AsyncIterable<readonly RunEntry[]>,
  { headers, onClose, stalled_ms = STALLED_MS }: EventStreamOptions = {},
): Response {
  const answer = c.env.outgoing;
  const gone = new AbortController();
  answer.once('close', () => gone.abort());
  answer.writeHead(200, { ...streamSecurityHeaders, ...eventStreamHeaders, ...c.get('headers'), ...headers });
  const socket = streamSocket(answer);
  // The first frames are there at once, and so is the call of the model, which goes out before them.
  socket.gather();
  answer.flushHeaders();
  const beat = setInterval(() => socket.write(heartbeat), HEARTBEAT_MS);

  const send = async (): Promise<void> => {
    let ended = false;
    for await (const batch of follow(gone.signal)) {
      if (batch.at(-1)?.kind === 'run-finished') ended = true;
      for (const piece of encodeBatch(batch)) {
        if (!socket.write(piece)) await socket.drained(stalled_ms);
        if (gone.signal.aborted) return;
      }
    }
    // In one piece with the end of the body: a browser that leaves at the mark would cut the connection that it could use again.
    socket.gather();
    socket.write(ended ? encodedDone : '');
    answer.end();
  };

  void send()
    .catch((error: unknown) => {
      // This reader saw what the run's new owner knows nothing of: the conversation says what holds.
      if (error instanceof RunTaken && !gone.signal.aborted) {
        socket.write(encodeFrame({ type: 'data-resync', data: { v: PART_VERSION } }) + encodedDone);
        answer.end();
      } else answer.destroy();
    })
    .finally(() => {
      clearInterval(beat);
      onClose?.();
    });
  return RESPONSE_ALREADY_SENT as Response;
}

/** A few ready frames as a stream: a resync, or an answer rebuilt from what the conversation kept. */
export function sendFrames(
  c: Context<HttpEnvironment>,
  encoded: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  return c.body([...encoded, encodedDone].join(''), 200, { ...eventStreamHeaders, ...headers });
}
