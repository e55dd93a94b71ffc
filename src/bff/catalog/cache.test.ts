import { expect, it } from 'vitest';
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
