import { expect, test } from 'vitest';
import { createUnmetSearches, wishOf } from './unmet-searches.ts';

test('equal wishes are one, however they are written; most asked for come first', () => {
  let time = 0;
  const unmet = createUnmetSearches(() => ++time);
  unmet.add({ query: 'Piano' });
  unmet.add({ query: '钢琴', limit: 3 });
  unmet.add({ query: ' ＰＩＡＮＯ ', limit: 6 });
  expect(unmet.list()).toEqual([
    { asked: 'piano', count: 2, last_at: 3 },
    { asked: '钢琴', count: 1, last_at: 2 },
  ]);
});

test('conditions are part of the wish, paging and prices are not', () => {
  const attributes = [{ name: 'weight', op: 'lte' as const, value: 1, unit: 'kg' }];
  expect(wishOf({ query: 'tent', brands: ['B', 'A'], attributes, price_range: { max: '5' }, cursor: 'x' })).toBe(
    'tent · a · b · weight lte 1kg',
  );
  expect(wishOf({ price_range: { max: '1' } })).toBe('');
});

test('what may be personal is not kept', () => {
  for (const query of ['order of mei@example.com', 'call 138 0013 8000', '订单 20260101123456', '+44 (20) 7946-0958'])
    expect(wishOf({ query })).not.toMatch(/@|\d{3}/);
  expect(wishOf({ query: '750w a7c ii 1920x1080' })).toBe('750w a7c ii 1920x1080');
});

test('no more than a thousand are kept, the one asked for longest ago giving way', () => {
  const unmet = createUnmetSearches(() => 0);
  for (let n = 0; n < 1001; n++) unmet.add({ query: `thing ${n}` });
  const asked = unmet.list().map((each) => each.asked);
  expect(asked).toHaveLength(1000);
  expect(asked).not.toContain('thing 0');
});
