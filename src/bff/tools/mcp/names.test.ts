import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelToolName, ownToolNames } from './names.ts';

const name = (server: string, tool: string, taken: Iterable<string> = []) =>
  modelToolName(server, tool, { reserved: ownToolNames, taken: new Set(taken) });

test('a plain name is the server and the tool', () => {
  expect(name('stores', 'store_hours')).toBe('stores_store_hours');
});

test('a name that had to be changed ends in a fingerprint, the same at every start', () => {
  expect(name('stores', 'store.hours')).toMatch(/^stores_store_hours_[0-9a-f]{6}$/);
  expect(name('stores', '营业时间')).toMatch(/^stores_[0-9a-f]{6}$/);
  expect(name('stores', '营业时间')).toBe(name('stores', '营业时间'));
  expect(name('stores', '营业时间')).not.toBe(name('stores', '门店地址'));
});

test.each([
  ['search', 'db'],
  ['Search', 'DB'],
  ['shop', 'search_db'],
  ['shop', 'Search-Db'],
  ['get', 'item'],
  ['order', 'query'],
])('server %s with tool %s is refused: it would pass for our own', (server, tool) => {
  expect(name(server, tool)).toBeNull();
});

test('a name two servers could both make is given once', () => {
  const first = name('a', 'b_c');
  const second = name('a_b', 'c', [first ?? '']);
  expect(first).toBe('a_b_c');
  expect(second).toMatch(/^a_b_c_[0-9a-f]{6}$/);
});

test('every name is one that every provider takes, and no two are equal', () => {
  const server = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(server, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 })), { maxLength: 20 }),
      (tools) => {
        const taken = new Set<string>();
        for (const [from, tool] of tools) {
          const given = name(from, tool, taken);
          if (given === null) continue;
          expect(given).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
          expect(taken.has(given)).toBe(false);
          taken.add(given);
        }
      },
    ),
  );
});
