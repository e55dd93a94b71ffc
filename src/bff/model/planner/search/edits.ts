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
    // A figure in the same message says more than "cheaper" does.
    case 'cheaper':
      return wish.price ? search : cheaper(search, state);
    case 'dearer':
      return wish.price ? search : dearer(search, state, shown);
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

/** What was not shown, the cheapest first: no limit is set that the shopper did not name. */
function cheaper(search: SearchArguments, state: SearchState): SearchArguments {
  const { sort: _sort, sort_attribute: _attribute, price_range, ...rest } = search;
  const { min: _min, ...range } = price_range ?? {};
  const kind = isRented(search) || search.offer_kind ? {} : ({ offer_kind: 'sell' } as const);
  return {
    ...withoutShown(rest, state),
    ...kind,
    ...(range.max === undefined ? {} : { price_range: range }),
    sort: 'price_asc',
  };
}

/** Whether a search is about what things cost to rent. */
const isRented = ({ offer_kind, rental_days, price_range }: SearchArguments): boolean =>
  offer_kind === 'lease' || rental_days !== undefined || (price_range?.basis ?? 'total') !== 'total';

/** Above the dearest of what was shown; by order alone where their data is not at hand. */
function dearer(search: SearchArguments, state: SearchState, shown: readonly Item[]): SearchArguments {
  const { sort: _sort, sort_attribute: _attribute, ...rest } = search;
  const rented = isRented(search);
  const amounts = shown.flatMap((item) => amountsOf(item, search));
  const [first] = amounts;
  if (!first) return { ...withoutShown(rest, state), sort: 'price_desc' };
  const bound = Math.max(...amounts.map((money) => money.amount)) + 1;
  const decimal = decimalOf({ amount: bound, currency: first.currency });
  const basis = rented ? { basis: search.rental_days === undefined ? ('day' as const) : ('total' as const) } : {};
  const { price_range: _price, ...unpriced } = rest;
  const kindOnly = rented || search.offer_kind ? {} : ({ offer_kind: 'sell' } as const);
  return {
    ...unpriced,
    ...kindOnly,
    price_range: { min: decimal, ...basis },
    sort: 'price_asc',
  };
}

/** What an item costs in the terms of a search: its sale price, the total of a named length, or whole minor units a day. */
export function amountsOf(item: Item, search: SearchArguments) {
  const rented = isRented(search);
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
