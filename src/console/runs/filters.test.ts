import { expect, it } from 'vitest';
import { countFilters, periodOf, queryOf, readFilters, writeFilters } from './filters.ts';

const NOW = Date.parse('2026-11-21T14:02:31.500Z');

it('filters come back from an address as they went into it', () => {
  const filters = { text: '相机 & more', tool: 'search_db', tool_ok: 'false', min_ms: '800', last: '24h' };
  expect(readFilters(new URLSearchParams(writeFilters(filters)))).toEqual(filters);
});

it('what an address says besides, and what is empty, is no filter', () => {
  expect(readFilters(new URLSearchParams('text=&nonsense=1&rule=ledger'))).toEqual({ rule: 'ledger' });
});

it('a period that ends now begins at a whole minute', () => {
  expect(periodOf({ last: '1h' }, NOW)).toEqual({ from: '2026-11-21T13:02:00.000Z' });
  expect(periodOf({ last: '1h' }, NOW + 1000)).toEqual(periodOf({ last: '1h' }, NOW));
});

it('the last day of a period belongs to it, at the end of a month too', () => {
  expect(periodOf({ from: '2026-11-01', to: '2026-11-30' }, NOW)).toEqual({ from: '2026-11-01', to: '2026-12-01' });
});

it('a period that nobody knows is none', () => {
  expect(queryOf({ last: '3 weeks', rule: 'ledger' }, NOW)).toEqual({ rule: 'ledger' });
});

it('filters in the fold are counted', () => {
  expect(countFilters({ text: 'a', sort: 'slowest', last: '1h', rule: 'ledger', model: 'planner' })).toBe(2);
});
