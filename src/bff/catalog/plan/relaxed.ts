import type { SearchArguments } from '../../../protocol/search.ts';
import type { Relaxation } from '../engine.ts';
import { offerParameters } from '../price.ts';
import { byAttribute, statedMatch } from './conditions.ts';
import type { Match } from './match.ts';
import type { Names } from './names.ts';
import type { Test } from './tests.ts';

/** Parameters that say how results are ordered or paged, and so empty nothing. */
const HARMLESS: ReadonlySet<string> = new Set(['sort', 'sort_attribute', 'limit', 'cursor', 'direct']);

/** A search without one of its conditions. */
export interface Relaxed {
  /** The condition: a parameter, or `attributes.<name>`. */
  readonly name: string;
  readonly rest: SearchArguments;
}

/** The search without one of its conditions, each once: lists as a whole, attributes name by name. */
export function withoutOne(search: SearchArguments): Relaxed[] {
  const rests: Relaxed[] = [];
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
export type Stated = { readonly match: Match } | { readonly test: Test } | { readonly offer: 'any' | 'deposit' };

/** Tells whether an item states what a parameter asks about; null where every item does. */
export function statedBy(name: string, names: Names): Stated | null {
  const match = statedMatch(name, names);
  if (match !== null) return { match };
  switch (name) {
    case 'rating_min':
      return { test: { stated: 'rating' } };
    case 'in_stock':
    case 'start_date':
      return { test: { stated: 'available' } };
    case 'quantity':
      return { test: { stated: 'quantity' } };
    case 'deliver_by':
      return { test: { stated: 'ships_in' } };
    case 'deposit_max':
    case 'deposit_free':
      return { offer: 'deposit' };
    default:
      return (offerParameters as readonly string[]).includes(name) ? { offer: 'any' } : null;
  }
}

const SCOPE = ['product_types'] as const;

/** The search narrowed to what it is about, where that is said; what is "not stated" is told of these items. */
export function scopeOf(search: SearchArguments): SearchArguments {
  return Object.fromEntries(SCOPE.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
}

/** Most first. A condition on what none of the items states is told even where leaving it out does not help. */
export function sortedRelaxations(found: readonly Relaxation[]): Relaxation[] {
  return found
    .filter(({ total, not_stated }) => total > 0 || not_stated)
    .sort((a, b) => b.total - a.total || (a.without < b.without ? -1 : 1));
}
