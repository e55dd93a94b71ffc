import { expect, it } from 'vitest';
import { namesMatter, takeMatters } from './shop-matters.ts';

it.each(['what if it breaks', '摔坏了怎么办', 'how do i get a refund', '押金多久退还', '怎么开发票'])(
  'a word for a rule of the shop names a matter: %s',
  (text) => expect(namesMatter(text)).toBe(true),
);

it.each(['a light camera', '适合旅行的相机', 'late', '清洁', 'wet'])(
  'a word that is as often said of things names none by itself: %s',
  (text) => {
    expect(namesMatter(text)).toBe(false);
  },
);

it('any word of a matter stands for all of them', () => {
  const [matter] = takeMatters('摔坏了怎么办').matters;
  expect(matter?.said).toEqual(['摔坏']);
  expect(matter?.sayings).toContain('损坏');
  expect(takeMatters('what if it breaks').matters[0]?.sayings).toContain('damaged');
});

it('the longest word is taken whole, and what is left is no matter', () => {
  expect(takeMatters('摔坏了').rest.trim()).toBe('了');
  expect(takeMatters('how long is a week')).toEqual({ matters: [], rest: 'how long is a week' });
});
