import type { Attribute, Item } from '../../../../protocol/item.ts';
import { decimalOf } from '../../../../protocol/money.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import { rateFor, totalFor } from '../../../../protocol/total.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import type { SearchState } from '../../port.ts';
import { attributesFor } from '../read/concepts.ts';
import { lexiconOf } from '../read/lexicon.ts';
import type { Edit, Wish } from '../wish.ts';

export interface EditContext {
  readonly vocabulary: Vocabulary;
  readonly seen: ReadonlyMap<string, Item>;
}

/** Ids one search may leave out. */
const EXCLUDED_IDS = 200;

/** The merged search with what "cheaper", "other ones" and "bigger" ask for. */
export function applyEdit(wish: Wish, search: SearchArguments, state: SearchState, context: EditContext): SearchArguments {
  const { edit } = wish;
  if (!edit) return search;
  const shown = state.shown.flatMap((id) => context.seen.get(id) ?? []);
  switch (edit.kind) {
    case 'others':
      // The next page holds one item a product, as the pages before it; leaving ids out would bring their variants.
      return state.cursor !== undefined && onlyEdits(wish) ? { ...search, cursor: state.cursor } : withoutShown(search, state);
    case 'unpriced': {
      const { price_range: _price, ...rest } = search;
      return rest;
    }
    case 'cheaper':
    case 'dearer':
      // A figure in the same message says more than "cheaper" does.
      return wish.price ? search : priced(search, state, shown, edit.kind);
    case 'more':
      return more(search, state, shown, edit, context);
  }
}

/** Whether a wish says nothing but how the last search is to change. */
export function onlyEdits(wish: Wish): boolean {
  const { terms, words, models, attributes, price, conditions, exclude, deposit_max, deposit_free, rental_days, sort } = wish;
  const lists = [...Object.values(terms).flat(), ...words, ...models, ...attributes, ...conditions, ...Object.keys(exclude)];
  return lists.length === 0 && !price && !deposit_max && !deposit_free && rental_days === null && sort === null;
}

function withoutShown(search: SearchArguments, state: SearchState): SearchArguments {
  const ids = [...new Set([...(search.exclude?.ids ?? []), ...state.shown])].slice(-EXCLUDED_IDS);
  return ids.length === 0 ? search : { ...search, exclude: { ...search.exclude, ids } };
}

/** Below the cheapest (above the dearest) of what was shown; by order alone where their data is not at hand. */
function priced(search: SearchArguments, state: SearchState, shown: readonly Item[], kind: 'cheaper' | 'dearer'): SearchArguments {
  const { sort: _sort, sort_attribute: _attribute, ...rest } = search;
  const rented = search.offer_kind === 'lease' || search.rental_days !== undefined || (search.price_range?.basis ?? 'total') !== 'total';
  const amounts = shown.flatMap((item) => amountsOf(item, search, rented));
  const [first] = amounts;
  if (!first) return { ...withoutShown(rest, state), sort: kind === 'cheaper' ? 'price_asc' : 'price_desc' };
  const values = amounts.map((money) => money.amount);
  const bound = kind === 'cheaper' ? Math.min(...values) - 1 : Math.max(...values) + 1;
  const decimal = decimalOf({ amount: Math.max(0, bound), currency: first.currency });
  const basis = rented ? { basis: search.rental_days === undefined ? ('day' as const) : ('total' as const) } : {};
  const { price_range: _price, ...unpriced } = rest;
  const kindOnly = rented || search.offer_kind ? {} : ({ offer_kind: 'sell' } as const);
  return {
    ...unpriced,
    ...kindOnly,
    price_range: kind === 'cheaper' ? { max: decimal, ...basis } : { min: decimal, ...basis },
    sort: kind === 'cheaper' ? 'price_desc' : 'price_asc',
  };
}

/** What an item costs in the terms of a search: its sale price, the total of a named length, or whole minor units a day. */
function amountsOf(item: Item, search: SearchArguments, rented: boolean) {
  const sums = item.offers.flatMap((offer) => {
    if ((offer.kind === 'lease') !== rented) return [];
    if (!rented || search.rental_days !== undefined) return totalFor(offer, search.rental_days ?? 0) ?? [];
    const rate = rateFor(offer);
    return rate ? { amount: Math.floor((rate.price.amount * 24) / rate.hours), currency: rate.price.currency } : [];
  });
  const cheapest = sums.reduce<(typeof sums)[number] | undefined>(
    (low, money) => (!low || money.amount < low.amount ? money : low),
    undefined,
  );
  return cheapest ? [cheapest] : [];
}

/** Past the best of what was shown in one stated quality, the nearest first; by order alone without their data. */
function more(
  search: SearchArguments,
  state: SearchState,
  shown: readonly Item[],
  edit: Extract<Edit, { kind: 'more' }>,
  context: EditContext,
): SearchArguments {
  const candidates = attributesFor(edit.concept, lexiconOf(context.vocabulary));
  const attribute = candidates.find((each) => shown.some((item) => numberOf(item.attributes?.[each.key]) !== null)) ?? candidates[0];
  if (!attribute) return search;
  const values = shown.flatMap((item) => numberOf(item.attributes?.[attribute.key]) ?? []);
  const ordered: SearchArguments = {
    ...search,
    sort: 'attribute',
    sort_attribute: { name: attribute.key, order: edit.order },
  };
  if (values.length === 0) return withoutShown(ordered, state);
  const value = edit.order === 'desc' ? Math.max(...values) : Math.min(...values);
  // The same quality may be stated in grams here and in kilograms there.
  const stated = shown.flatMap((item) => item.attributes?.[attribute.key]?.unit ?? [])[0] ?? attribute.unit;
  const unit = stated === undefined ? {} : { unit: stated };
  const others = (search.attributes ?? []).filter((filter) => filter.name !== attribute.key);
  return {
    ...ordered,
    attributes: [
      ...others,
      { name: attribute.key, op: edit.order === 'desc' ? 'gte' : 'lte', value, ...unit },
      { name: attribute.key, op: 'ne', value, ...unit },
    ],
    sort_attribute: { name: attribute.key, order: edit.order === 'desc' ? 'asc' : 'desc' },
  };
}

function numberOf(attribute: Attribute | undefined): number | null {
  const value = attribute?.value ?? attribute?.values?.[0];
  return typeof value === 'number' ? value : null;
}
