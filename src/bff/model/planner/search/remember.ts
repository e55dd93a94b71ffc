import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
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
  return { filled, facts };
}

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
  const own = brands.filter((brand) => /\p{Script=Han}/u.test(brand) === (language === 'zh'));
  return (own.length > 0 ? own : [...brands]).map((brand) => brand.replace(/\s*[（(][^（）()]*[)）]/g, ''));
}
