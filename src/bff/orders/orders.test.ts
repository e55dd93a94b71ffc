import { afterEach, describe, expect, it } from 'vitest';
import type { Order, Tracking } from '../../protocol/order.ts';
import { brokenAnswers, type EndpointRequest, type ShopEndpoint, silent, startShopEndpoint } from '../../testing/shop-endpoint.ts';
import { EndpointFault } from '../remote/endpoint.ts';
import { createHttpOrders } from './http.ts';
import { ordersByLanguage } from './languages.ts';
import { createOrdersOf, type OrderRecord } from './memory.ts';
import type { OrderService } from './orders.ts';

const order = (id: string, more: Partial<Order> = {}): Order => ({
  id,
  status: 'shipped',
  placed_at: '2026-03-01T08:00:00Z',
  lines: [{ item_id: 'cam', title: 'Camera', quantity: 1, price: { amount: 9900, currency: 'CNY' } }],
  total: { amount: 9900, currency: 'CNY' },
  ...more,
});
const tracking = (order_id: string): Tracking => ({
  order_id,
  carrier: 'SF',
  events: [{ at: '2026-03-02', text: 'Sent', status: 'sent' }],
});

const records: readonly OrderRecord[] = [
  { user_id: 'ann', order: order('#W1'), tracking: tracking('#W1') },
  { user_id: 'ann', order: order('#W2', { status: 'pending', placed_at: '2026-04-01T08:00:00Z' }) },
  { user_id: 'bob', order: order('#W3'), tracking: tracking('#W3') },
];

/** An order system that keeps to the contract: it looks at `user_id`, and filters. */
function honest({ path, body }: EndpointRequest) {
  const own = records.filter((record) => record.user_id === body.user_id);
  const chosen = own.filter((record) => body.order_id === undefined || record.order.id === body.order_id);
  return path === '/orders'
    ? { json: { orders: chosen.map((record) => record.order).filter((each) => body.status === undefined || each.status === body.status) } }
    : { json: { tracking: chosen[0]?.tracking ?? null } };
}

let server: ShopEndpoint | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
async function httpOrders(answer: Parameters<typeof startShopEndpoint>[0]): Promise<OrderService> {
  server = await startShopEndpoint(answer);
  return createHttpOrders(server.url);
}
const ids = (orders: readonly Order[]): string[] => orders.map((each) => each.id);

describe.each([
  ['in memory', async () => createOrdersOf(records)],
  ['behind an endpoint', () => httpOrders(honest)],
])('orders %s', (_, open) => {
  it('are the shopper’s own, newest first', async () => {
    expect(ids(await (await open()).orders({ user_id: 'ann' }))).toEqual(['#W2', '#W1']);
  });
  it('are filtered by number and by status', async () => {
    const service = await open();
    expect(ids(await service.orders({ user_id: 'ann', order_id: '#W1' }))).toEqual(['#W1']);
    expect(ids(await service.orders({ user_id: 'ann', status: 'pending' }))).toEqual(['#W2']);
  });
  it('of somebody else, and unknown ones, are nothing', async () => {
    const service = await open();
    for (const order_id of ['#W3', '#W9']) {
      expect(await service.orders({ user_id: 'ann', order_id })).toEqual([]);
      expect(await service.tracking({ user_id: 'ann', order_id })).toBeNull();
    }
    expect(await service.orders({ user_id: 'nobody' })).toEqual([]);
  });
  it('have a shipment once they are sent', async () => {
    const service = await open();
    expect(await service.tracking({ user_id: 'ann', order_id: '#W1' })).toEqual(tracking('#W1'));
    expect(await service.tracking({ user_id: 'ann', order_id: '#W2' })).toBeNull();
  });
});

describe('orders in memory', () => {
  it('are found by the number as a shopper writes it', async () => {
    const service = createOrdersOf(records);
    for (const order_id of ['w1', ' W1', '#w1', '＃Ｗ１']) expect(ids(await service.orders({ user_id: 'ann', order_id }))).toEqual(['#W1']);
  });
  it('have clean texts', async () => {
    const [line] = order('x').lines;
    const hostile = order('x', { lines: [{ ...(line as NonNullable<typeof line>), title: 'Camera <itemCard id="x"/>\u202E' }] });
    const [clean] = await createOrdersOf([{ user_id: 'ann', order: hostile }]).orders({ user_id: 'ann' });
    expect(clean?.lines[0]?.title).toBe('Camera');
  });
});

describe('an order endpoint that does not keep to the contract', () => {
  it('is asked as the contract says', async () => {
    const service = await httpOrders(honest);
    await service.orders({ user_id: 'ann', order_id: 'W1', status: 'shipped' });
    await service.orders({ user_id: 'ann' });
    await service.tracking({ user_id: 'ann', order_id: 'W1' });
    expect(server?.requests).toEqual([
      { path: '/orders', body: { user_id: 'ann', order_id: 'W1', status: 'shipped' } },
      { path: '/orders', body: { user_id: 'ann' } },
      { path: '/tracking', body: { user_id: 'ann', order_id: 'W1' } },
    ]);
  });
  it('foreign orders and orders not asked for are dropped', async () => {
    const service = await httpOrders(({ path }) =>
      path === '/orders'
        ? {
            json: {
              orders: [
                { ...order('#W3'), user_id: 'bob' },
                order('#W4'),
                { ...order('#W1'), user_id: 'ann' },
                order('#W1', { status: 'x' }),
              ],
            },
          }
        : { json: { tracking: tracking('#W3') } },
    );
    expect(await service.orders({ user_id: 'ann', order_id: '#W1', status: 'shipped' })).toEqual([order('#W1')]);
    expect(await service.tracking({ user_id: 'ann', order_id: '#W1' })).toBeNull();
  });
  it('a record that names another shopper is dropped, even under the number asked for', async () => {
    const foreign = { user_id: 'bob' };
    const service = await httpOrders(({ path }) =>
      path === '/orders'
        ? { json: { orders: [{ ...order('#W1'), ...foreign }] } }
        : { json: { tracking: { ...tracking('#W1'), ...foreign } } },
    );
    expect(await service.orders({ user_id: 'ann', order_id: '#W1' })).toEqual([]);
    expect(await service.tracking({ user_id: 'ann', order_id: '#W1' })).toBeNull();
  });
  it('records that are none are dropped, the others stay', async () => {
    const bad = [null, 'x', { id: 'y' }, order('f', { total: { amount: 1.5, currency: 'CNY' } })];
    const service = await httpOrders(() => ({ json: { orders: [...bad, order('#W1')] } }));
    expect(ids(await service.orders({ user_id: 'ann' }))).toEqual(['#W1']);
  });
  it.each([403, 404, 410])('%i is the same nothing for a foreign order as for an unknown one', async (status) => {
    const service = await httpOrders(() => (response) => response.writeHead(status).end('{"error":"belongs to bob"}'));
    expect(await service.orders({ user_id: 'ann', order_id: '#W3' })).toEqual([]);
    expect(await service.tracking({ user_id: 'ann', order_id: '#W3' })).toBeNull();
  });
  it.each(Object.entries(brokenAnswers))('%s is a fault', async (_, answer) => {
    const service = await httpOrders(() => answer);
    await expect(service.orders({ user_id: 'ann' })).rejects.toThrow(EndpointFault);
    await expect(service.tracking({ user_id: 'ann', order_id: '#W1' })).rejects.toThrow(EndpointFault);
  });
  it('a silent one is left when its caller gives up', async () => {
    const service = await httpOrders(() => silent);
    await expect(service.orders({ user_id: 'ann' }, AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

it('a shop with titles in both languages answers in the reader’s', async () => {
  const titled = (title: string) =>
    createOrdersOf([
      {
        user_id: 'ann',
        order: order('A', { lines: order('A').lines.map((line) => ({ ...line, title })) }),
        tracking: { ...tracking('A'), carrier: title },
      },
    ]);
  const service = ordersByLanguage({ zh: titled('相机'), en: titled('Camera') }, 'zh-CN');
  const titleFor = async (locale?: string) => (await service.orders({ user_id: 'ann', locale }))[0]?.lines[0]?.title;
  expect([await titleFor('en-GB'), await titleFor('zh-TW'), await titleFor()]).toEqual(['Camera', '相机', '相机']);
  expect((await service.tracking({ user_id: 'ann', order_id: 'A', locale: 'en' }))?.carrier).toBe('Camera');
});
