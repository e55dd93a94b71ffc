import { openImport } from '../bff/catalog/open.ts';
import type { ImportTarget } from '../bff/catalog/target.ts';
import type { Item } from '../protocol/item.ts';

/** Puts items into an import and ends it. @returns how many were repeats. */
export async function importAll(target: ImportTarget, items: Iterable<Item>): Promise<number> {
  let repeats = 0;
  for (const item of items) {
    if (target.put(item)) repeats++;
    repeats += (await target.flush?.(false)) ?? 0;
  }
  repeats += (await target.flush?.(true)) ?? 0;
  await target.commit();
  return repeats;
}

/** Adds items to the catalogue of a `CATALOG_URL`. */
export async function importInto(url: string, items: Iterable<Item>): Promise<void> {
  const target = await openImport(url, { kind: 'merge' });
  if (!target) throw new Error(`${url} takes no imports`);
  await importAll(target, items);
}
