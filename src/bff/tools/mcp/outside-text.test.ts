import { expect, it } from 'vitest';
import { findAmounts } from '../../language/amounts.ts';
import { outsideText } from './outside-text.ts';

const amounts = (answer: string, args: unknown = {}) =>
  findAmounts(outsideText(answer, args)).flatMap((amount) => (amount.kind === 'money' ? amount.values : []));

it('an amount the answer states is kept', () => {
  expect(amounts('The repair is $30, ready on Monday.', { device: 'phone' })).toEqual(['30']);
  expect(amounts('维修费 120 元。', { device: '手机' })).toEqual(['120']);
});

it.each([
  ['a figure', 'You offered $777.', { offer: 777 }],
  ['a figure in other writing', 'You offered $1,777.00.', { offer: '1777' }],
  ['words', '九百元: 9:00–18:00', { city: '九百元' }],
  ['a value deep inside', 'You offered $777.', { cart: [{ offer: '$777' }] }],
])('what it repeats of its call is not: %s', (_, answer, args) => {
  expect(amounts(answer, args)).toEqual([]);
});

it('money in JSON members counts, in the currency beside it', () => {
  expect(findAmounts(outsideText('{"quote":{"price":30.5,"currency":"USD"},"days":4}', {}))).toMatchObject([
    { values: ['30.5'], currencies: ['USD'] },
  ]);
  expect(amounts('[{"fee":"12"},{"branches":3}]')).toEqual(['12']);
});

it('a figure that is no money in JSON does not', () => {
  expect(amounts('{"points":500,"open":9}')).toEqual([]);
});
