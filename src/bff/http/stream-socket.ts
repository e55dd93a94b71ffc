import type { ServerResponse } from 'node:http';

/** The body of an answer whose headers are sent. */
export interface StreamSocket {
  /** @returns false when the reader has not yet taken what was written before. */
  write(text: string): boolean;
  /** What is written from now to the end of this round of the event loop leaves as one: each write by itself wakes both machines. */
  gather(): void;
  /** Resolves when it has, or when it has left; a reader that takes nothing for `stalled_ms` is made to leave. */
  drained(stalled_ms: number): Promise<void>;
}

/**
 * Writes to the connection itself. `ServerResponse.write` hands each chunk to the socket in four pieces (length, line end, chunk, line
 * end) at the end of the tick; one string, written at once, costs about half (`bench/relay.ts`). Clients of HTTP/1.0 get no chunks.
 */
export function streamSocket(answer: ServerResponse): StreamSocket {
  const { socket, chunkedEncoding } = answer;
  const writable = socket ?? answer;
  const direct = socket !== null && chunkedEncoding;
  let gathering = false;
  return {
    gather() {
      if (gathering) return;
      gathering = true;
      writable.cork();
      setImmediate(() => {
        gathering = false;
        writable.uncork();
      });
    },
    write(text) {
      if (text === '') return true;
      if (!direct) return answer.write(text);
      return !socket.destroyed && socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
    },
    drained: (stalled_ms) =>
      new Promise((resolve) => {
        if (writable.destroyed || !writable.writableNeedDrain) return resolve();
        const done = (): void => {
          clearTimeout(stalled);
          writable.off('drain', done).off('close', done);
          resolve();
        };
        const stalled = setTimeout(() => answer.destroy(), stalled_ms);
        writable.on('drain', done).on('close', done);
      }),
  };
}
