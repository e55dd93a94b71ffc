import { expect, test } from 'vitest';
import { anItem } from '../../../../testing/items.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { aboutSubject } from './subject.ts';

const wine = anItem({ id: 'wine', title: 'Grape wine Valley' });
const result = (read_as?: SearchResult['read_as']): SearchResult => ({
  items: [wine],
  variants: {},
  total: 1,
  relaxations: [],
  facets: [],
  unsupported: [],
  revision: '1',
  ...(read_as && { read_as }),
});
const vocabulary = { locales: ['en'] } as Partial<Vocabulary> as Vocabulary;
const kept = (query: string, read_as?: SearchResult['read_as']) =>
  aboutSubject({ query }, result(read_as), vocabulary).items.map(({ id }) => id);

test('an item is about the words the search was read as, and about no others', () => {
  expect(kept('red wine')).toEqual([]);
  expect(kept('red wine', { 'red wine': 'Grape wine' })).toEqual(['wine']);
  expect(kept('红酒', { 红酒: 'grape wine' })).toEqual(['wine']);
  expect(kept('sparkling red wine', { 'red wine': 'grape wine' })).toEqual([]);
});
