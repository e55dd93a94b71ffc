import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a shop's endpoint got. */
export interface EndpointRequest {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** What it answers: a value sent as JSON, or a function that writes to the socket itself. */
export type EndpointAnswer = { readonly json: unknown } | ((response: ServerResponse) => void);

/** A shop's own endpoint on a real socket of this machine. Keeps what it was asked. */
export async function startShopEndpoint(answer: (request: EndpointRequest) => EndpointAnswer) {
  const requests: EndpointRequest[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    let text = '';
    for await (const chunk of incoming) text += String(chunk);
    const request = { path: incoming.url ?? '', body: JSON.parse(text) as Record<string, unknown> };
    requests.push(request);
    const reply = answer(request);
    if (typeof reply === 'function') reply(response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply.json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ShopEndpoint = Awaited<ReturnType<typeof startShopEndpoint>>;

/** Ways in which an endpoint gives no answer; `silent` keeps the socket open and says nothing. */
export const brokenAnswers = {
  'an error with a body': (response) => response.writeHead(500).end('<html>secret stack</html>'),
  'a page that is not JSON': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
  'a wrong shape': (response) => response.writeHead(200).end('[1, 2]'),
  'a redirect to another host': (response) => response.writeHead(307, { location: 'http://192.0.2.1/' }).end(),
  'half an answer': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"pass');
    response.destroy();
  },
  'a huge answer': (response) => {
    response.on('error', () => undefined);
    const chunk = `"${'x'.repeat(64 * 1024)}",`;
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    response.writeHead(200).write('[');
    more();
  },
} satisfies Record<string, (response: ServerResponse) => void>;

export const silent = (): void => undefined;
