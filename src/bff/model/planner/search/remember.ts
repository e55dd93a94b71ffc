import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import { defaultPolicy } from '../../../compare/policy.ts';
import { rowLabel } from '../../../compare/words.ts';
import { localName } from '../../../language/local-name.ts';
import { isWrittenIn } from '../../../language/script.ts';
import type { NotedFacts, SearchState } from '../../port.ts';
import type { RememberedFact } from '../answer/words.ts';
import type { Wish } from '../wish.ts';

export interface RememberContext {
  readonly vocabulary: Vocabulary;
  readonly state: SearchState | undefined;
  readonly noted?: NotedFacts | undefined;
}

/** A new search with what earlier messages said and this one leaves open, and what that was. */
export function remember(
  own: SearchArguments,
  wish: Wish,
  { vocabulary, state, noted }: RememberContext,
): { readonly filled: SearchArguments; readonly facts: readonly RememberedFact[] } {
  if (!noted) return { filled: own, facts: [] };
  let filled = own;
  const facts: RememberedFact[] = [];
  const kind = own.offer_kind ?? (wish.talk === null && vocabulary.has_lease && vocabulary.has_sale ? noted.offer_kind : undefined);
  if (kind !== own.offer_kind && kind) {
    filled = { ...filled, offer_kind: kind };
    // A length says as much as "to rent" does.
    if (kind === 'sell' || noted.rental_days === undefined) facts.push({ kind });
  }
  if (kind === 'lease' && noted.rental_days !== undefined && own.rental_days === undefined) {
    filled = { ...filled, rental_days: noted.rental_days };
    facts.push({ kind: 'days', days: noted.rental_days });
  }
  const disliked = (noted.disliked_brands ?? []).filter((brand) => !own.brands?.includes(brand) && !own.exclude?.brands?.includes(brand));
  if (disliked.length > 0 && !own.brands) {
    filled = { ...filled, exclude: { ...filled.exclude, brands: [...(filled.exclude?.brands ?? []), ...disliked] } };
    facts.push({ kind: 'not-brands', brands: ownNames(disliked, wish.language) });
  }
  if (noted.budget && !own.price_range && sameKind(own, state) && (noted.budget.basis ?? 'total') === basisOf(kind, noted)) {
    filled = { ...filled, price_range: noted.budget };
    facts.push({ kind: 'budget' });
  }
  const order = orderOf(noted.opened_rows, own, vocabulary, wish.language);
  if (order) {
    filled = { ...filled, ...order.sort };
    facts.push({ kind: 'looked-at', label: order.label });
  }
  return { filled, facts };
}

/**
 * The order of what the shopper looked at in a comparison, latest first, where one end of it is better for everyone. Words of the
 * shopper's own rank by themselves, and so does an order they asked for.
 */
function orderOf(
  opened: readonly string[] | undefined,
  own: SearchArguments,
  { attributes }: Vocabulary,
  language: Wish['language'],
): { readonly sort: Pick<SearchArguments, 'sort' | 'sort_attribute'>; readonly label: string } | null {
  if (!opened || own.query !== undefined || own.sort !== undefined) return null;
  for (const key of opened.toReversed()) {
    const sort = SORTS[key];
    const label = rowLabel(key, language);
    if (sort && label) return { sort: { sort }, label };
    const stated = attributes.find((each) => `attributes.${each.key}` === key);
    const better = stated?.labels[0] === undefined ? undefined : defaultPolicy.better(stated.key, stated.labels[0]);
    const [first, ...labels] = stated?.labels ?? [];
    if (stated?.type === 'number' && better && first !== undefined)
      return {
        sort: { sort: 'attribute', sort_attribute: { name: stated.key, order: better.end === 'less' ? 'asc' : 'desc' } },
        label: localName([first, ...labels], language),
      };
  }
  return null;
}

/** Rows of a comparison that a search can be ordered by. */
const SORTS: Readonly<Record<string, SearchArguments['sort']>> = {
  price: 'price_asc',
  rate: 'price_asc',
  total: 'price_asc',
  deposit: 'deposit_asc',
  rating: 'rating',
};

/** A budget was for one kind of thing: it is taken over only for the same. */
function sameKind(own: SearchArguments, state: SearchState | undefined): boolean {
  const before = state?.arguments.product_types ?? [];
  return (own.product_types ?? []).some((type) => before.includes(type));
}

/** The basis a noted budget keeps: one a day stays one a day where it is still rented. */
function basisOf(kind: SearchArguments['offer_kind'], { budget, offer_kind }: NotedFacts): 'total' | 'day' | 'month' | null {
  return kind === offer_kind ? (budget?.basis ?? 'total') : null;
}

/** Brands in one language: a catalogue of two lists each under two names. */
function ownNames(brands: readonly string[], language: Wish['language']): string[] {
  const own = brands.filter((brand) => isWrittenIn(brand, language));
  return (own.length > 0 ? own : [...brands]).map((brand) => brand.replace(/\s*[（(][^（）()]*[)）]/g, ''));
}
