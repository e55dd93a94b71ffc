import { createHttpOrders } from '../src/bff/orders/http.ts';
import { createOrdersOf, type OrderRecord } from '../src/bff/orders/memory.ts';
import type { OrderService } from '../src/bff/orders/orders.ts';
import { createResilience } from '../src/bff/remote/resilience.ts';
import { createLogisticsQuery } from '../src/bff/tools/logistics-query/logistics-query.ts';
import { createOrderQuery } from '../src/bff/tools/order-query/order-query.ts';
import type { ToolContext } from '../src/bff/tools/tool.ts';
import { startShopEndpoint } from '../src/testing/shop-endpoint.ts';

// Whether the time of an answer tells a foreign order number from one that never was (reliability T9: within 20 ms at p50).
//
//   node bench/orders-timing.ts [calls]
//
// Method: 10 000 orders of 2 000 shoppers. One shopper asks `order_query` and `logistics_query` for numbers of others and for
// numbers of nobody, in turns, so that whatever else the machine does meets both alike; the first 200 pairs are not counted.
// Once with the orders in this process, once behind a real HTTP endpoint on loopback that looks the shopper up.

const PAIRS = Number(process.argv[2] ?? 2000);
const WARM_UP = 200;
const ORDERS = 10_000;
const SHOPPERS = 2_000;

const records: readonly OrderRecord[] = Array.from({ length: ORDERS }, (_, n) => ({
  user_id: `shopper-${n % SHOPPERS}`,
  order: {
    id: `F${n}`,
    status: 'shipped',
    placed_at: '2026-01-01T00:00:00Z',
    lines: [{ item_id: 'cam', title: 'Camera', quantity: 1, price: { amount: 9900, currency: 'CNY' } }],
    total: { amount: 9900, currency: 'CNY' },
  },
  tracking: { order_id: `F${n}`, carrier: 'SF', events: [] },
}));

const context: ToolContext = { locale: 'en', sub: 'shopper-0', signal: new AbortController().signal, inLedger: () => false };

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** Median milliseconds for numbers of others and of nobody. */
async function measure(ask: (order_id: string) => Promise<unknown>): Promise<{ foreign: number; unknown: number }> {
  const foreign: number[] = [];
  const unknown: number[] = [];
  for (let pair = 0; pair < PAIRS + WARM_UP; pair++) {
    // Never a number of shopper 0, and as long as the other one.
    const number = 1001 + (pair % 990);
    const [a, b] = [await timed(() => ask(`F${number}`)), await timed(() => ask(`G${number}`))];
    if (pair < WARM_UP) continue;
    foreign.push(a);
    unknown.push(b);
  }
  return { foreign: median(foreign), unknown: median(unknown) };
}

async function report(where: string, service: OrderService): Promise<void> {
  const resilience = createResilience();
  const tools = { order_query: createOrderQuery(service, resilience), logistics_query: createLogisticsQuery(service, resilience) };
  for (const [name, tool] of Object.entries(tools)) {
    const { foreign, unknown } = await measure((order_id) => tool.execute({ order_id }, context));
    const difference = Math.abs(foreign - unknown);
    console.log(
      `${where.padEnd(10)} ${name.padEnd(16)} foreign p50 ${foreign.toFixed(4)} ms  unknown p50 ${unknown.toFixed(4)} ms  apart ${difference.toFixed(4)} ms`,
    );
    if (difference > 20) process.exitCode = 1;
  }
}

await report('in process', createOrdersOf(records));
const shop = createOrdersOf(records);
const endpoint = await startShopEndpoint(({ path, body }) => (response) => {
  const query = { user_id: String(body.user_id), order_id: String(body.order_id) };
  const answer =
    path === '/orders' ? shop.orders(query).then((orders) => ({ orders })) : shop.tracking(query).then((tracking) => ({ tracking }));
  void answer.then((value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)));
});
try {
  await report('endpoint', createHttpOrders(endpoint.url));
} finally {
  await endpoint.close();
}
