import { expect, it } from 'vitest';
import type { LimitStore } from './limit-store.ts';

/** What every home of limits must do. Redis runs the same suite. */
export function limitStoreConformance(name: string, open: () => Promise<LimitStore>): void {
  it(`${name}: a hundred additions at once are all counted, each seen once`, async () => {
    const store = await open();
    const seen = await Promise.all(Array.from({ length: 100 }, () => store.add('turns', 1, 60)));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect(await store.read('turns')).toBe(100);
  });

  it(`${name}: keys do not touch each other, fractions add up, and what was never written is 0`, async () => {
    const store = await open();
    await store.add('a', 0.25, 60);
    await store.add('a', 0.5, 60);
    expect([await store.read('a'), await store.read('b')]).toEqual([0.75, 0]);
  });

  it(`${name}: what was set stays until it is set again`, async () => {
    const store = await open();
    await store.write('paused', 1);
    expect(await store.read('paused')).toBe(1);
    await store.write('paused', 0);
    expect(await store.read('paused')).toBe(0);
  });

  it(`${name}: distinct members are counted once, all or none, and only as many as allowed`, async () => {
    const store = await open();
    const add = (members: readonly string[], most = 3) => store.addDistinct('seen', members, { most, window_s: 60 });
    expect(await add([])).toMatchObject({ accepted: true, count: 0 });
    expect(await add(['a', 'b', 'a'])).toMatchObject({ accepted: true, count: 2 });
    expect(await add(['b', 'c', 'd'])).toMatchObject({ accepted: false, count: 2 });
    expect(await add(['b', 'c'])).toMatchObject({ accepted: true, count: 3 });
    expect(await add(['a'])).toMatchObject({ accepted: true, count: 3 });
    expect(await add([], 2)).toMatchObject({ accepted: false, count: 3 });
    const { oldest_leaves_s } = await add([]);
    expect(oldest_leaves_s).toBeGreaterThan(0);
    expect(oldest_leaves_s).toBeLessThanOrEqual(60);
  });

  it(`${name}: a hundred members at once are never more than allowed`, async () => {
    const store = await open();
    const counts = await Promise.all(
      Array.from({ length: 100 }, (_, at) => store.addDistinct('race', [`m${at}`], { most: 40, window_s: 60 })),
    );
    expect(counts.filter(({ accepted }) => accepted)).toHaveLength(40);
  });
}
