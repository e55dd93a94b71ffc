import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importAll, importInto } from '../../../testing/catalogs.ts';
import { anItem } from '../../../testing/items.ts';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from '../../../testing/postgres.ts';
import { describeCatalog } from '../conformance.ts';
import { postgresAddress } from './connection.ts';
import { openPostgresCatalog } from './open.ts';
import { postgresStaging } from './staging.ts';

const lamps = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => anItem({ id: `lamp-${from + index}`, title: `Lamp ${from + index}` }));
const context = { locale: 'en' };

describe.skipIf(!hasPostgres)(`PostgreSQL${hasPostgres ? '' : ` (${NO_POSTGRES})`}`, () => {
  let server: PostgresServer;
  let database = '';
  let catalogs = 0;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.database();
  }, 60_000);
  afterAll(() => server?.remove());
  const fresh = () => `${database}?schema=shop_${catalogs++}`;
  const idsIn = async (url: string) => {
    const engine = await openPostgresCatalog({ url, workers: 1 });
    const { items, revision } = await engine.search({ limit: 20 }, context);
    await engine.close();
    return { ids: items.map(({ id }) => id).sort(), revision };
  };

  describeCatalog('PostgreSQL catalogue', async (items) => {
    const url = fresh();
    await importInto(url, items);
    return openPostgresCatalog({ url, workers: 1 });
  });

  test('a database without a catalogue, and an address without a server, are told with what to do', async () => {
    await expect(openPostgresCatalog({ url: fresh() })).rejects.toThrow(/npm run import/);
    await expect(openPostgresCatalog({ url: 'postgres://aisle@127.0.0.1:1/none' })).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
    await expect(openPostgresCatalog({ url: `${database}?schema=Robert;` })).rejects.toThrow(/small letters/);
  });

  test('items that are put are found by the next search of every replica, and old cursors end', async () => {
    const url = fresh();
    await importInto(url, lamps(3));
    const [one, other] = [await openPostgresCatalog({ url, workers: 1 }), await openPostgresCatalog({ url, workers: 1 })];
    const before = await other.search({ sort: 'newest', limit: 1 }, context);
    await one.put?.([anItem({ id: 'lamp-1', title: 'Quartz tripod', categories: [{ value: 'Tripods' }] })]);
    const after = await other.search({ query: 'tripod' }, context);
    expect(after.items.map((item) => item.title)).toEqual(['Quartz tripod']);
    expect((await other.search({ query: 'lamp' }, context)).total).toBe(2);
    expect(after.revision).not.toBe(before.revision);
    expect((await other.vocabulary()).revision).toBe(after.revision);
    expect((await other.vocabulary()).items).toBe(3);
    await expect(other.search({ sort: 'newest', cursor: before.cursor ?? '' }, context)).rejects.toMatchObject({ code: 'bad_cursor' });
    await Promise.all([one.close(), other.close()]);
  });

  test('writes at the same time wait for each other, and none is lost', async () => {
    const url = fresh();
    await importInto(url, lamps(1));
    const engines = await Promise.all([0, 1].map(() => openPostgresCatalog({ url, workers: 1 })));
    await Promise.all(engines.flatMap((engine, index) => [0, 1, 2].map((n) => engine.put?.(lamps(1, 10 + index * 10 + n)))));
    expect((await idsIn(url)).ids).toEqual(['lamp-0', 'lamp-10', 'lamp-11', 'lamp-12', 'lamp-20', 'lamp-21', 'lamp-22']);
    await Promise.all(engines.map((engine) => engine.close()));
  });

  test('a catalogue that serves answers every search from one revision, the old or the new', async () => {
    const url = fresh();
    await importInto(url, lamps(20));
    const engine = await openPostgresCatalog({ url });
    const before = await engine.revision();
    const target = await postgresStaging(postgresAddress(url), { source: 'a', batch: 200 });
    let done = false;
    const swap = importAll(target, lamps(1000, 100)).then(() => {
      done = true;
    });
    const seen = new Set<string>();
    while (!done) {
      const { items, total, revision, facets } = await engine.search({ limit: 20 }, context);
      seen.add(revision);
      expect(total).toBe(revision === before ? 20 : 1000);
      expect(facets[0]?.values[0]?.count).toBe(total);
      const old = items.filter(({ id }) => Number(id.slice(5)) < 20).length;
      expect(old).toBe(revision === before ? items.length : 0);
    }
    await swap;
    const after = await engine.search({}, context);
    expect(after.total).toBe(1000);
    expect(after.revision.startsWith('2-')).toBe(true);
    expect(seen).toContain(before);
    await engine.close();
  });

  test('an import that was killed goes on from its last batch, and from the beginning when it is another one', async () => {
    const url = fresh();
    const address = postgresAddress(url);
    const items = lamps(21);
    const killed = await postgresStaging(address, { source: 'a', batch: 10 });
    for (const [index, item] of items.entries()) {
      killed.put(item);
      await killed.flush?.(false);
      killed.reached?.({ file: 0, records: index + 1 });
    }
    // The line is cut, as when the program or its machine dies.
    await server.query(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aisle'");
    const again = await vi.waitFor(() => postgresStaging(address, { source: 'a' }));
    expect(again.resumed).toEqual({ file: 0, records: 19 });
    expect(await importAll(again, items.slice(19))).toBe(1);
    expect((await idsIn(url)).ids).toHaveLength(20);
    const other = await postgresStaging(address, { source: 'b' });
    expect(other.resumed).toBeUndefined();
    await expect(postgresStaging(address, { source: 'c' })).rejects.toThrow(/another full import/);
    await other.rollback();
  });

  test('what is put while a full import runs is in the new catalogue: new items, and those that the files have older', async () => {
    const url = fresh();
    await importInto(url, lamps(3));
    const target = await postgresStaging(postgresAddress(url), { source: 'a' });
    for (const item of lamps(3)) target.put(item);
    const engine = await openPostgresCatalog({ url, workers: 1 });
    await engine.put?.([anItem({ id: 'lamp-1', title: 'Reduced lamp' }), anItem({ id: 'new', title: 'New lamp' })]);
    await importAll(target, []);
    const found = await engine.items(['lamp-0', 'lamp-1', 'new'], context);
    expect(found.map(({ title }) => title)).toEqual(['Lamp 0', 'Reduced lamp', 'New lamp']);
    expect((await engine.search({ query: 'reduced' }, context)).total).toBe(1);
    await engine.close();
  });

  test('less than half of the catalogue is refused unless forced, and the catalogue stays', async () => {
    const url = fresh();
    await importInto(url, lamps(10));
    const before = await idsIn(url);
    const stage = (force: boolean) => postgresStaging(postgresAddress(url), { source: 'a', force });
    await expect(importAll(await stage(false), lamps(4, 50))).rejects.toThrow(/4 items and the catalogue 10.*--force/);
    expect(await idsIn(url)).toEqual(before);
    await importAll(await stage(true), lamps(4, 50));
    expect((await idsIn(url)).ids).toHaveLength(4);
  });

  test('the same id and locale twice: the later record stands, and the first is told as repeated', async () => {
    const url = fresh();
    const target = await postgresStaging(postgresAddress(url), { source: 'a', batch: 1 });
    expect(
      await importAll(
        target,
        ['One', 'Two'].map((title) => anItem({ id: 'a', title })),
      ),
    ).toBe(1);
    const engine = await openPostgresCatalog({ url, workers: 1 });
    expect((await engine.items(['a'], context)).map(({ title }) => title)).toEqual(['Two']);
    await engine.close();
  });

  test('texts that PostgreSQL cannot hold are kept without what it cannot', async () => {
    const url = fresh();
    const long = `word${'x'.repeat(5000)}`;
    await importInto(url, [
      anItem({ id: 'odd', title: "It's \\ a 'lamp' \ud800", description: { plain: long }, features: ['nul \0 inside', long] }),
    ]);
    const engine = await openPostgresCatalog({ url, workers: 1 });
    expect((await engine.search({ query: "it's a lamp" }, context)).total).toBe(1);
    await engine.close();
  });

  test('an aborted call is over for its caller at once', async () => {
    const url = fresh();
    await importInto(url, lamps(1));
    const engine = await openPostgresCatalog({ url, workers: 1 });
    const stop = new AbortController();
    const call = engine.search({ query: 'lamp' }, { locale: 'en', signal: stop.signal });
    stop.abort(new Error('the shopper left'));
    await expect(call).rejects.toThrow('the shopper left');
    expect((await engine.search({ query: 'lamp' }, context)).total).toBe(1);
    await engine.close();
  });

  test('a server that goes away is told as such, and when it is back the same engine answers again', async () => {
    const url = fresh();
    await importInto(url, lamps(3));
    const engine = await openPostgresCatalog({ url, workers: 1 });
    server.stop();
    await expect(engine.search({ query: 'lamp' }, context)).rejects.toMatchObject({
      name: 'CatalogUnavailable',
      message: expect.stringMatching(/^the PostgreSQL server cannot be reached/),
    });
    await expect(engine.revision()).rejects.toMatchObject({ name: 'CatalogUnavailable' });
    await expect(engine.put?.(lamps(1))).rejects.toMatchObject({ name: 'CatalogUnavailable' });
    server.start();
    await vi.waitFor(async () => expect((await engine.search({ query: 'lamp' }, context)).total).toBe(3), { timeout: 10_000 });
    await engine.close();
  }, 30_000);
});
