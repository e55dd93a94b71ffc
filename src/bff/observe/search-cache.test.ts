import { afterEach, expect, it } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

let bff: TestBff;
afterEach(() => bff.close());

/** Look-ups by what the cache had, as `/metrics` tells them. */
async function lookups(): Promise<Record<string, number>> {
  const text = await (await bff.get('/metrics')).text();
  return Object.fromEntries(
    [...text.matchAll(/aisle_search_cache_total\{outcome="(\w+)"\} (\d+)/g)].map(([, outcome, count]) => [outcome, Number(count)]),
  );
}

it('a search that another conversation made before is a hit in the metrics', async () => {
  bff = await startTestBff({ items: [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' })] });
  await bff.ask('Lumisol X3');
  const first = await lookups();
  expect(first.miss).toBeGreaterThan(0);
  await bff.ask('Lumisol X3');
  const second = await lookups();
  expect(second.miss).toBe(first.miss);
  expect(second.hit).toBe((first.hit ?? 0) + (first.miss ?? 0));
});
