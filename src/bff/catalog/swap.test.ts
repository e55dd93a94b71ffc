import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import { importAll, importInto } from '../../testing/catalogs.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from '../../testing/postgres.ts';
import type { CatalogEngine, SearchResult } from './engine.ts';
import { openImport } from './open.ts';
import { openPostgresCatalog } from './postgres/open.ts';
import { openSqliteCatalog } from './sqlite/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-swap-'));
let server: PostgresServer | undefined;
let catalogs = 0;
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres();
}, 60_000);
afterAll(() => {
  server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Shop {
  readonly url: string;
  /** @param quickly items up to which a replaced catalogue is read within a search. */
  open(quickly: number | undefined): Promise<CatalogEngine>;
}
const shops: Readonly<Record<string, () => Promise<Shop>>> = {
  async SQLite() {
    const path = join(folder, `${catalogs++}.db`);
    return {
      url: `sqlite:${path}`,
      open: (quickly) => openSqliteCatalog({ path, writable: true, timeout: 30_000, ...(quickly !== undefined && { quickly }) }),
    };
  },
  async PostgreSQL() {
    const url = (await server?.database()) ?? '';
    return { url, open: (quickly) => openPostgresCatalog({ url, timeout: 30_000, ...(quickly !== undefined && { quickly }) }) };
  },
};

/** Everything an item of one state of the shop says, says which one: its number is in title, brand, price and popularity. */
const stock = (state: number): Item[] =>
  Array.from({ length: 24 }, (_, at) =>
    anItem({
      id: `lamp-${at}`,
      title: `Lamp state${state}`,
      brand: `Brand${state}`,
      categories: [{ value: 'Lamps' }],
      popularity: state,
      offers: [aSale(1000 + state)],
    }),
  );
const stateOf = (item: Item | undefined): number => item?.popularity ?? -1;

function expectOneState({ items, total, facets }: SearchResult): void {
  const state = stateOf(items[0]);
  expect(total).toBe(24);
  for (const item of items)
    expect([stateOf(item), item.title, item.offers[0]?.price.amount]).toEqual([state, `Lamp state${state}`, 1000 + state]);
  expect(facets.find(({ field }) => field === 'brands')?.values).toEqual([{ value: `Brand${state}`, count: 24 }]);
}

describe.each(Object.keys(shops).filter((name) => name === 'SQLite' || hasPostgres))(
  `a catalogue in %s (${hasPostgres ? 'both' : NO_POSTGRES})`,
  (name) => {
    test.each([
      ['read within a search', undefined],
      ['read by another thread', 0],
    ])(
      'that is replaced and put into while 1 000 searches run answers each of them from one revision (%s)',
      async (_, quickly) => {
        const shop = (await shops[name]?.()) as Shop;
        await importInto(shop.url, stock(0));
        const engine = await shop.open(quickly);
        let searches = 0;
        const revisions = new Map<string, number>();
        const shopper = async () => {
          while (searches < 1000) {
            searches++;
            const result = await engine.search({ query: 'lamp', limit: 20 }, { locale: 'en' });
            expectOneState(result);
            // One name stands for one state, whichever thread answers.
            const state = stateOf(result.items[0]);
            expect(revisions.get(result.revision) ?? state).toBe(state);
            revisions.set(result.revision, state);
          }
        };
        const shoppers = Promise.all(Array.from({ length: 8 }, shopper)).finally(() => {
          searches = 1000;
        });
        let state = 0;
        while (searches < 1000) {
          state++;
          if (state % 2 === 0) await engine.put?.(stock(state));
          else {
            const target = await openImport(shop.url, { kind: 'replace', source: `state ${state}`, force: false });
            if (target) await importAll(target, stock(state));
          }
        }
        await shoppers;
        expect(revisions.size).toBeGreaterThan(1);
        await vi.waitFor(async () => {
          const last = await engine.search({ query: 'lamp' }, { locale: 'en' });
          expectOneState(last);
          expect(stateOf(last.items[0])).toBe(state);
        }, 20_000);
        await engine.close();
      },
      120_000,
    );
  },
);
