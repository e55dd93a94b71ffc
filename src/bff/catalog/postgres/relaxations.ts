import type { SearchArguments } from '../../../protocol/search.ts';
import type { Relaxation } from '../engine.ts';
import { type Stated, scopeOf, sortedRelaxations, statedBy, withoutOne } from '../plan/relaxed.ts';
import { anyMatch, matchesOf, type Source } from './match.ts';

/** Whether there are items the search could have meant, and none of them states the fact. */
async function isUnstated(rest: SearchArguments, total: number, stated: Stated, source: Source): Promise<boolean> {
  if (total > 0 && rest.query === undefined) return !(await anyMatch(rest, source, stated));
  const scope = scopeOf(rest);
  return (await anyMatch(scope, source, null)) && !(await anyMatch(scope, source, stated));
}

/** For a search that found nothing: how many there would be without each of its conditions, by the rules of the plan. */
export async function relaxations(search: SearchArguments, source: Source): Promise<Relaxation[]> {
  const found: Relaxation[] = [];
  for (const { name, rest } of withoutOne(search)) {
    const total = await countProducts(rest, source);
    const stated = statedBy(name, source.names);
    const notStated = stated !== null && (await isUnstated(rest, total, stated, source));
    found.push({ without: name, total, ...(notStated && { not_stated: true }) });
  }
  return sortedRelaxations(found);
}

async function countProducts(search: SearchArguments, source: Source): Promise<number> {
  const { numbers } = await matchesOf(search, source);
  if (search.product_id !== undefined) return numbers.length;
  return new Set(Array.from(numbers, (no) => source.columns.product[no])).size;
}
