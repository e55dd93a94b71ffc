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
}
