import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coarser, difference, type Stretch } from './difference.ts';

const of = (stretches: readonly Stretch[], ...sides: Stretch['side'][]): string =>
  stretches.flatMap(({ side, text }) => (sides.includes(side) ? [text] : [])).join('');
const plain = (text: string): string => text.replace(/\s+/g, '');

it('words are compared in English, characters in Chinese', () => {
  expect(difference('only ¥12 a day', 'only ¥99 a day').filter(({ side }) => side !== 'both')).toEqual([
    { side: 'first', text: '12' },
    { side: 'second', text: '99' },
  ]);
  expect(difference('最轻的相机', '最轻的帐篷').filter(({ side }) => side !== 'both')).toEqual([
    { side: 'first', text: '相机' },
    { side: 'second', text: '帐篷' },
  ]);
});

it('white space of another length is no difference', () => {
  expect(difference('one\n\n two', 'one two')).toEqual([{ side: 'both', text: 'one\n\n two' }]);
});

it('the stretches put together are the two texts again', () => {
  const words = fc.array(fc.constantFrom('a', 'b', '相', '机', ' ', '\n', '¥', '12', '.'), { maxLength: 40 }).map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (first, second) => {
      for (const stretches of [difference(first, second), coarser(difference(first, second))]) {
        expect(of(stretches, 'both', 'first')).toBe(first);
        expect(plain(of(stretches, 'both', 'second'))).toBe(plain(second));
      }
    }),
  );
});

it('texts too long to compare are told as replaced, ends excepted', () => {
  const many = (word: string): string => `start ${`${word} `.repeat(3000)}end`;
  expect(difference(many('x'), many('y')).map(({ side }) => side)).toEqual(['both', 'first', 'second', 'both']);
});

it('what two other sentences share by chance is told as changed', () => {
  const [first, second] = ['我帮你看了四十四款，这台最轻，要不要', '店里符合的相机有一些，先看价格再说吧'];
  expect(difference(first, second).length).toBeGreaterThan(3);
  expect(coarser(difference(first, second)).length).toBeLessThan(difference(first, second).length);
});
