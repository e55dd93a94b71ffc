import type { Item } from '../../../../protocol/item.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import type { Searched } from '../answer/answer.ts';
import { namesOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';

/**
 * The same search without kinds that are only filed below the named one: a tarp among tents. Null where nothing of the named kind
 * itself was found, where what is below it goes by its name too (an instant tent is a tent), and for a later page, whose place a
 * changed search would lose.
 */
export function namedKindOnly(searched: Searched, vocabulary: Vocabulary): SearchArguments | null {
  const { arguments: search, result } = searched;
  const strange = result.items.filter((item) => isStrange(item, searched, vocabulary)).flatMap((item) => kindOf(item) ?? []);
  if (strange.length === 0 || search.cursor !== undefined) return null;
  return { ...search, exclude: { ...search.exclude, product_types: [...new Set([...(search.exclude?.product_types ?? []), ...strange])] } };
}

/** What was found, without such kinds: of a later page, and of what is looked through for one thing. */
export function ofNamedKind(searched: Searched, vocabulary: Vocabulary): Searched {
  const { result } = searched;
  return { ...searched, result: { ...result, items: result.items.filter((item) => !isStrange(item, searched, vocabulary)) } };
}

function isStrange(item: Item, { arguments: search, result }: Searched, { product_types }: Vocabulary): boolean {
  const named = search.product_types ?? [];
  const kind = kindOf(item);
  const above = named.filter((each) => kind?.startsWith(`${each} > `));
  // A shelf has nothing of its own: there what is below it is what is meant.
  if (kind === undefined || !result.items.some((other) => above.includes(kindOf(other) ?? ''))) return false;
  const called = foldText(`${item.title} ${kind.split(' > ').at(-1)}`);
  return !product_types.some((term) => named.includes(term.value) && namesOf(term).some((name) => called.includes(foldText(name))));
}

/** The narrowest kind an item is filed under. */
const kindOf = (item: Item): string | undefined => item.categories?.at(-1)?.value;

/** Searches that count: one that was only repeated for the named kind alone does not. */
export const withoutRepeated = (searches: readonly Searched[], vocabulary: Vocabulary): Searched[] =>
  searches.filter((each, at) => {
    const again = namedKindOnly(each, vocabulary);
    return again === null || JSON.stringify(again) !== JSON.stringify(searches[at + 1]?.arguments);
  });
