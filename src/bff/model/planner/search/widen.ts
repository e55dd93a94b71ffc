import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Relaxation, SearchResult } from '../../../catalog/engine.ts';
import { everydayNames } from '../../../language/everyday.ts';
import type { Wish } from '../wish.ts';

/** Searches one turn may make, the first included. */
export const SEARCHES = 4;

/** Conditions that say what the thing is, or what must not come: without them something else would be shown. */
const KEPT = new Set(['product_types', 'models', 'product_id', 'exclude', 'offer_kind', 'currency', 'seller', 'ships_to', 'quantity']);

/** Which condition is given up first, where several would help: what is told loosest. */
const LOOSEST: readonly string[] = [
  'query',
  'audience',
  'use_cases',
  'key_features',
  'start_date',
  'in_stock',
  'service_guarantees',
  'rating_min',
  'colors',
  'materials',
  'sizes',
  'conditions',
  'deposit_max',
  'deposit_free',
  'buyout',
  'attributes',
  'price_range',
  'rental_days',
  'brands',
];

const looseness = (name: string): number => {
  const at = LOOSEST.indexOf(name.startsWith('attributes.') ? 'attributes' : name);
  return at < 0 ? LOOSEST.length : at;
};

/** A wider search after an empty one, and the condition it gives up. */
export interface Wider {
  readonly arguments: SearchArguments;
  readonly without: Relaxation;
}

/**
 * The next search after one that found nothing: without the condition whose loss helps and matters least. The subject of
 * the wish is never given up.
 * @returns null when nothing wider would still answer the wish.
 */
export function widen(search: SearchArguments, result: SearchResult): Wider | null {
  const subject = search.product_types ?? search.models ?? search.brands ?? kindAmong(search);
  const open = result.relaxations.filter(
    ({ without, total }) =>
      total > 0 && !KEPT.has(without) && (subject !== undefined || (without !== 'query' && search.query !== undefined)),
  );
  const best = open.toSorted(
    (a, b) =>
      Number(b.not_stated ?? false) - Number(a.not_stated ?? false) || looseness(a.without) - looseness(b.without) || b.total - a.total,
  )[0];
  if (best && !(best.without === 'brands' && subject === search.brands)) return { arguments: drop(search, best.without), without: best };
  // No single condition is to blame: give up the free words, if the subject stands without them.
  if (search.query !== undefined && search.product_types && loosely(search) > 1)
    return { arguments: drop(search, 'query'), without: { without: 'query', total: 0 } };
  return null;
}

/** A kind of thing that the catalogue keeps as a stated value: an SSD among the drives. */
function kindAmong({ attributes = [] }: SearchArguments): readonly string[] | undefined {
  const kind = attributes.find(
    ({ op, value }) => op === 'eq' && typeof value === 'string' && everydayNames(value.toLowerCase()).length > 0,
  );
  return kind ? [kind.name] : undefined;
}

/** Rentals, where a price that was taken for a sale fits nothing that is sold. */
export function otherOffer(wish: Wish, search: SearchArguments, result: SearchResult): Wider | null {
  const rented = result.relaxations.find((each) => each.without === 'offer_kind' && each.total > 0);
  if (!rented || wish.offer_kind !== null || search.offer_kind !== 'sell') return null;
  return { arguments: { ...search, offer_kind: 'lease' }, without: rented };
}

const loosely = (search: SearchArguments): number => Object.keys(search).filter((name) => LOOSEST.includes(name)).length;

function drop(search: SearchArguments, name: string): SearchArguments {
  if (name.startsWith('attributes.')) {
    const key = name.slice('attributes.'.length);
    const attributes = (search.attributes ?? []).filter((filter) => filter.name !== key);
    const { attributes: _all, ...rest } = search;
    const atLeast = figureOf(search, key);
    // Of an exact figure that nothing has, the next above is nearer than any.
    if (atLeast)
      return {
        ...rest,
        attributes: [...attributes, { ...atLeast, op: 'gte' }],
        sort: 'attribute',
        sort_attribute: { name: key, order: 'asc' },
      };
    return ordered(attributes.length > 0 ? { ...rest, attributes } : rest, search, name);
  }
  const { [name as keyof SearchArguments]: gone, ...rest } = search;
  // All values of these lists must hold: the last one said may be the one too many.
  if (EVERY.has(name) && Array.isArray(gone) && gone.length > 1) return { ...rest, [name]: gone.slice(0, -1) };
  return ordered(rest, search, name);
}

/** The one exact figure a search asks of an attribute. */
function figureOf({ attributes = [], sort }: SearchArguments, key: string): NonNullable<SearchArguments['attributes']>[number] | null {
  const own = attributes.filter((filter) => filter.name === key);
  const [only] = own;
  return own.length === 1 && only?.op === 'eq' && typeof only.value === 'number' && only.unit !== undefined && sort === undefined
    ? only
    : null;
}

/** Attributes of which a later search takes more than the exact figure of the first. */
export function raised(first: SearchArguments, last: SearchArguments): string[] {
  return (first.attributes ?? []).flatMap(({ name }) =>
    figureOf(first, name) && last.attributes?.some((filter) => filter.name === name && filter.op === 'gte') ? [`attributes.${name}`] : [],
  );
}

const EVERY: ReadonlySet<string> = new Set(['key_features', 'use_cases', 'service_guarantees']);

/** Values of lists that a later search kept only in part. */
export function leftOutValues(first: SearchArguments, last: SearchArguments): string[] {
  return (['key_features', 'use_cases', 'service_guarantees'] as const).flatMap((name) => {
    const kept = last[name];
    return kept ? (first[name] ?? []).filter((value) => !kept.includes(value)) : [];
  });
}

/** Without a bound, the nearest to it come first. */
function ordered(rest: SearchArguments, search: SearchArguments, name: string): SearchArguments {
  if (name === 'price_range' && search.sort !== 'attribute')
    return { ...rest, sort: search.price_range?.max === undefined ? 'price_desc' : 'price_asc' };
  if (search.sort !== undefined) return rest;
  const key = name.startsWith('attributes.') ? name.slice('attributes.'.length) : null;
  const bound = (search.attributes ?? []).find((filter) => filter.name === key && (filter.op === 'gte' || filter.op === 'lte'));
  return bound && key ? { ...rest, sort: 'attribute', sort_attribute: { name: key, order: bound.op === 'gte' ? 'desc' : 'asc' } } : rest;
}

/** Conditions of the first search that a later one gave up, by the names relaxations use. */
export function leftOut(first: SearchArguments, last: SearchArguments): string[] {
  const keys = new Set((last.attributes ?? []).map((filter) => filter.name));
  const before = new Set((first.attributes ?? []).map((filter) => filter.name));
  // A figure that was tried on another attribute of its unit is still asked for.
  const moved = new Set((last.attributes ?? []).filter((filter) => !before.has(filter.name)).map((filter) => String(filter.value)));
  return [
    ...Object.keys(first).filter((name) => name !== 'attributes' && LOOSEST.includes(name) && !(name in last)),
    ...[...before]
      .filter((key) => !keys.has(key) && !(first.attributes ?? []).some((filter) => filter.name === key && moved.has(String(filter.value))))
      .map((key) => `attributes.${key}`),
  ];
}
