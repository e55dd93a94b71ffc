import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { CatalogEngine } from '../src/bff/catalog/engine.ts';
import { feedFiles } from '../src/bff/catalog/importers/feed-files.ts';
import { importFiles } from '../src/bff/catalog/importers/import-files.ts';
import { mappingSchema } from '../src/bff/catalog/importers/mapping.ts';
import { postgresAddress } from '../src/bff/catalog/postgres/connection.ts';
import { openPostgresCatalog } from '../src/bff/catalog/postgres/open.ts';
import { postgresStaging } from '../src/bff/catalog/postgres/staging.ts';
import { openSqliteCatalog } from '../src/bff/catalog/sqlite/open.ts';
import { sqliteTransaction } from '../src/bff/catalog/sqlite/transaction.ts';
import type { ImportTarget } from '../src/bff/catalog/target.ts';
import type { Item } from '../src/protocol/item.ts';
import type { AttributeFilter, SearchArguments } from '../src/protocol/search.ts';
import { startPostgres } from '../src/testing/postgres.ts';

// How long `search_db` takes on real items, as the tool sees it: argument object in, result with facets out, thread hop included.
//
//   node bench/search.ts [copies] [--engine postgres]
//
// Method: imports ../shared/data/pc-parts (52 130 distinct parts) into a fresh file, each part `copies` times (default 2: about
// 100 000 items) under its own id. Then 2 000 searches, one at a time, made by a seeded generator from 440 sample items, each as a
// shopper with that item in mind would ask, in fixed shares: 30 % one to three words of its title, 20 % words with its type and a price
// bound, 20 % its type with a bound on one of its numbers, 10 % brand and type, 10 % whole type sorted by price, 5 % whole type by
// relevance, 5 % impossible ones that compute relaxations. The first 100 are not counted. Nothing is cached between searches but
// SQLite's pages (and what PostgreSQL's threads keep of a revision). With `--engine postgres` the same items are imported into a PostgreSQL server that the program starts (defaults but for
// shared_buffers 256 MB, nothing synced), and the same searches asked of both in turn, one search here, the next there, so that whatever
// else the machine does weighs on both alike. Budget (design.md): p50 4 ms, p99 16 ms at 100 000; p99 140 ms at 1 000 000.

const DATA = new URL('../../shared/data/pc-parts', import.meta.url).pathname;
const SEARCHES = 2000;
const WARM_UP = 100;

/** mulberry32: the same searches on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Kinds of search with their shares in percent; `next` gives numbers from 0 to 1. */
const KINDS: readonly (readonly [name: string, share: number, make: (item: Item, next: () => number) => SearchArguments])[] = [
  ['text', 30, (item, next) => ({ query: someWords(item, next) })],
  [
    'text, type, price',
    20,
    (item, next) => ({ query: someWords(item, next), ...typeOf(item), price_range: { max: String(Math.ceil(next() * 800)) } }),
  ],
  ['type, attribute range', 20, (item, next) => ({ ...typeOf(item), attributes: [bound(item, next)] })],
  ['brand, type', 10, (item) => ({ brands: [item.brand ?? ''], ...typeOf(item) })],
  ['type by price', 10, (item) => ({ ...typeOf(item), sort: 'price_asc' })],
  ['type', 5, (item) => typeOf(item)],
  [
    'nothing',
    5,
    (item, next) => ({ query: someWords(item, next), ...typeOf(item), attributes: [{ ...bound(item, next), op: 'gte', value: 1e12 }] }),
  ],
];

const typeOf = (item: Item): SearchArguments => ({ product_types: [item.categories?.[0]?.value ?? ''] });

function someWords(item: Item, next: () => number): string {
  const words = item.title.split(' ');
  return Array.from({ length: 1 + Math.floor(next() * 3) }, () => words[Math.floor(next() * words.length)]).join(' ');
}

/** A bound that the item itself keeps. */
function bound(item: Item, next: () => number): AttributeFilter {
  const numbers = Object.entries(item.attributes ?? {}).filter(([, fact]) => typeof fact.value === 'number');
  const [name, fact] = numbers[Math.floor(next() * numbers.length)] ?? [];
  return { name: name ?? 'size', op: next() < 0.5 ? 'gte' : 'lte', value: typeof fact?.value === 'number' ? fact.value : 1 };
}

/** The kind that a number from 0 to 100 falls on. */
function drawn(dice: number): [name: string, make: (item: Item, next: () => number) => SearchArguments] {
  let sum = 0;
  for (const [name, share, make] of KINDS) {
    sum += share;
    if (dice < sum) return [name, make];
  }
  throw new Error('the shares of KINDS are less than 100');
}

/** Twenty items of each type. */
async function sampled(engine: CatalogEngine): Promise<Item[]> {
  const { product_types } = await engine.vocabulary();
  const items: Item[] = [];
  for (const type of product_types.filter(({ value }) => value.includes(' > ')))
    items.push(...(await engine.search({ product_types: [type.value], limit: 20 }, { locale: 'en' })).items);
  return items;
}

/** Writes every item several times under ids of its own. */
function copied(target: ImportTarget, copies: number): ImportTarget {
  return {
    ...target,
    put(item) {
      for (let copy = 1; copy < copies; copy++) target.put({ ...item, id: `${item.id}-${copy}` });
      return target.put(item);
    },
  };
}

const quantile = (sorted: readonly number[], share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);

/** Asks every engine the same searches in turn. */
async function measure(engines: readonly CatalogEngine[]): Promise<void> {
  const [first] = engines;
  if (!first) return;
  const next = random(7);
  const samples = await sampled(first);
  const times = engines.map(() => new Map<string, number[]>([...KINDS.map(([name]) => name), 'ALL'].map((name) => [name, []])));
  for (let search = 0; search < SEARCHES + WARM_UP; search++) {
    const [name, make] = drawn(next() * 100);
    const wanted = make(samples[Math.floor(next() * samples.length)] as Item, next);
    for (const [index, engine] of engines.entries()) {
      const start = performance.now();
      await engine.search(wanted, { locale: 'en' });
      const ms = performance.now() - start;
      if (search >= WARM_UP) for (const kind of [name, 'ALL']) times[index]?.get(kind)?.push(ms);
    }
  }
  for (const [index, engine] of engines.entries()) {
    console.log(engine.name);
    for (const [name, list] of times[index] ?? []) {
      const sorted = list.toSorted((a, b) => a - b);
      console.log(
        `${name.padEnd(24)} ${String(sorted.length).padStart(5)}  p50 ${quantile(sorted, 0.5)}  p95 ${quantile(sorted, 0.95)}  p99 ${quantile(sorted, 0.99)} ms`,
      );
    }
  }
}

/** What it took to fill a catalogue and to open it. */
async function filled(name: string, target: ImportTarget, copies: number, open: () => Promise<CatalogEngine>): Promise<CatalogEngine> {
  const mapping = v.parse(mappingSchema, JSON.parse(readFileSync(new URL('../mappings/pc-parts.json', import.meta.url), 'utf8')));
  const { ms } = await importFiles(copied(target, copies), await feedFiles([DATA]), { mapping });
  const start = performance.now();
  const engine = await open();
  const opened = performance.now() - start;
  const { items } = await engine.vocabulary();
  console.log(`${name}: ${items} items built in ${(ms / 1000).toFixed(1)} s, opened in ${opened.toFixed(0)} ms`);
  return engine;
}

async function main(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log('SKIPPED: ../shared/data/pc-parts is absent');
    return;
  }
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { engine: { type: 'string' } } });
  const copies = Number(positionals[0] ?? 2);
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const server = values.engine === 'postgres' ? await startPostgres() : undefined;
  try {
    const path = join(folder, 'catalog.db');
    const engines = [await filled('sqlite', sqliteTransaction(path), copies, () => openSqliteCatalog({ path, timeout: 60_000 }))];
    console.log(`${(statSync(path).size / 1e6).toFixed(0)} MB`);
    if (server) {
      const url = await server.database();
      const target = await postgresStaging(postgresAddress(url), { source: 'bench' });
      engines.push(await filled('postgres', target, copies, () => openPostgresCatalog({ url, timeout: 60_000 })));
    }
    await measure(engines);
    for (const engine of engines) await engine.close();
  } finally {
    server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
