import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

const SIZE = 500;
const numbers = fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: SIZE }).map((list) => list.toSorted((a, b) => a - b));
const setOf = (list: readonly number[]) => NumberSet.of(Uint32Array.from(list), SIZE);

test('few or many, a set gives back what it was made of and knows its members', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const set = setOf(list);
      expect([...set.numbers()]).toEqual(list);
      expect(set.count).toBe(list.length);
      for (let no = 0; no < SIZE; no++) expect(set.has(no)).toBe(list.includes(no));
    }),
  );
});

test('sets meet, join and part as lists do, whichever of them are dense', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), (lists) => {
      const sets = lists.map(setOf);
      const all = Array.from({ length: SIZE }, (_, no) => no);
      const [first = [], ...others] = lists;
      expect([...NumberSet.inAll(sets, SIZE).numbers()]).toEqual(all.filter((no) => lists.every((list) => list.includes(no))));
      expect([...NumberSet.inAny(sets, SIZE).numbers()]).toEqual(all.filter((no) => lists.some((list) => list.includes(no))));
      expect([...NumberSet.without(setOf(first), sets.slice(1), SIZE).numbers()]).toEqual(
        first.filter((no) => !others.some((list) => list.includes(no))),
      );
    }),
  );
});
