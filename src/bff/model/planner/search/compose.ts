import { type Item, itemType } from '../../../../protocol/item.ts';
import { decimalOf, parseMinor } from '../../../../protocol/money.ts';
import { asksForSomething, type SearchArguments } from '../../../../protocol/search.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import type { NotedFacts, SearchState } from '../../port.ts';
import type { RememberedFact } from '../answer/words.ts';
import { meansCurrency } from '../read/currency-words.ts';
import type { PriceWish, Wish } from '../wish.ts';
import { applyEdit } from './edits.ts';
import { remember } from './remember.ts';

/** Cards in an answer, and so the size of a page: what comes after them is the next page. */
export const CARDS = 3;

export interface ComposeContext {
  readonly vocabulary: Vocabulary;
  /** The last search of the conversation. */
  readonly state: SearchState | undefined;
  /** Items that were shown, where their data is at hand. */
  readonly seen: ReadonlyMap<string, Item>;
  /** What earlier messages of the conversation taught. */
  readonly noted?: NotedFacts | undefined;
}

/** A search to run, and what of the wish could not be put into it. */
export interface Composed {
  readonly arguments: SearchArguments;
  /** The wish changed the search before it instead of starting another. */
  readonly edits: boolean;
  /** A changed price or way to pay of a search that named no kind of thing: the kind is that of what was shown. */
  readonly ofNoKind: boolean;
  /** The search without what was taken over. */
  readonly own: SearchArguments;
  /** A price in a currency the shop does not use, which nothing here can convert. */
  readonly foreignPrice: boolean;
  /** What was taken over from earlier messages; empty for a changed search, which holds it already. */
  readonly remembered: readonly RememberedFact[];
}

/**
 * The search a wish asks for: a new one, or the last one changed.
 * @returns null when neither says anything to search by.
 */
export function compose(wish: Wish, context: ComposeContext): Composed | null {
  const { vocabulary } = context;
  // A search that only had words, and found nothing, is nothing to go on with.
  const state = context.state?.shown.length === 0 && !context.state.arguments.product_types ? undefined : context.state;
  const edits = state !== undefined && isEdit(wish, state);
  const own = argumentsOf(wish, vocabulary, edits ? (state?.arguments.offer_kind ?? null) : (context.noted?.offer_kind ?? null));
  const foreignPrice = wish.price !== null && !meansCurrency(wish.price.currency, vocabulary.currency);
  // Nothing was said about products: the same search again would be no answer.
  if (edits && !wish.edit && wish.talk !== 'any' && wish.unstated.length + wish.strangers.length === 0 && !asksForSomething(own))
    return null;
  if (!edits || !state) {
    if (!asksForSomething(own)) return null;
    const { filled, facts } = remember(own, wish, context);
    return {
      arguments: { ...filled, limit: CARDS },
      edits: false,
      ofNoKind: false,
      own: { ...own, limit: CARDS },
      foreignPrice,
      remembered: facts,
    };
  }
  const ofNoKind = wish.edit === null && namesNoKind(state.arguments) && Object.keys(own).every((name) => ABOUT_OFFER.has(name));
  const kinds = ofNoKind ? kindsOf(state.shown.slice(-CARDS).flatMap((id) => context.seen.get(id) ?? [])) : [];
  const base = baseOf(named(state.arguments, context.noted), wish);
  const merged = applyEdit(
    wish,
    merge(sameOffer({ ...base, ...(kinds.length > 0 ? { product_types: kinds } : {}) }, own), own),
    state,
    context,
  );
  const changed = { ...merged, limit: CARDS };
  return asksForSomething(merged) ? { arguments: changed, own: changed, edits: true, ofNoKind, foreignPrice, remembered: [] } : null;
}

/** The last search without what belonged to its page. */
function baseOf(last: SearchArguments, wish: Wish): SearchArguments {
  const { cursor: _cursor, direct: _direct, limit: _limit, ...kept } = last;
  if (!kept.exclude?.ids || wish.edit !== null) return kept;
  const { ids: _ids, ...exclude } = kept.exclude;
  const { exclude: _exclude, ...rest } = kept;
  return Object.keys(exclude).length > 0 ? { ...rest, exclude } : rest;
}

/** Arguments on the price and the way to have it. */
const ABOUT_OFFER: ReadonlySet<string> = new Set([
  'offer_kind',
  'price_range',
  'rental_days',
  'quantity',
  'deposit_max',
  'deposit_free',
  'buyout',
]);

const namesNoKind = ({ product_types, models, query, brands, product_id }: SearchArguments): boolean =>
  product_types === undefined && models === undefined && query === undefined && brands === undefined && product_id === undefined;

/** The kind that most of the shown items are of; all their kinds where none is. */
function kindsOf(shown: readonly Item[]): string[] {
  const kinds = shown.flatMap((item) => itemType(item) ?? []);
  const most = kinds.find((kind) => kinds.filter((other) => other === kind).length * 2 > kinds.length);
  return most === undefined ? [...new Set(kinds)] : [most];
}

/** The last search without a limit on the price that the shopper never named: that is in no note. */
function named(last: SearchArguments, noted: NotedFacts | undefined): SearchArguments {
  const { price_range, ...rest } = last;
  const theirs = noted === undefined || (noted.budget?.min === price_range?.min && noted.budget?.max === price_range?.max);
  return theirs ? last : rest;
}

/** What a rental costs is no bound on a sale: with another kind of offer its terms go. */
function sameOffer(base: SearchArguments, own: SearchArguments): SearchArguments {
  const rented = base.offer_kind === 'lease' || base.rental_days !== undefined || (base.price_range?.basis ?? 'total') !== 'total';
  if (own.offer_kind === undefined || own.offer_kind === (rented ? 'lease' : (base.offer_kind ?? own.offer_kind))) return base;
  const { price_range: _price, rental_days: _days, deposit_max: _deposit, deposit_free: _free, buyout: _buyout, ...kept } = base;
  return kept;
}

/** Whether a wish changes the last search: it names no other kind of thing, or leans on what was said. */
function isEdit(wish: Wish, state: SearchState): boolean {
  if (wish.edit) return !wish.terms.product_types || sameTypes(wish, state);
  if (wish.terms.product_types) return wish.leans && sameTypes(wish, state);
  const free = wish.words.length > 0 || wish.models.length > 0 || wish.noun !== null;
  return !free || wish.leans;
}

function sameTypes(wish: Wish, state: SearchState): boolean {
  const before = new Set(state.arguments.product_types ?? []);
  return (wish.terms.product_types ?? []).some((type) => before.has(type));
}

/** What a wish says by itself, as arguments. */
function argumentsOf(wish: Wish, vocabulary: Vocabulary, kindBefore: 'sell' | 'lease' | null): SearchArguments {
  const price = priceRange(wish.price, vocabulary.currency, wish.offer_kind ?? kindBefore);
  const deposit = wish.deposit_max && meansCurrency(wish.deposit_max.currency, vocabulary.currency) ? wish.deposit_max.amount : null;
  // Asking one kind of offer of a shop that has only the other would hide everything it has.
  const rents = vocabulary.has_lease;
  const sale = vocabulary.has_sale && (wish.offer_kind === 'sell' || (rents && meansSale(wish, kindBefore)));
  const kind = wish.offer_kind === 'lease' ? (rents ? 'lease' : null) : sale ? 'sell' : null;
  const query = wish.words.join(' ').slice(0, 400);
  return {
    ...(query === '' ? {} : { query }),
    ...mutable(wish.terms),
    ...(wish.models.length > 0 ? { models: [...wish.models] } : {}),
    ...(kind ? { offer_kind: kind } : {}),
    ...(wish.buyout && rents ? { buyout: true } : {}),
    ...(price ? { price_range: price } : {}),
    ...(wish.rental_days === null || !rents ? {} : { rental_days: wish.rental_days }),
    ...(wish.start_date === null ? {} : { start_date: wish.start_date }),
    ...(deposit === null ? {} : { deposit_max: deposit }),
    ...(wish.deposit_free ? { deposit_free: true } : {}),
    ...(wish.conditions.length > 0 ? { conditions: [...wish.conditions] } : {}),
    ...(wish.attributes.length > 0 ? { attributes: wish.attributes.slice(0, 20) } : {}),
    ...(wish.rating_min === null ? {} : { rating_min: wish.rating_min }),
    ...(wish.in_stock ? { in_stock: true } : {}),
    ...(wish.quantity === null ? {} : { quantity: wish.quantity }),
    ...(Object.keys(wish.exclude).length > 0 ? { exclude: wish.exclude } : {}),
    ...(wish.sort ? { sort: wish.sort } : {}),
    ...(wish.sort_attribute && wish.sort === 'attribute' ? { sort_attribute: wish.sort_attribute } : {}),
  };
}

/** A price that nobody said is a rent is what the thing costs. */
function meansSale(wish: Wish, kindBefore: 'sell' | 'lease' | null): boolean {
  const { price, rental_days, deposit_free, deposit_max } = wish;
  return price !== null && price.basis === null && kindBefore === null && rental_days === null && !deposit_free && deposit_max === null;
}

function mutable(terms: Wish['terms']): Partial<SearchArguments> {
  return Object.fromEntries(Object.entries(terms).map(([field, values]) => [field, [...values]]));
}

/** A price in amounts the catalogue's currency can hold; null where the shopper named another currency. */
function priceRange(price: PriceWish | null, currency: string, kind: 'sell' | 'lease' | null): SearchArguments['price_range'] | null {
  if (!price || !meansCurrency(price.currency, currency)) return null;
  const round = (text: string | undefined): string | undefined => {
    const minor = text === undefined ? null : (parseMinor(text, currency) ?? parseMinor(text.split('.')[0] ?? '', currency));
    return minor === null ? undefined : decimalOf({ amount: minor, currency });
  };
  const [min, max] = [round(price.min), round(price.max)];
  if (min === undefined && max === undefined) return null;
  const basis = price.basis ?? (kind === 'lease' ? 'total' : null);
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(basis ? { basis } : {}) };
}

/** Fields of which a new value stands beside the old one instead of replacing it. */
const GROWING = new Set(['key_features', 'use_cases', 'service_guarantees', 'materials']);

/** The last search with what the new message says: new values replace old ones of the same field, wishes add up. */
export function merge(base: SearchArguments, own: SearchArguments): SearchArguments {
  const merged: { [field: string]: unknown; sort_attribute?: unknown } = { ...base };
  for (const [field, value] of Object.entries(own)) {
    if (value === undefined) continue;
    const before = merged[field];
    if (field === 'attributes') merged[field] = [...kept(base, own), ...(own.attributes ?? [])].slice(0, 20);
    else if (field === 'exclude') merged[field] = mergeExclude(base.exclude, own.exclude);
    else if (GROWING.has(field) && Array.isArray(before) && Array.isArray(value)) merged[field] = [...new Set([...before, ...value])];
    else if (field === 'query' && typeof before === 'string') merged[field] = `${before} ${String(value)}`.slice(0, 400);
    else merged[field] = value;
  }
  if (own.sort !== undefined && own.sort !== 'attribute') merged.sort_attribute = undefined;
  const result = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as SearchArguments;
  return settle(result, own);
}

/** Conditions of the base on attributes that the new message does not speak of. */
function kept(base: SearchArguments, own: SearchArguments): NonNullable<SearchArguments['attributes']> {
  const spoken = new Set((own.attributes ?? []).map((filter) => filter.name));
  return (base.attributes ?? []).filter((filter) => !spoken.has(filter.name));
}

function mergeExclude(a: SearchArguments['exclude'], b: SearchArguments['exclude']): SearchArguments['exclude'] {
  const merged: Record<string, unknown[]> = {};
  for (const source of [a, b])
    for (const [field, values] of Object.entries(source ?? {})) merged[field] = [...new Set([...(merged[field] ?? []), ...(values ?? [])])];
  return merged as SearchArguments['exclude'];
}

/** What is now wanted and was turned down before, or the other way round: the last word counts. */
function settle(search: SearchArguments, own: SearchArguments): SearchArguments {
  const drop = (values: string[] | undefined, out: string[] | undefined) => values?.filter((value) => !out?.includes(value));
  let result = search;
  for (const field of ['brands', 'colors', 'product_types'] as const) {
    const wanted = drop(result[field], own.exclude?.[field]);
    const { [field]: _gone, ...rest } = result;
    result = wanted?.length ? { ...rest, [field]: wanted } : rest;
    if (!own[field] || !result.exclude?.[field]) continue;
    const left = drop(result.exclude[field], own[field]);
    const { [field]: _out, ...others } = result.exclude;
    result = { ...result, exclude: left?.length ? { ...others, [field]: left } : others };
  }
  return result;
}
