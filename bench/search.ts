import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
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
import { startPostgres } from '../src/testing/postgres.ts';
import { generate } from './search/generate.ts';
import { measure, quantile } from './search/measure.ts';
import { openStreams } from './search/streams.ts';

// How long `search_db` takes, as the tool sees it: argument object in, result with facets out, thread hop included.
//
//   node bench/search.ts [--items 100000 | --parts 2] [--engine postgres] [--streams 200] [--searches 2000] [--file kept.db]
//
// Method: builds a fresh catalogue file of generated items (`search/generate.ts`: seeded, four in ten in both languages) or, with
// --parts, of ../shared/data/pc-parts (52 130 real ones), each so many times under ids of its own. Then --searches searches, one
// at a time, made by a seeded generator from 20 items of each type, each as a shopper with that item in mind would ask, in the
// fixed shares of `search/kinds.ts`. The first 100 are not counted. Nothing is cached between searches but SQLite's pages (and what
// PostgreSQL's threads keep of a revision). Meanwhile this process writes --streams event streams of 20 events a second, as a BFF would;
// how late their events reach another process is told with and without searches beside them. --file keeps the SQLite catalogue
// there, and uses it where it exists. With `--engine postgres` the same items go into a PostgreSQL server that the program starts
// (defaults but for shared_buffers 256 MB, nothing synced), and the same searches are asked of both in turn, so that whatever else the
// machine does weighs on both alike. CPU is what this process and its threads used per search: on a busy machine it is the
// figure to compare; with streams it holds their share too, so compare with `--streams 0`.
// Budget (design.md): p50 4 ms, p99 16 ms at 100 000; p99 140 ms at 1 000 000.
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    parts: { type: 'string' },
    engine: { type: 'string' },
    streams: { type: 'string', default: '200' },
    searches: { type: 'string', default: '2000' },
    file: { type: 'string' },
  },
});
const DATA = new URL('../../shared/data/pc-parts', import.meta.url).pathname;
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

async function beside(work: () => Promise<void>): Promise<void> {
  if (streamCount === 0) return work();
  const streams = await openStreams(streamCount);
  const told = async (when: string) => {
    const late = await streams.late();
    console.log(`${streamCount} streams ${when}: events late by p50 ${quantile(late, 0.5)}, p99 ${quantile(late, 0.99)} ms`);
  };
  await streams.late();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await told('alone');
  await work();
  await told('beside searches');
  await streams.close();
}

async function main(): Promise<void> {
  if (values.parts !== undefined && !existsSync(DATA)) {
    console.log('SKIPPED: ../shared/data/pc-parts is absent');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const server = values.engine === 'postgres' ? await startPostgres() : undefined;
  const engines: CatalogEngine[] = [];
  try {
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
    const path = values.file ?? join(folder, 'catalog.db');
    const open = () => openSqliteCatalog({ path, timeout: 60_000 });
    engines.push(await opened('sqlite', existsSync(path) ? null : async () => sqliteTransaction(path), open));
    console.log(`sqlite: ${(statSync(path).size / MB).toFixed(0)} MB`);
    if (server) {
      const url = await server.database();
      const target = () => postgresStaging(postgresAddress(url), { source: 'bench' });
      engines.push(await opened('postgres', target, () => openPostgresCatalog({ url, timeout: 60_000 })));
    }
    await beside(() => measure(engines, Number(values.searches)));
    console.log(`load of the machine after: ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    for (const engine of engines) await engine.close();
    server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
