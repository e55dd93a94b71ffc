import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { anItem, aSale } from '../../../testing/items.ts';
import { brokenAnswers, type EndpointAnswer, type EndpointRequest, startShopEndpoint } from '../../../testing/shop-endpoint.ts';
import { shop } from '../../../testing/small-shop.ts';
import { describeCatalog } from '../conformance.ts';
import type { CatalogEngine } from '../engine.ts';
import type { DroppedItems } from '../live/checked-items.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { importItems } from '../sqlite/transaction.ts';
import { openHttpCatalog } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-http-'));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A shop's endpoint that searches with an engine of ours. */
async function endpointOver(engine: CatalogEngine) {
  const endpoint = await startShopEndpoint(({ path, body }) => (response) => {
    const { locale = 'en', ids, ...search } = body as { locale?: string; ids?: string[] };
    const context = { locale };
    const answered = path === '/items' ? engine.items(ids ?? [], context).then((items) => ({ items })) : engine.search(search, context);
    answered.then(
      (value) => response.writeHead(200).end(JSON.stringify(value)),
      () => response.writeHead(400).end(),
    );
  });
  closing.push(() => endpoint.close());
  return endpoint;
}

/** An engine over an endpoint that answers as told. */
async function openAt(answer: (request: EndpointRequest) => EndpointAnswer, timeout = 500) {
  const endpoint = await startShopEndpoint(answer);
  const dropped: DroppedItems[] = [];
  const engine = await openHttpCatalog({ url: endpoint.url, timeout, onDropped: (each) => dropped.push(each) });
  closing.push(
    () => endpoint.close(),
    () => engine.close(),
  );
  return { endpoint, engine, dropped };
}
const context = { locale: 'en' };

let files = 0;
describeCatalog(
  "a shop's endpoint",
  async (items) => {
    const path = join(folder, `${files++}.db`);
    importItems(path, items);
    const behind = await openSqliteCatalog({ path, workers: 1 });
    closing.push(() => behind.close());
    return openHttpCatalog({ url: (await endpointOver(behind)).url });
  },
  { explains: false, refuses: false, writes: false, knowsAll: false },
);

describe("what a shop's endpoint sends", () => {
  test('is asked for with the arguments of the search and the locale', async () => {
    const { engine, endpoint } = await openAt(() => ({ json: { items: [], total: 3 } }));
    await engine.search({ query: 'lamp', limit: 4 }, context);
    await engine.items(['a', 'b'], context);
    expect(endpoint.requests).toEqual([
      { path: '/search', body: { query: 'lamp', limit: 4, locale: 'en' } },
      { path: '/items', body: { ids: ['a', 'b'], locale: 'en' } },
    ]);
  });

  test('is checked item by item: what is none is dropped and reported, the others stay', async () => {
    const good = anItem({ id: 'good' });
    const bad = [
      { ...good, id: '<script>' },
      { ...good, id: 'x', offers: [{ ...aSale(100), price: { amount: 1.5, currency: 'CNY' } }] },
      'text',
      null,
    ];
    const { engine, dropped } = await openAt(() => ({ json: { items: [...bad, good], total: 5 } }));
    expect((await engine.search({ query: 'lamp' }, context)).items.map(({ id }) => id)).toEqual(['good']);
    expect(dropped).toEqual([{ count: 4, field: 'id', reason: expect.stringContaining('an id has no') }]);
  });

  test('is not believed where it was not asked for: more items than the limit, items of other ids', async () => {
    const { engine } = await openAt(() => ({ json: { items: ['a', 'b', 'c'].map((id) => anItem({ id })), total: 0 } }));
    expect(await engine.search({ query: 'lamp', limit: 2 }, context)).toMatchObject({ total: 2, items: [{ id: 'a' }, { id: 'b' }] });
    expect((await engine.items(['c', 'z'], context)).map(({ id }) => id)).toEqual(['c']);
  });

  for (const [name, answer] of Object.entries(brokenAnswers))
    test(`${name} is a fault, tried twice, and nothing of it is shown`, async () => {
      const { engine, endpoint } = await openAt(() => answer);
      await expect(engine.search({ query: 'lamp' }, context)).rejects.toMatchObject({
        name: 'CatalogUnavailable',
        message: "the shop's endpoint gave no usable answer",
      });
      expect(endpoint.requests).toHaveLength(2);
    });

  test('silence is given up', async () => {
    const { engine } = await openAt(() => () => undefined, 50);
    await expect(engine.items(['a'], context)).rejects.toMatchObject({ name: 'CatalogTimeout' });
    await expect(engine.check?.()).rejects.toMatchObject({ name: 'CatalogUnavailable', message: expect.stringContaining('in time') });
  });

  test('teaches its words: types, brands and prices of a sample, and what was learned outlives an outage', async () => {
    let isDown = false;
    let time = 0;
    const endpoint = await startShopEndpoint(() =>
      isDown ? brokenAnswers['a wrong shape'] : { json: { items: shop, total: shop.length } },
    );
    const engine = await openHttpCatalog({ url: endpoint.url, now: () => time });
    closing.push(
      () => endpoint.close(),
      () => engine.close(),
    );
    const words = await engine.vocabulary();
    expect(words.brands.map(({ value }) => value)).toContain('晴川（Solvik）');
    expect(words).toMatchObject({ currency: 'CNY', has_lease: true });
    isDown = true;
    time += 60 * 60_000;
    expect(await engine.vocabulary()).toEqual(words);
  });
});
