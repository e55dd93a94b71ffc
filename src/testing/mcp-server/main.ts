/**
 * A real MCP server for tests: `node main.ts` serves stdio, `node main.ts --http` streamable HTTP on loopback and prints its
 * address. With `SHOP_KEY` set, HTTP wants `Authorization: Bearer <SHOP_KEY>`.
 */
import { serve } from '@hono/node-server';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createServerState, createShopServer } from './tools.ts';

const state = createServerState();

if (process.argv.includes('--http')) {
  const handler = createMcpHandler(() => createShopServer(state, () => handler.notify.toolsChanged()), {
    legacy: process.argv.includes('--modern') ? 'reject' : 'stateless',
  });
  const key = process.env.SHOP_KEY;
  serve(
    {
      port: Number(process.env.PORT ?? 0),
      hostname: '127.0.0.1',
      fetch: (request) =>
        key && request.headers.get('authorization') !== `Bearer ${key}`
          ? new Response(`wrong key, expected ${key}`, { status: 401 })
          : handler.fetch(request),
    },
    ({ port }) => process.stdout.write(`http://127.0.0.1:${port}/mcp\n`),
  );
} else {
  serveStdio(() => createShopServer(state, () => undefined));
}
