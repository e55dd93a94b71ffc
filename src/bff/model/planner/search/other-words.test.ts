import { expect, it } from 'vitest';
import { otherWords } from './other-words.ts';

const query = (text: string, ...locales: string[]) => otherWords({ query: text, limit: 3 }, locales);

it('words the catalogue’s language has a name for are searched for in it, the rest as it stands', () => {
  expect(query('tripod', 'zh-CN')).toEqual({ query: '三脚架', limit: 3 });
  expect(query('三脚架', 'en')).toEqual({ query: 'tripod', limit: 3 });
  expect(query('lumisol tripod', 'zh-CN')?.query).toBe('lumisol 三脚架');
});

it('a catalogue that is written in the word’s own language has no need of another', () => {
  expect(query('tripod', 'en')).toBeNull();
  expect(query('tripod', 'zh-CN', 'en')).toBeNull();
  expect(query('三脚架', 'zh-CN')).toBeNull();
});

it('a word without such a name, and a search without words, have no others', () => {
  expect(query('lumisol', 'zh-CN')).toBeNull();
  expect(otherWords({ brands: ['Lumisol'] }, ['zh-CN'])).toBeNull();
});
