import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds between the events of one stream. */
export const PACE_MS = 50;

/** Streams that this process writes while it does other things. */
export interface Streams {
  /** Gaps between events since the last call, longer than {@link PACE_MS} by so many milliseconds, as its readers saw them. */
  late(): Promise<number[]>;
  close(): Promise<void>;
}

/** Opens `count` event streams from this process, where a BFF's own run, to readers in another one. */
export async function openStreams(count: number): Promise<Streams> {
  const open = new Set<ServerResponse>();
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    open.add(answer);
    const timer = setInterval(() => answer.write('data: {"type":"text-delta","delta":"word "}\n\n'), PACE_MS);
    answer.on('close', () => {
      clearInterval(timer);
      open.delete(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const readers = fork(new URL('./stream-readers.ts', import.meta.url), [String((server.address() as AddressInfo).port), String(count)]);
  await once(readers, 'message');
  return {
    async late() {
      readers.send('report');
      const [gaps] = (await once(readers, 'message')) as [number[]];
      return gaps;
    },
    async close() {
      readers.kill();
      for (const answer of open) answer.destroy();
      server.close();
      await once(readers, 'exit');
    },
  };
}
