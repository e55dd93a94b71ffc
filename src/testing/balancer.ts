import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A plain proxy in front of several servers. */
export interface Balancer {
  readonly url: string;
  /** Requests each target got, in the order given. */
  readonly counts: readonly number[];
  /** Sends what comes next to this target alone; undefined: takes turns again. */
  prefer(target: number | undefined): void;
  close(): Promise<void>;
}

/**
 * Round robin without memory: each request goes to the next target, streams pass as they come, and a target that refuses the
 * connection costs the client a 502. It knows nothing of conversations.
 */
export async function startBalancer(targets: () => readonly string[]): Promise<Balancer> {
  let next = 0;
  let preferred: number | undefined;
  const counts: number[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    const all = targets();
    const at = preferred ?? next++ % all.length;
    counts[at] = (counts[at] ?? 0) + 1;
    const target = new URL(incoming.url ?? '/', all[at]);
    const headers = { ...incoming.headers, host: target.host };
    const onward = ask(target, { method: incoming.method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      // A target that dies in the middle of a stream cuts the client off too.
      answer.once('error', () => outgoing.destroy());
    });
    onward.once('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502, { 'retry-after': '1' }).end();
    });
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    prefer(target) {
      preferred = target;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
