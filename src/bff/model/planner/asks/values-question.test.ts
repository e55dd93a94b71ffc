import { expect, it } from 'vitest';
import { aFigure, aVocabulary } from '../../../../testing/vocabulary.ts';
import { valuesAsked } from './values-question.ts';

const vocabulary = aVocabulary({ attributes: [aFigure('capacity', { labels: ['Capacity', '容量'], unit: 'GB' })] });

it.each([
  ['which colours are there?', 'colors'],
  ['有哪些颜色', 'colors'],
  ['what brands do you have?', 'brands'],
  ['都有什么牌子', 'brands'],
  ['what kinds of cameras do you have', 'product_types'],
  ['有哪几种品类', 'product_types'],
  ['what capacity does it come in', 'attributes.capacity'],
  ['容量有哪些', 'attributes.capacity'],
])('"which are there" asks for the values of a field: %s', (text, field) => {
  expect(valuesAsked(text, vocabulary)).toBe(field);
});

it.each(['another colour please', '换个颜色', '有别的颜色吗'])('other looks of what was shown are its colours: %s', (text) => {
  expect(valuesAsked(text, vocabulary)).toBe('colors');
});

it.each(['a black camera', 'colour: black', 'which brand is best?', '这个牌子怎么样', '容量大的'])(
  'a value, or a judgement, asks for none: %s',
  (text) => expect(valuesAsked(text, vocabulary)).toBeNull(),
);
