import { expect, test } from 'vitest';
import { createUnmetSearches } from './unmet-searches.ts';

const someone = { locale: 'en' };

test('equal wishes are one, however they are written; most asked for come first', () => {
  let time = 0;
  const unmet = createUnmetSearches(() => ++time);
  unmet.add({ query: 'Piano' }, someone);
  unmet.add({ query: '钢琴', limit: 3 }, someone);
  unmet.add({ query: ' ＰＩＡＮＯ ', limit: 6 }, someone);
  expect(unmet.list()).toEqual([
    { asked: 'piano', count: 2, last_at: 3 },
    { asked: '钢琴', count: 1, last_at: 2 },
  ]);
});

test('what one turn asks for twice counts once, with the fewer conditions', () => {
  const unmet = createUnmetSearches(() => 0);
  const [one, another] = [
    { ...someone, turn: {} },
    { ...someone, turn: {} },
  ];
  unmet.add({ query: 'piano', offer_kind: 'sell' }, one);
  unmet.add({ query: 'piano' }, one);
  unmet.add({ query: 'piano', offer_kind: 'lease' }, one);
  unmet.add({ query: 'piano' }, another);
  expect(unmet.list()).toEqual([{ asked: 'piano', count: 2, last_at: 0 }]);
});

test('no more than a thousand are kept, the one asked for longest ago giving way', () => {
  const unmet = createUnmetSearches(() => 0);
  for (let n = 0; n < 1001; n++) unmet.add({ query: `thing ${n}` }, someone);
  const asked = unmet.list().map((each) => each.asked);
  expect(asked).toHaveLength(1000);
  expect(asked).not.toContain('thing 0');
});
