import type { SearchArguments } from '../../../protocol/search.ts';
import type { Relaxation } from '../engine.ts';
import { offerParameters } from '../price.ts';
import { byAttribute, statedMatch, type Test } from './conditions.ts';
import { anyMatch, matchesOf, type Source } from './match.ts';

/** Parameters that say how results are ordered or paged, and so empty nothing. */
const HARMLESS: ReadonlySet<string> = new Set(['sort', 'sort_attribute', 'limit', 'cursor', 'direct']);

/** The search without one of its conditions, each once: lists as a whole, attributes name by name. */
function without(search: SearchArguments): { name: string; rest: SearchArguments }[] {
  const rests: { name: string; rest: SearchArguments }[] = [];
  for (const [name, value] of Object.entries(search)) {
    if (HARMLESS.has(name) || name === 'attributes' || value === undefined || value === false) continue;
    const { [name as keyof SearchArguments]: _left, ...rest } = search;
    if (name !== 'exclude') rests.push({ name, rest });
    // Excluded ids stay: an operator's blocked items are never worth offering.
    else if (Object.keys(search.exclude ?? {}).some((key) => key !== 'ids'))
      rests.push({ name, rest: search.exclude?.ids ? { ...rest, exclude: { ids: search.exclude.ids } } : rest });
  }
  for (const attribute of byAttribute(search.attributes ?? []).keys()) {
    const attributes = (search.attributes ?? []).filter((filter) => filter.name !== attribute);
    rests.push({ name: `attributes.${attribute}`, rest: { ...search, attributes } });
  }
  return rests;
}

/** How to tell that an item states a fact at all. */
type Stated = { readonly match?: string; readonly test?: Test };

/** Tests whether an item states what a parameter asks about; null where every item does. */
function statedTest(name: string, source: Source): Stated | null {
  const { columns, offers } = source;
  const match = statedMatch(name, source);
  if (match !== null) return { match };
  const has = (column: Float64Array) => ({ test: (no: number) => !Number.isNaN(column[no] ?? Number.NaN) });
  switch (name) {
    case 'rating_min':
      return has(columns.rating);
    case 'in_stock':
    case 'start_date':
      return has(columns.available);
    case 'quantity':
      return has(columns.quantity);
    case 'deliver_by':
      return has(columns.shipsIn);
    case 'deposit_max':
    case 'deposit_free':
      return { test: (no) => offers.of(no).some((offer) => offer.lease?.deposit !== undefined) };
    default:
      return (offerParameters as readonly string[]).includes(name) ? { test: (no) => offers.of(no).length > 0 } : null;
  }
}

/** Whether there are items the search could have meant, and none of them states the fact. */
function isUnstated(rest: SearchArguments, total: number, stated: Stated, source: Source): boolean {
  if (total > 0 && rest.query === undefined) return !anyMatch(rest, source, stated);
  const scope = scopeOf(rest);
  return anyMatch(scope, source, {}) && !anyMatch(scope, source, stated);
}

const SCOPE = ['product_types'] as const;

/** The search narrowed to what it is about, where that is said; what is "not stated" is told of these items. */
function scopeOf(search: SearchArguments): SearchArguments {
  return Object.fromEntries(SCOPE.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
}

/**
 * For a search that found nothing: how many there would be without each of its conditions, most first. A condition on what
 * none of the items states at all is told as such even where leaving it out does not help.
 */
export function relaxations(search: SearchArguments, source: Source): Relaxation[] {
  const found: Relaxation[] = [];
  for (const { name, rest } of without(search)) {
    const total = countProducts(rest, source);
    const stated = statedTest(name, source);
    const notStated = stated !== null && isUnstated(rest, total, stated, source);
    if (total > 0 || notStated) found.push({ without: name, total, ...(notStated && { not_stated: true }) });
  }
  return found.sort((a, b) => b.total - a.total || (a.without < b.without ? -1 : 1));
}

function countProducts(search: SearchArguments, source: Source): number {
  const { numbers } = matchesOf(search, source);
  const { items, variants } = source.columns;
  if (search.product_id !== undefined || items === variants.length - 1) return numbers.length;
  return new Set(Array.from(numbers, (no) => source.columns.product[no])).size;
}
