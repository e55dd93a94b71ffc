import { expect, test } from 'vitest';
import { fits, type MadeCall, markCalls } from './matching.ts';

const never = async () => false;
const call = (name: string, args: Record<string, unknown> | null = {}): MadeCall => ({ name, arguments: args });

test.each<[string, unknown, unknown, boolean]>([
  ['text without case and blanks', 'Berkeley ', 'berkeley', true],
  ['a number and its text', 3, '3', true],
  ['lists as sets', ['a', 'b'], ['B', 'a'], true],
  ['a longer list', ['a'], ['a', 'b'], false],
  ['one of several', { $any: ['x', 'y'] }, 'y', true],
  ['left out, where it may be', { $any: ['x', null] }, undefined, true],
  ['left out, where it may not be', { $any: ['x'] }, undefined, false],
  ['an object with a field more', { a: 1 }, { a: 1, b: 2 }, false],
  ['an object that has at least', { $has: { a: 1 } }, { a: 1, b: 2 }, true],
  ['objects of a list in their order', [{ $has: { a: 1 } }, { $has: { a: 2 } }], [{ a: 2 }, { a: 1 }], false],
])('%s', (_, expected, made, right) => {
  expect(fits(expected, made)).toBe(right);
});

test('names are right when every expected tool was called and no other one, but for those allowed', async () => {
  const expected = [{ name: 'search_db' }];
  expect((await markCalls(expected, [], [call('search_db'), call('search_db')], never)).name).toBe(true);
  expect((await markCalls(expected, [], [call('search_db'), call('get_item')], never)).name).toBe(false);
  expect((await markCalls(expected, ['get_item'], [call('search_db'), call('get_item')], never)).name).toBe(true);
  expect((await markCalls([], [], [], never)).name).toBe(true);
  expect((await markCalls([], [], [call('search_db')], never)).name).toBe(false);
});

test('arguments are right when they are the expected ones, any alternative, or ask the same of the tool', async () => {
  const expected = [{ name: 'search_db', arguments: [{ query: 'a' }, { query: 'b' }] }];
  const marks = (args: Record<string, unknown> | null, same = never as () => Promise<boolean>) =>
    markCalls(expected, [], [call('search_db', args)], same);
  expect(await marks({ query: 'b', limit: 5 })).toEqual({ name: true, args: { right: 1, of: 1 }, call: true });
  expect(await marks({ query: 'b', brands: ['x'] })).toMatchObject({ args: { right: 0, of: 1 }, call: false });
  expect(await marks({ query: 'c' }, async () => true)).toMatchObject({ call: true });
  expect(await marks(null, async () => true)).toMatchObject({ call: false });
});
