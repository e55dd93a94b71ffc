import type { AttributeFilter, SearchArguments } from '../../../protocol/search.ts';
import { fold } from '../../language/tokens.ts';
import { parseQuantity, sameDimension } from '../../language/units.ts';
import { SearchRefused } from '../engine.ts';
import { inUnit } from '../fields.ts';
import type { Columns } from './columns.ts';
import { type FactColumns, someValue } from './fact-columns.ts';
import type { KnownAttribute, Names } from './names.ts';
import { phrase, phraseIn } from './text-plan.ts';
import { fieldToken } from './writer.ts';

/** A set of items by number, as SQL. */
export interface SqlSet {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** What a search asks of items, sorted by who can test it; all of it holds. */
export interface Conditions {
  /** Full-text expressions that must match. */
  readonly match: string[];
  /** Full-text expressions that must not. */
  readonly not: string[];
  /** Sets that must hold the item. */
  readonly within: SqlSet[];
  /** Tests on the columns of numbers. */
  readonly tests: Test[];
  /** Of each, the expression or one of the tests holds. */
  readonly either: { readonly match: string | null; readonly tests: readonly Test[] }[];
}

/** Whether an item, by number, passes. */
export type Test = (no: number) => boolean;

export interface Known {
  readonly columns: Columns;
  readonly names: Names;
  readonly facts: FactColumns;
  /** Days since 1970. */
  readonly today: number;
}

/** Never matches: what nothing in the catalogue is called. */
const NOTHING = '"_none"';
const anyOf = (tokens: readonly (string | number)[]): string =>
  tokens.length === 0 ? NOTHING : `(${tokens.map((token) => (typeof token === 'number' ? `"_${token}"` : token)).join(' OR ')})`;

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

function listed(name: ListName, value: string, { names }: Known): string {
  const { field, how } = LISTS[name];
  const terms = names[how](field, value);
  const words = terms.length === 0 && TOLD_IN_WORDS.has(name) ? phraseIn('features', value) : null;
  return words ?? anyOf(terms);
}

/** The conditions of a search but for its free text, its offers and its `product_id`. */
export function conditionsOf(search: SearchArguments, known: Known): Conditions {
  const { columns, names } = known;
  const found: Conditions = { match: [], not: [], within: [], tests: [], either: [] };
  for (const name of listNames) {
    const values = search[name];
    if (!values?.length) continue;
    const each = values.map((value) => listed(name, value, known));
    found.match.push(...(LISTS[name].every ? each : [`(${each.join(' OR ')})`]));
  }
  if (search.models?.length) found.match.push(anyOf(search.models.map((model) => phraseIn('name', model) ?? NOTHING)));
  if (search.seller !== undefined) found.match.push(anyOf(names.like('sellers', search.seller)));
  if (search.seller_location !== undefined) found.match.push(anyOf(places(search.seller_location, 'seller_locations', known)));
  if (search.ships_to !== undefined) found.match.push(anyOf(regions(search.ships_to, known)));
  for (const [, filters] of byAttribute(search.attributes ?? [])) addAttribute(filters, known, found);
  excluded(search.exclude, known, found);
  if (search.product_id !== undefined)
    found.within.push({ sql: 'SELECT i.no FROM item i JOIN product p ON p.no = i.product WHERE p.id = ?', values: [search.product_id] });
  const at = (column: Float64Array, no: number): number => column[no] ?? Number.NaN;
  const { rating_min: ratingMin, quantity, start_date: start, deliver_by: deadline } = search;
  if (ratingMin !== undefined) found.tests.push((no) => at(columns.rating, no) >= ratingMin - 1e-9);
  if (search.in_stock) found.tests.push((no) => at(columns.available, no) === 1);
  if (quantity !== undefined)
    found.tests.push((no) => at(columns.quantity, no) >= quantity || (quantity === 1 && at(columns.available, no) === 1));
  if (start !== undefined) {
    const day = daysOf(start);
    found.tests.push((no) => {
      const from = at(columns.availableFrom, no);
      return Number.isNaN(from) ? at(columns.available, no) === 1 : from <= day;
    });
  }
  if (deadline !== undefined) {
    const day = daysOf(deadline);
    found.tests.push((no) => known.today + at(columns.shipsIn, no) <= day);
  }
  return found;
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

function excluded(exclude: SearchArguments['exclude'], { names }: Known, found: Conditions): void {
  if (!exclude) return;
  const drop = (terms: readonly number[]) => found.not.push(...terms.map((term) => `"_${term}"`));
  for (const brand of exclude.brands ?? []) drop(names.equal('brands', brand));
  for (const type of exclude.product_types ?? []) drop(names.like('product_types', type));
  for (const feature of exclude.features ?? []) drop(names.like('features', feature));
  for (const condition of exclude.conditions ?? []) drop(names.equal('conditions', condition));
  for (const color of exclude.colors ?? []) drop(names.containing('colors', color));
  for (const word of exclude.words ?? []) found.not.push(...[phrase(word)].filter((match) => match !== null));
  if (exclude.ids?.length) {
    found.within.push({
      sql: 'SELECT no FROM item WHERE id NOT IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(exclude.ids)],
    });
  }
}

/** Entries on one name belong together: two bounds make a range that one value must lie in. */
export function byAttribute(filters: readonly AttributeFilter[]): Map<string, AttributeFilter[]> {
  const groups = new Map<string, AttributeFilter[]>();
  for (const filter of filters) groups.set(filter.name, [...(groups.get(filter.name) ?? []), filter]);
  return groups;
}

type Scalar = string | number | boolean;
const valuesOf = (filter: AttributeFilter): Scalar[] => (Array.isArray(filter.value) ? filter.value : [filter.value]);
const NEGATIVE: ReadonlySet<AttributeFilter['op']> = new Set(['ne', 'not_in']);

/** Relative width that a converted number may miss by; far below any difference a product states. */
const WIDTH = 1e-9;

function addAttribute(filters: readonly AttributeFilter[], known: Known, found: Conditions): void {
  const attributes = comparable(known.names.attributes(filters[0]?.name ?? ''), filters);
  if (attributes.length === 0) {
    found.match.push(NOTHING);
    return;
  }
  for (const filter of filters.filter((each) => NEGATIVE.has(each.op))) {
    found.match.push(anyOf(attributes.map((attribute) => `"_k${attribute.no}"`)));
    found.not.push(...attributes.flatMap((attribute) => valuesOf(filter).flatMap((value) => textTerms(attribute, value, known))));
    for (const attribute of attributes) addOutside(attribute, filter, known, found);
  }
  const positive = filters.filter((each) => !NEGATIVE.has(each.op));
  const bounds = positive.filter((each) => each.op === 'lte' || each.op === 'gte');
  if (bounds.length > 0) found.tests.push(rangeTest(attributes, bounds, known));
  for (const filter of positive.filter((each) => each.op !== 'lte' && each.op !== 'gte')) addEqual(attributes, filter, known, found);
}

/** The unit a filter's value is in: its own ("4GB"), or the one beside it. */
const unitIn = (filter: AttributeFilter, value: Scalar): string | undefined =>
  (typeof value === 'string' ? parseQuantity(value)?.unit : undefined) ?? filter.unit;

/**
 * Of several attributes by one name those that are stated in a unit the search can be compared in.
 * @throws SearchRefused when there are attributes and none is.
 */
function comparable(attributes: readonly KnownAttribute[], filters: readonly AttributeFilter[]): KnownAttribute[] {
  const units = filters.flatMap((filter) => valuesOf(filter).map((value) => unitIn(filter, value))).filter((unit) => unit !== undefined);
  const fitting = attributes.filter(({ unit }) =>
    units.every((asked) => unit === undefined || unit === asked || sameDimension(asked, unit)),
  );
  if (attributes.length === 0 || fitting.length > 0) return fitting;
  const name = filters[0]?.name ?? '';
  const stated = [...new Set(attributes.map(({ unit }) => unit ?? ''))];
  throw new SearchRefused(
    'bad_arguments',
    `attributes: ${name} is stated in ${stated.join(' or ')}, not in ${units.join(', ')}`,
    ['attributes'],
    {
      [`attributes.${name}.unit`]: stated,
    },
  );
}

/** The number a filter's value means in an attribute's unit. */
function numberIn(attribute: KnownAttribute, filter: AttributeFilter, value: Scalar): number | null {
  const told = typeof value === 'string' ? parseQuantity(value) : null;
  const plain = typeof value === 'number' ? value : typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
  const amount = told?.value ?? plain;
  if (amount === null) return null;
  return inUnit(amount, unitIn(filter, value), attribute.unit);
}

const around = (value: number): [number, number] => [value - Math.abs(value) * WIDTH, value + Math.abs(value) * WIDTH];

function rangeTest(attributes: readonly KnownAttribute[], filters: readonly AttributeFilter[], { facts, columns }: Known): Test {
  const ranges = attributes.map((attribute) => {
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    for (const filter of filters) {
      const bound = numberIn(attribute, filter, valuesOf(filter)[0] ?? '');
      if (bound === null)
        throw new SearchRefused('bad_arguments', `attributes: ${filter.name} ${filter.op} needs a number`, ['attributes']);
      if (filter.op === 'gte') low = Math.max(low, around(bound)[0]);
      else high = Math.min(high, around(bound)[1]);
    }
    return { column: facts.of(attribute.no, columns.size), low, high };
  });
  return (no) => ranges.some(({ column, low, high }) => someValue(column, no, (value) => value >= low && value <= high));
}

function addEqual(attributes: readonly KnownAttribute[], filter: AttributeFilter, known: Known, found: Conditions): void {
  const tokens: string[] = [];
  const tests: Test[] = [];
  for (const attribute of attributes) {
    for (const value of valuesOf(filter)) {
      tokens.push(...(filter.op === 'contains' ? containingTerms(attribute, value, known) : textTerms(attribute, value, known)));
      const number = numberIn(attribute, filter, value);
      if (number !== null) tests.push(equalTest(attribute, number, known));
    }
  }
  if (tests.length === 0) found.match.push(anyOf(tokens));
  // A number written in another unit has another name: the text 4GB and the number 4 both are what is asked for.
  else found.either.push({ match: tokens.length > 0 ? anyOf(tokens) : null, tests });
}

function equalTest(attribute: KnownAttribute, number: number, { facts, columns }: Known): Test {
  const column = facts.of(attribute.no, columns.size);
  const [low, high] = around(number);
  return (no) => someValue(column, no, (value) => value >= low && value <= high);
}

function addOutside(attribute: KnownAttribute, filter: AttributeFilter, known: Known, found: Conditions): void {
  for (const value of valuesOf(filter)) {
    const number = numberIn(attribute, filter, value);
    if (number === null) continue;
    const equals = equalTest(attribute, number, known);
    found.tests.push((no) => !equals(no));
  }
}

/** Words for yes and no, as models and shoppers write them. */
const YES = new Set(['true', 'yes', '是', '有', '支持']);
const NO = new Set(['false', 'no', '否', '无', '没有', '不支持', 'none']);

function textTerms(attribute: KnownAttribute, value: Scalar, { names }: Known): string[] {
  const text = fold(String(value));
  const spellings = [String(value), ...(YES.has(text) ? ['true'] : []), ...(NO.has(text) ? ['false'] : [])];
  return spellings.flatMap((spelling) => names.equal(`attributes.${attribute.key}`, spelling)).map((term) => `"_${term}"`);
}

function containingTerms(attribute: KnownAttribute, value: Scalar, { names }: Known): string[] {
  return names.containing(`attributes.${attribute.key}`, String(value)).map((term) => `"_${term}"`);
}

/** Full-text expression of the items that state what a list, seller, place or attribute parameter tests. */
export function statedMatch(parameter: string, { names }: Known): string | null {
  if (parameter.startsWith('attributes.'))
    return anyOf(names.attributes(parameter.slice('attributes.'.length)).map((attribute) => `"_k${attribute.no}"`));
  const fields: Readonly<Record<string, string>> = {
    ...Object.fromEntries(listNames.map((name) => [name, LISTS[name].field])),
    seller: 'sellers',
    seller_location: 'seller_locations',
    ships_to: 'regions',
  };
  const field = fields[parameter];
  return field === undefined ? null : `"${fieldToken(field)}"`;
}
