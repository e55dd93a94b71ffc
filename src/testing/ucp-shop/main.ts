/**
 * A live shop for tests: an MCP server of its own process with `search_catalog` and `lookup_catalog` over a few flowers. It
 * prints its address. `change` is a test's hand inside the shop.
 */
import { serve } from '@hono/node-server';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { flowers, type UcpProduct } from './products.ts';

const products = structuredClone(flowers) as UcpProduct[];
const meta = v.object({ 'ucp-agent': v.object({ profile: v.optional(v.string()) }) });
const reading = { readOnlyHint: true };

const answer = (found: readonly UcpProduct[], pagination?: object) => {
  const structuredContent = { ucp: { version: '2026-01-11' }, products: found, ...(pagination && { pagination }) };
  return { content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }], structuredContent };
};

const textOf = (product: UcpProduct): string => JSON.stringify(product).toLowerCase();

function createShop(): McpServer {
  const server = new McpServer({ name: 'flower-shop', version: '1.0.0' });
  const search = v.object({
    meta,
    catalog: v.object({
      query: v.string(),
      pagination: v.optional(v.object({ limit: v.optional(v.number(), 10), cursor: v.optional(v.string()) }), {}),
    }),
  });
  server.registerTool(
    'search_catalog',
    { description: 'Search for products.', inputSchema: toStandardJsonSchema(search), annotations: reading },
    async ({ catalog: { query, pagination } }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      // "gift" is in no product: this shop finds by meaning too.
      const found = products.filter((each) => words.every((word) => word === 'gift' || textOf(each).includes(word.replace(/s$/, ''))));
      const start = Number(pagination.cursor ?? 0);
      const end = start + Math.min(pagination.limit, 2);
      return answer(found.slice(start, end), { has_next_page: end < found.length, cursor: String(end), total_count: found.length });
    },
  );
  server.registerTool(
    'lookup_catalog',
    {
      description: 'Look up products or variants by identifier.',
      inputSchema: toStandardJsonSchema(v.object({ meta, catalog: v.object({ ids: v.array(v.string()) }) })),
      annotations: reading,
    },
    async ({ catalog: { ids } }) =>
      answer(products.filter(({ id, variants }) => ids.includes(id) || variants.some((each) => ids.includes(each.id)))),
  );
  server.registerTool(
    'change',
    {
      description: 'Sets a price, and sells the last one.',
      inputSchema: toStandardJsonSchema(v.object({ id: v.string(), amount: v.number() })),
    },
    async ({ id, amount }) => {
      for (const variant of products.flatMap((each) => each.variants).filter((each) => each.id === id)) {
        variant.price = { amount, currency: 'USD' };
        variant.availability = { available: false, status: 'out_of_stock' };
      }
      return answer([]);
    },
  );
  return server;
}

const handler = createMcpHandler(createShop);
serve({ port: Number(process.env.PORT ?? 0), hostname: '127.0.0.1', fetch: (request) => handler.fetch(request) }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}/mcp\n`),
);
