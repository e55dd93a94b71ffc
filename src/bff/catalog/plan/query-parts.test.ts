import { expect, test } from 'vitest';
import { nameKey } from '../../language/tokens.ts';
import { nameIndex } from './named.ts';
import { queryParts } from './query-parts.ts';
import { Speller } from './spelling.ts';

const aliases: Readonly<Record<string, readonly { folded: string; term: number }[]>> = {
  product_types: [
    { folded: 'parts > graphics card', term: 1 },
    { folded: 'graphics card', term: 1 },
    { folded: '笔记本电脑', term: 2 },
    { folded: 'printers, scanners & fax', term: 3 },
  ],
  brands: [{ folded: '小米', term: 4 }],
  colors: [{ folded: 'black', term: 5 }],
};
const index = nameIndex((field) => aliases[field] ?? []);
const speller = new Speller([{ word: 'graphics', items: 5 }]);
const names = { named: (phrase: string) => index.get(nameKey(phrase)) ?? [], near: (word: string) => speller.near(word) };
const read = (text: string, known: readonly string[] = []) =>
  queryParts(text, { has: (token) => known.includes(token) }, names).map((part) => ({
    text: part.text,
    named: part.named.map(({ term }) => term),
    ...(part.taken_for !== undefined && { taken_for: part.taken_for }),
  }));

test('words that name one thing stay together, the longest name first', () =>
  expect(read('black graphics cards', ['graphic', 'card', 'black'])).toEqual([
    { text: 'black', named: [5] },
    { text: 'graphics cards', named: [1] },
  ]));
test('everyday names lead to the same term', () => {
  expect(read('gpu')).toEqual([{ text: 'gpu', named: [1] }]);
  expect(read('显卡')).toEqual([{ text: '显卡', named: [1] }]);
});
test('a name that the segmenter cuts into words is still read whole', () => expect(read('笔记本')[0]?.named).toEqual([2]));
test('a misspelt word is put right before names are looked for', () =>
  expect(read('graphcis card', ['card'])).toEqual([{ text: 'graphcis card', named: [1], taken_for: 'graphics card' }]));
test('a brand is named by its pinyin', () => expect(read('xiaomi')).toEqual([{ text: 'xiaomi', named: [4] }]));
test('part of a compound type names it', () => expect(read('scanner')[0]?.named).toEqual([3]));
test('a word the catalogue has is never respelt', () => expect(read('graphica', ['graphica'])).toEqual([{ text: 'graphica', named: [] }]));
