import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { encodedDone, encodeFrame, eventStreamHeaders, heartbeat } from '../../protocol/sse.ts';
import type { RunEntry } from '../runs/log.ts';
import type { HttpEnvironment } from './environment.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for this long is let go; it can resume. */
const STALLED_MS = 30_000;

/** A batch of log entries as the bytes a reader gets: its frames, numbered. */
function encodeBatch(batch: readonly RunEntry[]): string {
  let text = '';
  for (const entry of batch) if (entry.kind === 'part') text += encodeFrame(entry.frame, entry.n);
  return text;
}

export interface EventStreamOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Told when the reader has left or everything is sent. */
  readonly onClose?: () => void;
}

/**
 * Sends a run to one reader at the reader's own pace. Written to the socket directly: a web stream between log and socket
 * would cost more than the guard. Frames that came while the socket was full go out as one piece.
 * @param follow the run's entries from the reader's place on.
 */
export function sendRun(
  c: Context<HttpEnvironment>,
  follow: (signal: AbortSignal) => AsyncIterable<readonly RunEntry[]>,
  options: EventStreamOptions = {},
): Response {
  const socket = c.env.outgoing;
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  socket.writeHead(200, { ...eventStreamHeaders, ...c.get('headers'), ...options.headers });
  socket.flushHeaders();
  const beat = setInterval(() => socket.write(heartbeat), HEARTBEAT_MS);

  const drained = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(stalled);
        socket.off('drain', done);
        gone.signal.removeEventListener('abort', done);
        resolve();
      };
      const stalled = setTimeout(() => socket.destroy(), STALLED_MS);
      socket.once('drain', done);
      gone.signal.addEventListener('abort', done, { once: true });
    });

  const send = async (): Promise<void> => {
    let ended = false;
    for await (const batch of follow(gone.signal)) {
      const text = encodeBatch(batch);
      if (batch.at(-1)?.kind === 'run-finished') ended = true;
      if (text !== '' && !socket.write(text)) await drained();
      if (gone.signal.aborted) return;
    }
    socket.end(ended ? encodedDone : undefined);
  };

  void send()
    .catch(() => socket.destroy())
    .finally(() => {
      clearInterval(beat);
      options.onClose?.();
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
