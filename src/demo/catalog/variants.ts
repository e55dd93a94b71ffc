import type { Bi } from './bilingual.ts';
import type { ColorKey } from './colors.ts';
import type { Facts } from './facts.ts';
import type { Row, Sheet } from './sheet.ts';

/** One thing on the shelf: a model in one colour and size. */
export interface Variant {
  readonly id: string;
  readonly sheet: Sheet;
  readonly row: Row;
  readonly color: ColorKey;
  readonly size?: { readonly label: Bi };
  /** Yuan. */
  readonly price: number;
  readonly facts: Facts;
  /** Place among the product's variants; 0 is the one with the plain id. */
  readonly index: number;
  /** How many variants the product has. */
  readonly of: number;
}

/** Every variant of a type's models: all colours in the first size, then the other sizes in the first colour. */
export function variantsOf(sheet: Sheet): Variant[] {
  return sheet.rows.flatMap((row) => {
    const sizes = row.sizes ?? [undefined];
    const all = sizes.flatMap((size, s) => (s === 0 ? row.colors : row.colors.slice(0, 1)).map((color, c) => ({ size, color, c, s })));
    return all.map(({ size, color, c, s }, index) => ({
      id: [row.id, s > 0 && size ? size.key : '', c > 0 ? color : ''].filter(Boolean).join('-'),
      sheet,
      row,
      color,
      ...(size ? { size } : {}),
      price: size?.price ?? row.price,
      facts: { ...row.facts, ...size?.facts },
      index,
      of: all.length,
    }));
  });
}
