import { expect, it, vi } from 'vitest';
import { cacheCatalog } from './cache.ts';
import type { CatalogEngine, SearchResult } from './engine.ts';

const empty: SearchResult = { items: [], variants: {}, total: 0, relaxations: [], facets: [], unsupported: [], revision: '1' };

function counting(answer: () => Promise<SearchResult> = async () => empty) {
  const engine = { searches: 0, current: '1' };
  const catalog: CatalogEngine = {
    name: 'sqlite',
    async search() {
      engine.searches += 1;
      return { ...(await answer()), revision: engine.current };
    },
    items: async () => [],
    vocabulary: () => Promise.reject(new Error('not asked here')),
    revision: async () => engine.current,
    close: async () => undefined,
  };
  return { engine, catalog };
}
const context = { locale: 'en' };

it('an equal search is answered once, however its keys are ordered, and every other one anew', async () => {
  const { engine, catalog } = counting();
  const cached = cacheCatalog(catalog);
  await cached.search({ query: 'a', limit: 3 }, context);
  await cached.search({ limit: 3, query: 'a' }, context);
  expect(engine.searches).toBe(1);
  await cached.search({ query: 'b', limit: 3 }, context);
  await cached.search({ query: 'a', limit: 3 }, { locale: 'zh-CN' });
  expect(engine.searches).toBe(3);
});

it('equal searches at once share one answer', async () => {
  const { engine, catalog } = counting();
  const outcomes: string[] = [];
  const cached = cacheCatalog(catalog, { onLookup: (outcome) => outcomes.push(outcome) });
  await Promise.all(Array.from({ length: 5 }, () => cached.search({ query: 'a' }, context)));
  expect(engine.searches).toBe(1);
  expect(outcomes.toSorted()).toEqual(['joined', 'joined', 'joined', 'joined', 'miss']);
});

it('a new revision of the catalogue is asked as soon as it is seen', async () => {
  let time = 0;
  const { engine, catalog } = counting();
  const cached = cacheCatalog(catalog, { now: () => time, fresh_ms: 100 });
  await cached.search({ query: 'a' }, context);
  engine.current = '2';
  time += 100;
  await cached.search({ query: 'a' }, context);
  expect(engine.searches).toBe(2);
});

it('an answer is kept for its time, and a failure not at all', async () => {
  let time = 0;
  let down = true;
  const { engine, catalog } = counting(async () => {
    if (down) throw new Error('down');
    return empty;
  });
  const cached = cacheCatalog(catalog, { now: () => time, ttl_ms: 10 });
  await expect(cached.search({ query: 'a' }, context)).rejects.toThrow('down');
  down = false;
  await cached.search({ query: 'a' }, context);
  time = 9;
  await cached.search({ query: 'a' }, context);
  expect(engine.searches).toBe(2);
  time = 10;
  await cached.search({ query: 'a' }, context);
  expect(engine.searches).toBe(3);
});

it('no more than its size is kept, the oldest leaving first', async () => {
  const { engine, catalog } = counting();
  const cached = cacheCatalog(catalog, { size: 2 });
  for (const query of ['a', 'b', 'c', 'a']) await cached.search({ query }, context);
  expect(engine.searches).toBe(4);
});

/** An engine whose answers come when the test says so, and the signals it was asked with. */
function byHand() {
  const asked: { readonly signal: AbortSignal | undefined; readonly answer: (total: number) => void }[] = [];
  const { catalog } = counting();
  const search: CatalogEngine['search'] = (_, { signal }) =>
    new Promise((resolve) => {
      asked.push({ signal, answer: (total) => resolve({ ...empty, total }) });
    });
  return { asked, catalog: { ...catalog, search } };
}
const timeout = () => new DOMException('too long', 'TimeoutError');

it('a search that hangs is asked anew by the retry, and an answer that comes late is not kept for others', async () => {
  const { asked, catalog } = byHand();
  const cached = cacheCatalog(catalog);
  const limit = new AbortController();
  const hanging = cached.search({ query: 'a' }, { ...context, signal: limit.signal });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  limit.abort(timeout());
  await expect(hanging).rejects.toThrow('too long');

  const retry = cached.search({ query: 'a' }, context);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[0]?.answer(1);
  asked[1]?.answer(2);
  expect((await retry).total).toBe(2);
  expect((await cached.search({ query: 'a' }, context)).total).toBe(2);
  expect(asked).toHaveLength(2);
});

it('whoever still waits for a search that another gave up gets its answer, and later ones ask anew', async () => {
  const { asked, catalog } = byHand();
  const cached = cacheCatalog(catalog);
  const limit = new AbortController();
  const impatient = cached.search({ query: 'a' }, { ...context, signal: limit.signal });
  const patient = cached.search({ query: 'a' }, { ...context, signal: new AbortController().signal });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  limit.abort(timeout());
  await expect(impatient).rejects.toThrow('too long');
  const later = cached.search({ query: 'a' }, context);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]?.signal?.aborted).toBe(false);
  asked[0]?.answer(1);
  asked[1]?.answer(2);
  expect((await patient).total).toBe(1);
  expect((await later).total).toBe(2);
});

it('a shopper who stops takes no answer from others; the last one who leaves ends the search', async () => {
  const { asked, catalog } = byHand();
  const cached = cacheCatalog(catalog);
  const [one, two] = [new AbortController(), new AbortController()];
  const first = cached.search({ query: 'a' }, { ...context, signal: one.signal });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  one.abort(new Error('stopped'));
  await expect(first).rejects.toThrow('stopped');
  expect(asked[0]?.signal?.aborted).toBe(true);

  const stopping = new AbortController();
  const second = cached.search({ query: 'a' }, { ...context, signal: stopping.signal });
  const third = cached.search({ query: 'a' }, { ...context, signal: two.signal });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  stopping.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  expect(asked[1]?.signal?.aborted).toBe(false);
  asked[1]?.answer(3);
  expect((await third).total).toBe(3);
});

it('who has already left asks nothing', async () => {
  const { asked, catalog } = byHand();
  await expect(cacheCatalog(catalog).search({ query: 'a' }, { ...context, signal: AbortSignal.abort(timeout()) })).rejects.toThrow(
    'too long',
  );
  expect(asked).toEqual([]);
});
