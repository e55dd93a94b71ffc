import type { SearchArguments } from '../../../protocol/search.ts';
import type { Relaxation } from '../engine.ts';
import { type Stated, scopeOf, sortedRelaxations, statedBy, withoutOne } from '../plan/relaxed.ts';
import { anyMatch, matchesOf, type Source } from './match.ts';

/** Whether there are items the search could have meant, and none of them states the fact. */
function isUnstated(rest: SearchArguments, total: number, stated: Stated, source: Source): boolean {
  if (total > 0 && rest.query === undefined) return !anyMatch(rest, source, stated);
  const scope = scopeOf(rest);
  return anyMatch(scope, source, null) && !anyMatch(scope, source, stated);
}

/**
 * For a search that found nothing: how many there would be without each of its conditions, most first. A condition on what
 * none of the items states at all is told as such even where leaving it out does not help.
 */
export function relaxations(search: SearchArguments, source: Source): Relaxation[] {
  const found = withoutOne(search).map(({ name, rest }): Relaxation => {
    const total = countProducts(rest, source);
    const stated = statedBy(name, source.names);
    const notStated = stated !== null && isUnstated(rest, total, stated, source);
    return { without: name, total, ...(notStated && { not_stated: true }) };
  });
  return sortedRelaxations(found);
}

function countProducts(search: SearchArguments, source: Source): number {
  const { numbers } = matchesOf(search, source);
  if (search.product_id !== undefined || !source.columns.hasVariants) return numbers.length;
  return new Set(Array.from(numbers, (no) => source.columns.product[no])).size;
}
