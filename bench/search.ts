import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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
import { openForReading } from '../src/bff/catalog/sqlite/schema.ts';
import { sqliteTransaction } from '../src/bff/catalog/sqlite/transaction.ts';
import type { ImportTarget } from '../src/bff/catalog/target.ts';
import { startPostgres } from '../src/testing/postgres.ts';
import { generate } from './search/generate.ts';
import { measure, quantile } from './search/measure.ts';
import { openStreams } from './search/streams.ts';

// How long `search_db` takes, as the tool sees it: argument object in, result with facets out, thread hop included; and whether 200
// event streams of the same process feel it.
//
//   node bench/search.ts [--items 100000 | --parts 2] [--engine postgres] [--streams 200] [--searches 2000] [--build] [--fresh]
//
// For a million items, on a machine that does nothing else: `--items 1000000 --build` once (7 minutes), then `--items 1000000`.
//
// Method: a catalogue file of generated items (`search/generate.ts`: seeded, four in ten in both languages) is built in `.tmp` and kept
// for the next run; --fresh builds it anew, --build does nothing else. With --parts it is made of ../shared/data/pc-parts (52 130 real
// ones), each so many times under ids of its own, and not kept. Then --searches searches, one at a time, made by a seeded generator from
// 20 items of each type, each as a shopper with that item in mind would ask, in the fixed shares of `search/kinds.ts`. The first 100
// are not counted. Nothing is cached between searches but SQLite's pages and what the read threads keep of a revision. After that,
// with --streams, this process writes so many event streams of 20 events a second, as a BFF would, and a fifth of the searches are
// made again: how late the events reach another process is told for the streams alone and beside the searches. With `--engine postgres`
// the same items go into a PostgreSQL server that the program starts (defaults but for shared_buffers 256 MB, nothing synced), and the
// same searches are asked of both in turn, so that whatever else the machine does weighs on both alike. CPU is what this process
// and its threads used per search: on a busy machine it is the figure to compare.
// Budget (design.md): p50 4 ms, p99 16 ms at 100 000; p99 140 ms at 1 000 000.
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    parts: { type: 'string' },
    engine: { type: 'string' },
    streams: { type: 'string', default: '200' },
    searches: { type: 'string', default: '2000' },
    build: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const DATA = new URL('../../shared/data/pc-parts', import.meta.url).pathname;
const KEPT = new URL('../.tmp', import.meta.url).pathname;
const MB = 1e6;
const streamCount = Number(values.streams);

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

async function fill(target: ImportTarget): Promise<void> {
  if (values.parts !== undefined) {
    const mapping = v.parse(mappingSchema, JSON.parse(readFileSync(new URL('../mappings/pc-parts.json', import.meta.url), 'utf8')));
    await importFiles(copied(target, Number(values.parts)), await feedFiles([DATA]), { mapping });
    return;
  }
  for (const item of generate(Number(values.items))) {
    target.put(item);
    await target.flush?.(false);
  }
  await target.flush?.(true);
  await target.commit();
}

/** Fills a catalogue where there is none, opens it, and tells what that took. */
async function opened(
  name: string,
  target: (() => Promise<ImportTarget>) | null,
  open: () => Promise<CatalogEngine>,
): Promise<CatalogEngine> {
  if (target) {
    const start = performance.now();
    await fill(await target());
    console.log(
      `${name}: built in ${((performance.now() - start) / 1000).toFixed(1)} s, at most ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB of memory`,
    );
  }
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const engine = await open();
  const ms = performance.now() - start;
  const { items } = await engine.vocabulary();
  const grown = (process.memoryUsage.rss() - before) / MB;
  console.log(`${name}: ${items} items, opened in ${ms.toFixed(0)} ms, read threads +${grown.toFixed(0)} MB`);
  return engine;
}

/** Tells how late the events of streams are, alone and beside work. */
async function withStreams(count: number, work: () => Promise<void>): Promise<void> {
  const streams = await openStreams(count);
  const told = async (when: string) => {
    const late = await streams.late();
    console.log(
      `${count} streams ${when}: events late by p50 ${quantile(late, 0.5)}, p99 ${quantile(late, 0.99)} ms, ${late.length} events`,
    );
  };
  await streams.late();
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await told('alone');
  await work();
  await told('beside searches');
  await streams.close();
}

/** A kept file that another version wrote is of no use. */
async function isOfUse(path: string): Promise<boolean> {
  if (values.fresh || !existsSync(path)) return false;
  try {
    openForReading(path).close();
    return true;
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  if (values.parts !== undefined && !existsSync(DATA)) {
    console.log('SKIPPED: ../shared/data/pc-parts is absent');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const server = values.engine === 'postgres' && !values.build ? await startPostgres() : undefined;
  const engines: CatalogEngine[] = [];
  try {
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
    mkdirSync(KEPT, { recursive: true });
    const path = values.parts === undefined ? join(KEPT, `search-${values.items}.db`) : join(folder, 'catalog.db');
    const isBuilt = await isOfUse(path);
    if (!isBuilt) for (const ending of ['', '-wal', '-shm', '.lock']) rmSync(`${path}${ending}`, { force: true });
    const open = () => openSqliteCatalog({ path, timeout: 60_000 });
    engines.push(await opened('sqlite', isBuilt ? null : async () => sqliteTransaction(path), open));
    console.log(
      `sqlite: ${(statSync(path).size / MB).toFixed(0)} MB${values.parts === undefined ? `, kept in ${relative('.', path)}` : ''}`,
    );
    if (values.build) return;
    if (server) {
      const url = await server.database();
      const target = () => postgresStaging(postgresAddress(url), { source: 'bench' });
      engines.push(await opened('postgres', target, () => openPostgresCatalog({ url, timeout: 60_000 })));
    }
    const searches = Number(values.searches);
    for (const line of await measure(engines, searches)) console.log(line);
    if (streamCount > 0) await withStreams(streamCount, async () => void (await measure(engines, Math.ceil(searches / 5))));
    console.log(`load of the machine after: ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    for (const engine of engines) await engine.close();
    server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
