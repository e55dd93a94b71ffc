import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { PART_VERSION } from '../../protocol/parts.ts';
import { encodedDone, encodeFrame, eventStreamHeaders, heartbeat } from '../../protocol/sse.ts';
import { type RunEntry, RunTaken } from '../runs/log.ts';
import type { HttpEnvironment } from './environment.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for this long is let go; it can resume. */
const STALLED_MS = 30_000;

/**
 * Milliseconds between two writes of nothing but words. A reader takes words in by groups, so tokens that come closer
 * together than this travel together; a first word, a card and an end never wait for it, and take the waiting words along.
 */
const WORDS_MS = 40;

/** Characters that may wait; past it they are written, so that a stalled socket is noticed. */
const HELD_LIMIT = 16 * 1024;

/** Whether a batch holds words and nothing a shopper waits for. */
function onlyWords(batch: readonly RunEntry[]): boolean {
  return batch.every((entry) => (entry.kind === 'part' ? entry.frame.type === 'text-delta' : entry.kind === 'model-text'));
}

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

  let held = '';
  let writtenAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  /** @returns false when the socket is full. */
  const write = (text: string): boolean => {
    clearTimeout(timer);
    timer = undefined;
    const all = held + text;
    held = '';
    writtenAt = performance.now();
    return all === '' || socket.write(all);
  };

  const send = async (): Promise<void> => {
    let ended = false;
    for await (const batch of follow(gone.signal)) {
      const text = encodeBatch(batch);
      if (batch.at(-1)?.kind === 'run-finished') ended = true;
      const rest = onlyWords(batch) ? writtenAt + WORDS_MS - performance.now() : 0;
      if (rest > 0) {
        held += text;
        timer ??= setTimeout(write, rest, '');
        if (held.length > HELD_LIMIT && !write('')) await drained();
      } else if (!write(text)) await drained();
      if (gone.signal.aborted) return;
    }
    socket.end(held + (ended ? encodedDone : ''));
  };

  void send()
    .catch((error: unknown) => {
      // This reader saw what the run's new owner knows nothing of: the conversation says what holds.
      if (error instanceof RunTaken && !gone.signal.aborted)
        socket.end(encodeFrame({ type: 'data-resync', data: { v: PART_VERSION } }) + encodedDone);
      else socket.destroy();
    })
    .finally(() => {
      clearInterval(beat);
      clearTimeout(timer);
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
