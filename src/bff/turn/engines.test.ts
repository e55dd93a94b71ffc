import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import { framesOf, type Stream, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { importInto } from '../../testing/catalogs.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { startHttpMcpServer, ucpShopProgram } from '../../testing/mcp-server/start.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../testing/postgres.ts';
import { startShopEndpoint } from '../../testing/shop-endpoint.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { openCatalog } from '../catalog/open.ts';

/** A shop behind one kind of engine, and a hand that changes its items. */
interface Shop {
  readonly url: string;
  /** Sets the price of the vase, in cents, and sells the last one. */
  change(id: string, amount: number): Promise<void>;
  close(): Promise<void>;
}

const soldOut: Partial<Item> = { availability: { available: false, status: 'out_of_stock' } };
const vase = (amount: number, own: Partial<Item> = {}): Item =>
  anItem({
    id: 'ceramic-vase-white',
    title: 'Ceramic vase',
    brand: 'Stillgarden',
    categories: [{ value: 'Vases' }],
    offers: [aSale(amount)],
    ...own,
  });
const bouquets = ['rose', 'tulip'].map((name) =>
  anItem({
    id: `${name}-bouquet`,
    title: `${name} bouquet`,
    brand: 'Petalform',
    categories: [{ value: 'Bouquets' }],
    offers: [aSale(2900)],
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'aisle-engines-'));
let postgres: PostgresServer | undefined;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
}, 60_000);
afterAll(() => {
  postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function imported(url: string): Promise<Shop> {
  await importInto(url, [vase(1500), ...bouquets]);
  return { url, change: (_, amount) => importInto(url, [vase(amount, soldOut)]), close: async () => undefined };
}

const shops: Readonly<Record<string, () => Promise<Shop>>> = {
  sqlite: () => imported(`sqlite:${join(folder, `${crypto.randomUUID()}.db`)}`),
  ...(hasPostgres && { postgres: async () => imported((await postgres?.database()) ?? '') }),
  async http() {
    let items = [vase(1500), ...bouquets];
    const endpoint = await startShopEndpoint(({ path, body }) => {
      const wanted = JSON.stringify(body).toLowerCase();
      const found = path === '/search' && /vase/.test(wanted) ? items.slice(0, 1) : items;
      return { json: { items: found, total: found.length } };
    });
    return {
      url: endpoint.url,
      async change(_, amount) {
        items = [vase(amount, soldOut), ...bouquets];
      },
      close: () => endpoint.close(),
    };
  },
  async ucp() {
    const server = await startHttpMcpServer({}, [], ucpShopProgram);
    return {
      url: `ucp:${server.url}`,
      async change(id, amount) {
        const hand = new Client({ name: 'hand', version: '1' });
        await hand.connect(new StreamableHTTPClientTransport(new URL(server.url)));
        await hand.callTool({ name: 'change', arguments: { id, amount } });
        await hand.close();
      },
      close: () => server.kill(),
    };
  },
};

describe.each(Object.keys(shops))('a shop behind %s', (name) => {
  let shop: Shop | undefined;
  let bff: TestBff | undefined;
  afterEach(async () => {
    await bff?.close();
    await shop?.close();
    bff = undefined;
    shop = undefined;
  });
  const open = async (through?: (catalog: CatalogEngine, shop: Shop) => CatalogEngine) => {
    const own = (await shops[name]?.()) as Shop;
    shop = own;
    const catalog = await openCatalog(own.url);
    await catalog.vocabulary();
    bff = await startTestBff({ items: [], catalog, ...(through && { through: (engine) => through(engine, own) }) });
    return bff;
  };
  const cards = (stream: Stream) => framesOf(stream, 'data-itemCard').map(({ data }) => data.item);
  const price = (items: readonly Item[]) => items[0]?.offers[0]?.price.amount;

  it('is asked and answers with a card, compares, and tells in the log which revision it was', async () => {
    const { ask, post, get, runs } = await open();
    const stream = await ask('Do you have a vase?');
    expect(
      cards(stream).map(({ id }) => id),
      textOf(stream),
    ).toEqual(['ceramic-vase-white']);
    expect(price(cards(stream))).toBe(1500);
    const entries = (await runs.read(framesOf(stream, 'start')[0]?.messageMetadata.run_id ?? '')) ?? [];
    const { revision } = entries.find((entry) => entry.kind === 'tool-returned') ?? {};
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready', reasons: [], catalogue: { engine: name, revision } });
    const other = name === 'ucp' ? 'tulip-bouquet-yellow' : 'tulip-bouquet';
    const table = (await (await post('/v1/compare', { ids: ['ceramic-vase-white', other] })).json()) as { items: Item[] };
    expect(table.items.map(({ id }) => id)).toEqual(['ceramic-vase-white', other]);
  });

  it('a price that moved and stock that ran out between the search and the card are on the card as they are now', async () => {
    const { ask } = await open((catalog, own) => ({
      ...catalog,
      async search(...asked) {
        const found = await catalog.search(...asked);
        await own.change('ceramic-vase-white', 1900);
        return found;
      },
    }));
    const stream = await ask('Do you have a vase?');
    expect(price(cards(stream))).toBe(1900);
    expect(cards(stream)[0]?.availability).toMatchObject({ available: false });
    expect(framesOf(stream, 'data-notice').map(({ data }) => data.code)).toEqual(['price_changed']);
  });
});
