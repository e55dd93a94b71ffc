import { type Attribute, type Item, itemType } from '../../protocol/item.ts';
import { fold } from '../language/tokens.ts';
import { convert, parseQuantity } from '../language/units.ts';

/** One enumerated value of an item: the `search_db` parameter that tests it (or `attributes.<key>`), and what it is called. */
export interface FieldValue {
  readonly field: string;
  /** As the catalogue writes it. */
  readonly value: string;
  /** Folded names it answers to; the first is its identity. */
  readonly names: readonly string[];
  /** False for what is implied (the categories above an item's own): it can be searched by, but is no facet of the item. */
  readonly own: boolean;
}

/** A number an item states. */
export interface NumericFact {
  readonly key: string;
  readonly value: number;
  readonly unit?: string;
}

/** Longest text that is taken for a value among others; anything longer is prose. */
const VALUE_LIMIT = 80;

const COLOR = /颜色|色彩|配色|colou?r/i;
const SIZE = /尺码|尺寸|规格|\bsize\b/i;
const MATERIAL = /材质|材料|面料|material|fabric/i;

/** Names a value answers to: itself, and where part of it stands in brackets both halves: 索尼（SONY）, 索尼, SONY. */
export function namesOf(value: string): string[] {
  const folded = fold(value);
  const bracketed = /^([^([]+)[([]([^)\]]+)[)\]]?$/.exec(folded);
  const halves = bracketed ? [bracketed[1], bracketed[2]] : [];
  return [...new Set([folded, ...halves.map((half) => half?.trim() ?? '')])].filter((name) => name !== '');
}

/** The values of an attribute as a list, whether it states one or several. */
export function attributeValues(attribute: Attribute): (string | number | boolean)[] {
  return attribute.values ?? (attribute.value === undefined ? [] : [attribute.value]);
}

/** Each category with the names above it: `A > B` gives `A` and `A > B`. */
function categoryValues(item: Item): FieldValue[] {
  const type = itemType(item);
  const values: FieldValue[] = [];
  const paths = item.categories ?? [];
  for (const [index, category] of paths.entries()) {
    const names = category.value.split('>').map((name) => name.trim());
    for (let depth = 1; depth <= names.length; depth++) {
      const path = names.slice(0, depth).join(' > ');
      const leaf = names[depth - 1] ?? path;
      const own = index === paths.length - 1 && depth === names.length && leaf === type;
      values.push({ field: 'product_types', value: path, names: [...new Set([fold(path), ...namesOf(leaf)])], own });
    }
  }
  return values;
}

function listed(field: string, values: readonly string[] | undefined): FieldValue[] {
  return (values ?? [])
    .filter((value) => value.trim() !== '')
    .map((value) => ({ field, value: value.trim(), names: namesOf(value), own: true }));
}

/** `Black / Silver` is a black thing and a silver thing. */
function splitColors(value: string): string[] {
  return value.split(/\s*[/、,，]\s*/).filter((part) => part !== '');
}

/** Colours, sizes and materials, which a shop may state as options or as attributes. */
function looks(item: Item): FieldValue[] {
  const stated = [
    ...(item.options ?? []).map((option) => ({ name: option.name, values: [option.value] })),
    ...Object.entries(item.attributes ?? {}).map(([key, attribute]) => ({
      name: `${key} ${attribute.label}`,
      values: attributeValues(attribute).map((value) => `${value}${attribute.unit ? ` ${attribute.unit}` : ''}`),
    })),
  ];
  return stated.flatMap(({ name, values }) => [
    ...(COLOR.test(name) ? listed('colors', values.flatMap(splitColors)) : []),
    ...(SIZE.test(name) ? listed('sizes', values) : []),
    ...(MATERIAL.test(name) ? listed('materials', values) : []),
  ]);
}

/** Every enumerated value of a record, in the order the item lists them. */
export function fieldValues(item: Item): FieldValue[] {
  const { seller } = item;
  const values = [
    ...listed('brands', item.brand === undefined ? [] : [item.brand]),
    ...categoryValues(item),
    ...listed('features', item.features),
    ...listed('use_cases', item.use_cases),
    ...listed('audience', item.audience),
    ...looks(item),
    ...listed('conditions', item.condition === undefined ? [] : [item.condition]),
    ...(item.policies ?? []).map((policy) => ({
      field: 'guarantees',
      value: policy.type,
      names: [...new Set([fold(policy.type), ...namesOf(policy.label)])],
      own: true,
    })),
    ...(seller ? [{ field: 'sellers', value: seller.name, names: [...namesOf(seller.name), fold(seller.id)], own: true }] : []),
    ...listed('seller_locations', seller?.location === undefined ? [] : [seller.location]),
    ...listed(
      'certifications',
      seller?.certifications?.map((certification) => certification.name),
    ),
    ...listed('regions', item.shipping?.regions),
    ...Object.entries(item.attributes ?? {}).flatMap(([key, attribute]) =>
      attributeValues(attribute)
        .map((value) => String(value))
        .filter((value) => value.length <= VALUE_LIMIT)
        .flatMap((value) => listed(`attributes.${key}`, [value])),
    ),
  ];
  const seen = new Set<string>();
  return values.filter(({ field, names }) => {
    const identity = `${field}\n${names[0]}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

/** The numbers a record states. A text that is a number with a unit ("4GB") is one. */
export function numericFacts(item: Item): NumericFact[] {
  return Object.entries(item.attributes ?? {}).flatMap(([key, attribute]) =>
    attributeValues(attribute).flatMap((value): NumericFact[] => {
      if (typeof value === 'number') return [{ key, value, ...(attribute.unit !== undefined && { unit: attribute.unit }) }];
      if (typeof value !== 'string') return [];
      const quantity = parseQuantity(attribute.unit === undefined ? value : `${value}${attribute.unit}`) ?? parseQuantity(value);
      return quantity ? [{ key, ...quantity }] : [];
    }),
  );
}

/**
 * A number in the unit the catalogue keeps an attribute in.
 * @returns null where the two units measure different things.
 */
export function inUnit(value: number, unit: string | undefined, kept: string | undefined): number | null {
  return unit === undefined || kept === undefined || unit === kept ? value : convert(value, unit, kept);
}
