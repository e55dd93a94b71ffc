import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpMcpServer, startHttpMcpServer, ucpShopProgram } from '../../../testing/mcp-server/start.ts';
import type { CatalogEngine } from '../engine.ts';
import type { DroppedItems } from '../live/checked-items.ts';
import { openUcpCatalog } from './open.ts';

const context = { locale: 'en' };
const dropped: DroppedItems[] = [];
let server: HttpMcpServer;
let engine: CatalogEngine;
beforeAll(async () => {
  server = await startHttpMcpServer({}, [], ucpShopProgram);
  engine = await openUcpCatalog({ url: `ucp:${server.url}#https://aisle.example/profile.json`, onDropped: (each) => dropped.push(each) });
}, 30_000);
afterAll(async () => {
  await engine?.close();
  await server?.kill();
});
const ids = async (search: Parameters<CatalogEngine['search']>[0]) => (await engine.search(search, context)).items.map(({ id }) => id);

test('the shop finds, page after page, and each product is one item with its price', async () => {
  const { items, total, variants } = await engine.search({ query: 'bouquets' }, context);
  expect(items.map(({ id, offers }) => [id, offers[0]?.price])).toEqual([
    ['rose-bouquet-red', { amount: 3500, currency: 'USD' }],
    ['tulip-bouquet-yellow', { amount: 2900, currency: 'USD' }],
  ]);
  expect([total, variants]).toEqual([2, { 'rose-bouquet-red': 2 }]);
});

test('what the shop finds by meaning is kept, in its order', async () => {
  expect(await ids({ query: 'gift' })).toEqual(['rose-bouquet-red', 'tulip-bouquet-yellow', 'ceramic-vase-white', 'orchid-purple']);
});

test('price, stock, type, colour and order are judged by the rules of every catalogue', async () => {
  expect(await ids({ query: 'gift', price_range: { max: '30' } })).toEqual(['tulip-bouquet-yellow', 'ceramic-vase-white']);
  expect(await ids({ query: 'gift', sort: 'price_asc', in_stock: true })).toEqual([
    'ceramic-vase-white',
    'tulip-bouquet-yellow',
    'rose-bouquet-red',
  ]);
  expect(await ids({ product_types: ['Vases'] })).toEqual(['ceramic-vase-white']);
  expect(await ids({ query: 'bouquet', colors: ['white'] })).toEqual(['rose-bouquet-white']);
  const none = await engine.search({ query: 'orchid', in_stock: true }, context);
  expect(none).toMatchObject({ total: 0, relaxations: [{ without: 'in_stock', total: 1 }] });
});

test('pages follow each other, and a cursor of other words is refused', async () => {
  const first = await engine.search({ query: 'gift', limit: 3 }, context);
  const cursor = first.cursor ?? '';
  expect(await ids({ query: 'gift', limit: 3, cursor })).toEqual(['orchid-purple']);
  await expect(engine.search({ query: 'vase', limit: 3, cursor }, context)).rejects.toMatchObject({ code: 'bad_cursor' });
});

test('a price that is none is dropped and reported', async () => {
  expect(await ids({ query: 'broken' })).toEqual([]);
  expect(dropped.at(-1)).toMatchObject({ count: 1, field: 'variants.price', reason: expect.stringContaining('minor units') });
});

test('items are looked up live: a price that changed in the shop is the one on the card', async () => {
  const before = await engine.items(['ceramic-vase-white', 'nobody'], context);
  expect(before.map(({ id, offers }) => [id, offers[0]?.price.amount])).toEqual([['ceramic-vase-white', 1500]]);
  const hand = new Client({ name: 'hand', version: '1' });
  await hand.connect(new StreamableHTTPClientTransport(new URL(server.url)));
  await hand.callTool({ name: 'change', arguments: { id: 'ceramic-vase-white', amount: 1700 } });
  await hand.close();
  expect((await engine.items(['ceramic-vase-white'], context))[0]?.offers[0]?.price.amount).toBe(1700);
});

test('the words of the shop are learned from what it lists', async () => {
  const words = await engine.vocabulary();
  expect(words.product_types.map(({ value }) => value)).toEqual(expect.arrayContaining(['Flowers > Bouquets', 'Vases']));
  expect(words.brands.map(({ value }) => value).sort()).toEqual(['Petalform', 'Stillgarden']);
  expect(words).toMatchObject({ currency: 'USD', has_sale: true, has_lease: false });
});

test('a shop that goes away is told as such, and found again when it is back', async () => {
  let time = 0;
  const port = new URL(server.url).port;
  const own = await openUcpCatalog({ url: `ucp:${server.url}`, now: () => time });
  expect((await own.search({ query: 'vase' }, context)).total).toBe(1);
  await server.kill();
  await expect(own.search({ query: 'vase' }, context)).rejects.toMatchObject({ name: 'CatalogUnavailable' });
  await expect(own.check?.()).rejects.toMatchObject({ name: 'CatalogUnavailable' });
  server = await startHttpMcpServer({ PORT: port }, [], ucpShopProgram);
  await vi.waitFor(async () => {
    time += 60_000;
    expect((await own.search({ query: 'vase' }, context)).total).toBe(1);
  }, 10_000);
  await own.check?.();
  await own.close();
}, 30_000);
