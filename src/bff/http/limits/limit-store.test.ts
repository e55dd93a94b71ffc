import { expect, it } from 'vitest';
import { costOf } from './admission.ts';
import { limitStoreConformance } from './conformance.ts';
import { createMemoryLimits } from './limit-store.ts';

limitStoreConformance('memory', async () => createMemoryLimits());

it('memory: a number is forgotten after its time', async () => {
  let time = 0;
  const store = createMemoryLimits({ now: () => time });
  await store.add('a', 1, 1);
  time = 999;
  expect(await store.add('a', 1, 1)).toBe(2);
  time = 1000;
  expect(await store.read('a')).toBe(0);
});

it('a written token costs four, a cached one a tenth', () => {
  expect(costOf({ input_tokens: 1_000_000, cached_tokens: 500_000, output_tokens: 100_000 })).toBeCloseTo(0.95);
});

it('memory: the window of distinct members moves along, and seeing one again keeps it in', async () => {
  let time = 0;
  const store = createMemoryLimits({ now: () => time });
  const add = (...members: string[]) => store.addDistinct('seen', members, { most: 2, window_s: 60 });
  await add('a');
  time = 30_000;
  await add('b');
  time = 59_000;
  expect(await add('a')).toMatchObject({ accepted: true, count: 2, oldest_leaves_s: 31 });
  expect(await add('c')).toMatchObject({ accepted: false });
  time = 90_000;
  expect(await add('c')).toMatchObject({ accepted: true, count: 2 });
});
