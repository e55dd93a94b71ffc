// The demo storefront by itself, without the copilot's server: `PORT=8780 node src/demo/dev.ts`.
import { serve } from '@hono/node-server';
import { createDemoShop } from './shop.ts';

const shop = createDemoShop();
serve(
  {
    port: Number(process.env.PORT ?? 8780),
    hostname: '127.0.0.1',
    fetch: async (request) => (await shop.fetch(request)) ?? new Response('Not found', { status: 404 }),
  },
  ({ port }) => console.error(`Demo storefront at http://127.0.0.1:${port}`),
);
