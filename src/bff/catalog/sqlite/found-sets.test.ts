import { expect, it } from 'vitest';
import { FoundSets } from './found-sets.ts';

it('what an expression found is read once a revision', () => {
  const sets = new FoundSets();
  let reads = 0;
  const find = () => Uint32Array.of(++reads);
  expect([...sets.of('camera', find), ...sets.of('camera', find), ...sets.of('tent', find)]).toEqual([1, 1, 2]);
  sets.forget();
  expect([...sets.of('camera', find)]).toEqual([3]);
});

it('the sets asked for longest ago make room, even for one larger than all the room', () => {
  const sets = new FoundSets();
  const reads: string[] = [];
  const ask = (key: string, length: number) =>
    sets.of(key, () => {
      reads.push(key);
      return new Uint32Array(length);
    });
  ask('a', 300_000);
  ask('b', 150_000);
  ask('a', 300_000);
  ask('c', 150_000);
  expect(ask('a', 300_000)).toHaveLength(300_000);
  expect(ask('b', 150_000)).toHaveLength(150_000);
  expect(reads).toEqual(['a', 'b', 'c', 'b']);
  expect(ask('all', 600_000)).toHaveLength(600_000);
});
