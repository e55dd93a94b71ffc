import type { Attribute, Item } from '../../protocol/item.ts';
import { convert, parseQuantity, sameDimension } from '../language/units.ts';

/** Numbers of a fact with their unit; `unit` undefined: plain numbers. */
export interface Quantity {
  readonly numbers: readonly number[];
  readonly unit: string | undefined;
}

/** A fact read as numbers: typed ones, or texts that are a number with a unit ("5.5 英寸"). Null for anything else. */
export function quantityOf(fact: Attribute): Quantity | null {
  const values = fact.values ?? (fact.value === undefined ? [] : [fact.value]);
  if (values.length === 0) return null;
  if (values.every((value) => typeof value === 'number')) return { numbers: values, unit: fact.unit };
  if (!values.every((value) => typeof value === 'string')) return null;
  if (fact.unit !== undefined)
    return values.every((value) => /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value)) ? { numbers: values.map(Number), unit: fact.unit } : null;
  const read = values.map(parseQuantity);
  const [first] = read;
  if (!first || read.some((each) => each?.unit !== first.unit)) return null;
  return { numbers: read.flatMap((each) => each?.value ?? []), unit: first.unit };
}

/** Decimals kept: enough for any figure a shop states, and 0.1 + 0.2 stays 0.3. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * A quantity in another unit, by exact fractions (`units.ts`), rounded to three places.
 * @returns null where the two have nothing to do with each other.
 */
export function inUnit({ numbers, unit }: Quantity, to: string | undefined): Quantity | null {
  if (unit === to) return { numbers, unit };
  if (unit === undefined || to === undefined) return null;
  const converted = numbers.map((value) => convert(value, unit, to));
  return converted.some((value) => value === null) ? null : { numbers: converted.map((value) => round(value ?? 0)), unit: to };
}

/**
 * A charge told as energy: 5 200 mAh at 3.7 V are 19.24 Wh. Only at the voltage the item itself states; none is assumed.
 * @returns null where it states none, or several.
 */
export function asEnergy(charge: Quantity, item: Item): { readonly energy: Quantity; readonly volts: number } | null {
  if (charge.unit === undefined || !sameDimension(charge.unit, 'mAh')) return null;
  const volts = new Set(
    Object.entries(item.attributes ?? {}).flatMap(([key, fact]) => {
      if (!/volt|电压/i.test(`${key} ${fact.label}`)) return [];
      const voltage = quantityOf(fact);
      const inVolts = voltage && inUnit(voltage, 'V');
      return inVolts?.numbers.length === 1 ? inVolts.numbers : [];
    }),
  );
  const [only] = volts;
  const milliampHours = inUnit(charge, 'mAh');
  if (only === undefined || volts.size !== 1 || !milliampHours) return null;
  return { energy: { numbers: milliampHours.numbers.map((value) => round((value * only) / 1000)), unit: 'Wh' }, volts: only };
}
