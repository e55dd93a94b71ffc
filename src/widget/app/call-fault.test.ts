import { expect, it } from 'vitest';
import { callFault } from './call-fault.ts';

const NAMES = ['open', 'ask', 'compare', 'page', 'identify', 'theme', 'consent'];

it.each([
  ['open', undefined],
  ['ask', 'a tent'],
  ['compare', ['a', 'b']],
  ['page', { item_id: 'a', cart: [] }],
  ['page', {}],
  ['identify', { token: 'x' }],
  ['identify', null],
  ['theme', {}],
  ['consent', { storage: true }],
])('%s %j can be carried out', (name, given) => {
  expect(callFault(name, given, NAMES)).toBeUndefined();
});

it.each([
  ['opne', undefined, /is none; there are open, ask/],
  ['constructor', undefined, /is none/],
  ['ask', undefined, /words to ask/],
  ['ask', ' ', /words to ask/],
  ['compare', 'a,b', /list of item ids/],
  ['page', { item_id: 42 }, /item_id is a text/],
  ['page', null, /item_id is a text/],
  ['identify', { jwt: 'x' }, /needs \{token\}/],
  ['theme', null, /object of tokens/],
  ['consent', true, /storage/],
])('%s %j is told with what it needs', (name, given, words) => {
  expect(callFault(name, given, NAMES)).toMatch(words);
});
