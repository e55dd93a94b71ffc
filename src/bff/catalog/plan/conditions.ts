import type { AttributeFilter, SearchArguments } from '../../../protocol/search.ts';
import { addAttribute } from './attributes.ts';
import { anyTerm, attributeToken, fieldToken, type Match, NOTHING, termToken } from './match.ts';
import type { Names } from './names.ts';
import type { Test } from './tests.ts';
import { wordsIn, wordsOf } from './text-levels.ts';

/** What a search asks of items, sorted by who can test it; all of it holds. */
export interface Conditions {
  /** What the full-text index must hold. */
  readonly match: Match[];
  /** What it must not. */
  readonly not: Match[];
  /** Tests on numbers. */
  readonly tests: Test[];
  /** Of each, the match or one of the tests holds. */
  readonly either: { readonly match: Match | null; readonly tests: readonly Test[] }[];
  /** Only variants of this product. */
  product?: string;
  /** Ids that are not wanted. */
  excluded?: readonly string[];
}

/** What conditions are made from. */
export interface Known {
  readonly names: Names;
  /** Days since 1970. */
  readonly today: number;
}

const DAY = 86_400_000;
export const daysOf = (date: string): number => Math.floor(Date.parse(date) / DAY);

/** How the list parameters are looked up: the field, whether similar names count, and whether every value is asked for. */
const LISTS = {
  product_types: { field: 'product_types', how: 'like', every: false },
  brands: { field: 'brands', how: 'equal', every: false },
  key_features: { field: 'features', how: 'like', every: true },
  use_cases: { field: 'use_cases', how: 'like', every: true },
  audience: { field: 'audience', how: 'like', every: false },
  service_guarantees: { field: 'guarantees', how: 'like', every: true },
  conditions: { field: 'conditions', how: 'equal', every: false },
  colors: { field: 'colors', how: 'containing', every: false },
  sizes: { field: 'sizes', how: 'like', every: false },
  materials: { field: 'materials', how: 'containing', every: false },
  certifications: { field: 'certifications', how: 'like', every: true },
} as const;
type ListName = keyof typeof LISTS;
export const listNames = Object.keys(LISTS) as ListName[];

/** A feature the catalogue has no name for may still be told in an item's features in other words. */
const TOLD_IN_WORDS: ReadonlySet<ListName> = new Set(['key_features', 'use_cases', 'audience']);

function listed(name: ListName, value: string, { names }: Known): Match {
  const { field, how } = LISTS[name];
  const terms = names[how](field, value);
  const words = terms.length === 0 && TOLD_IN_WORDS.has(name) ? wordsIn('features', value) : null;
  return words ?? anyTerm(terms);
}

/** The conditions of a search but for its free text and its offers. */
export function conditionsOf(search: SearchArguments, known: Known): Conditions {
  const { names } = known;
  const found: Conditions = { match: [], not: [], tests: [], either: [] };
  for (const name of listNames) {
    const values = search[name];
    if (!values?.length) continue;
    const each = values.map((value) => listed(name, value, known));
    found.match.push(...(LISTS[name].every ? each : [{ any: each }]));
  }
  if (search.models?.length) found.match.push({ any: search.models.map((model) => wordsIn('name', model) ?? NOTHING) });
  if (search.seller !== undefined) found.match.push(anyTerm(names.like('sellers', search.seller)));
  if (search.seller_location !== undefined) found.match.push(anyTerm(places(search.seller_location, 'seller_locations', known)));
  if (search.ships_to !== undefined) found.match.push(anyTerm(regions(search.ships_to, known)));
  for (const [, filters] of byAttribute(search.attributes ?? [])) addAttribute(filters, names, found);
  exclude(search.exclude, known, found);
  if (search.product_id !== undefined) found.product = search.product_id;
  found.tests.push(...numberTests(search, known.today));
  return found;
}

function numberTests(search: SearchArguments, today: number): Test[] {
  const { rating_min, in_stock, quantity, start_date, deliver_by } = search;
  const inStock: Test = { column: 'available', min: 1 };
  return [
    ...(rating_min === undefined ? [] : [{ column: 'rating', min: rating_min - 1e-9 } as const]),
    ...(in_stock ? [inStock] : []),
    ...(quantity === undefined ? [] : [{ any: [{ column: 'quantity', min: quantity } as const, ...(quantity === 1 ? [inStock] : [])] }]),
    ...(start_date === undefined
      ? []
      : [
          {
            any: [
              { column: 'available_from', max: daysOf(start_date) } as const,
              { all: [{ absent: 'available_from' } as const, inStock] },
            ],
          },
        ]),
    ...(deliver_by === undefined ? [] : [{ column: 'ships_in', max: daysOf(deliver_by) - today } as const]),
  ];
}

/** A place by name, or by one that contains it or is part of it. */
function places(value: string, field: string, { names }: Known): number[] {
  return [...new Set([...names.equal(field, value), ...names.containing(field, value), ...names.containedIn(field, value)])];
}

/** A region, and the names for everywhere; 全国 is everywhere for a place written in Chinese. */
function regions(value: string, known: Known): number[] {
  const everywhere = ['全球', 'worldwide', 'global', 'international', ...(/\p{Script=Han}/u.test(value) ? ['全国', '全国包邮'] : [])];
  return [...places(value, 'regions', known), ...everywhere.flatMap((name) => known.names.equal('regions', name))];
}

function exclude(unwanted: SearchArguments['exclude'], { names }: Known, found: Conditions): void {
  if (!unwanted) return;
  const drop = (terms: readonly number[]) => found.not.push(...terms.map((term) => ({ token: termToken(term) })));
  for (const brand of unwanted.brands ?? []) drop(names.equal('brands', brand));
  for (const type of unwanted.product_types ?? []) drop(names.like('product_types', type));
  for (const feature of unwanted.features ?? []) drop(names.like('features', feature));
  for (const condition of unwanted.conditions ?? []) drop(names.equal('conditions', condition));
  for (const color of unwanted.colors ?? []) drop(names.containing('colors', color));
  for (const word of unwanted.words ?? []) found.not.push(...[wordsOf(word)].filter((match) => match !== null));
  if (unwanted.ids?.length) found.excluded = unwanted.ids;
}

/** Entries on one name belong together: two bounds make a range that one value must lie in. */
export function byAttribute(filters: readonly AttributeFilter[]): Map<string, AttributeFilter[]> {
  const groups = new Map<string, AttributeFilter[]>();
  for (const filter of filters) groups.set(filter.name, [...(groups.get(filter.name) ?? []), filter]);
  return groups;
}

/** The items that state what a list, seller, place or attribute parameter tests; null for any other parameter. */
export function statedMatch(parameter: string, names: Names): Match | null {
  if (parameter.startsWith('attributes.')) {
    const attributes = names.attributes(parameter.slice('attributes.'.length));
    return attributes.length === 0 ? NOTHING : { any: attributes.map(({ no }) => ({ token: attributeToken(no) })) };
  }
  const fields: Readonly<Record<string, string>> = {
    ...Object.fromEntries(listNames.map((name) => [name, LISTS[name].field])),
    seller: 'sellers',
    seller_location: 'seller_locations',
    ships_to: 'regions',
  };
  const field = fields[parameter];
  return field === undefined ? null : { token: fieldToken(field) };
}
