import type { Columns } from './columns.ts';

/** Whether the variants of each product stand side by side in a list of matches, as most feeds list them: one pass tells, and saves a table. */
export function variantsAdjoin(numbers: Uint32Array, { product }: Columns): boolean {
  let before = 0;
  for (let at = 0; at < numbers.length; at++) {
    const own = product[numbers[at] ?? 0] ?? 0;
    if (own < before) return false;
    before = own;
  }
  return true;
}
