import { connect } from 'node:net';
import type { Contestant } from '../relay/contestants.ts';
import type { Stream } from '../relay/streams.ts';

/** Seconds after which a slow reader has seen enough and leaves. */
const LEAVES_AFTER_S = 20;

/** Reads a stream at so many bytes a second and no more: the rest waits in the kernel, then at the server. */
export function readSlowly(port: number, contestant: Contestant, bytes: number, plan?: string): Promise<Stream> {
  return new Promise((resolve) => {
    const body = contestant.body(plan);
    const began = performance.now();
    let status = '';
    const socket = connect({
      port,
      host: '127.0.0.1',
      onread: {
        buffer: Buffer.alloc(bytes),
        callback: (count, buffer) => {
          status ||= Buffer.from(buffer).toString('latin1', 0, Math.min(count, 15));
          setTimeout(() => socket.resume(), 1000);
          return false;
        },
      },
    });
    const end = (outcome: Stream['outcome'], problem?: string): void => {
      clearTimeout(leaving);
      socket.destroy();
      resolve({ outcome, first_ms: Number.NaN, delays: [], ...(problem ? { problem } : {}) });
    };
    const leaving = setTimeout(() => end('whole'), LEAVES_AFTER_S * 1000);
    const told = (): string => `${status} after ${Math.round(performance.now() - began)} ms`;
    socket.on('error', (error) => end('error', `${error.message}, ${told()}`));
    socket.on('end', () => end(status.includes('200') ? 'whole' : 'error', told()));
    socket.on('close', () => end('error', `closed, ${told()}`));
    socket.write(
      `POST ${contestant.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}
