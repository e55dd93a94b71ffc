import type { Item } from '../../protocol/item.ts';
import { itemsOf } from './build.ts';
import { sheets } from './types/sheets.ts';
import { variantsOf } from './variants.ts';

/** Every item of the demo shop in each of its languages, the same on every machine and every day. */
export function demoItems(): Item[] {
  return sheets.flatMap((sheet) => variantsOf(sheet).flatMap(itemsOf));
}
