/**
 * A real MCP server for tests. `node main.ts` serves stdio; `--http` streamable HTTP on loopback, printing its address;
 * `--http --sessions` the same as servers of 2025 did it, with a session that a restart forgets. With `SHOP_KEY` set, HTTP
 * wants `Authorization: Bearer <SHOP_KEY>`.
 */
import { serve } from '@hono/node-server';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { sessionHandler } from './sessions.ts';
import { createServerState, createShopServer } from './tools.ts';

const state = createServerState();

function httpHandler(): (request: Request) => Promise<Response> {
  if (process.argv.includes('--sessions')) return sessionHandler(() => createShopServer(state, () => undefined));
  const handler = createMcpHandler(() => createShopServer(state, () => handler.notify.toolsChanged()));
  return (request) => handler.fetch(request);
}

if (process.argv.includes('--http')) {
  const key = process.env.SHOP_KEY;
  const handle = httpHandler();
  serve(
    {
      port: Number(process.env.PORT ?? 0),
      hostname: '127.0.0.1',
      fetch: (request) =>
        key && request.headers.get('authorization') !== `Bearer ${key}`
          ? new Response(`wrong key, expected ${key}`, { status: 401 })
          : handle(request),
    },
    ({ port }) => process.stdout.write(`http://127.0.0.1:${port}/mcp\n`),
  );
} else {
  serveStdio(() => createShopServer(state, () => undefined));
}
