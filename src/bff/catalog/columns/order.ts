import type { SearchArguments } from '../../../protocol/search.ts';
import type { QueryPart } from '../plan/query-parts.ts';
import { AVAILABLE_BONUS, NAMED_BASE, POPULAR_BONUS } from '../plan/relevance.ts';
import { depositKey, type OfferWish, offerWish, type PriceKey, priceKey } from '../price.ts';
import type { Columns } from './columns.ts';
import { namedGain, namedGainOfMany } from './named-gain.ts';
import { mustReadOffers } from './offers.ts';
import type { ItemSource } from './source.ts';
import { variantsAdjoin } from './variants.ts';

/** The items a search found, in no order. */
export interface Scored {
  readonly numbers: Uint32Array;
  /** Relevance to the free text beside each, larger is better; null where there is none, or too many were found to rank. */
  readonly scores: Float64Array | null;
  /** The parts of the free text, for what they name. */
  readonly parts?: readonly QueryPart[];
}

/** The first matches of a search, one per product. */
export interface Ordered {
  /** Item numbers, best first. */
  readonly numbers: readonly number[];
  /** How many there are in all. */
  readonly total: number;
}

/** Beyond any popularity, and far enough from the end of exact integers to be added to one. */
const POPULAR_END = 2 ** 52;

/** A larger key comes first; null keys come last in either direction. */
type Key = (no: number, index: number) => number | null;

const stated = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
const negated = (value: number | null): number | null => (value === null ? null : -value);

/**
 * The best `count` matches by the search's sort, then popularity, availability, rating and id; of each product its best variant.
 * Only the first are sorted, so that a whole category costs one pass.
 */
export function order(search: SearchArguments, scored: Scored, source: ItemSource, count: number): Ordered {
  const { columns } = source;
  const { numbers } = scored;
  const keys = sortKeys(search, scored, source);
  // Most pairs are told apart by the first two keys of three or more; the last ones are worked out when they are needed.
  const eager = keys.slice(0, Math.min(2, keys.length - 1)).map((key) => evaluated(key, numbers));
  const others = keys.slice(eager.length);
  /** Negative when the match at `a` comes before the one at `b`. */
  const compare = (a: number, b: number): number => {
    for (let at = 0; at < eager.length; at++) {
      const [ahead, behind] = [eager[at]?.[a] ?? 0, eager[at]?.[b] ?? 0];
      if (ahead !== behind) return ahead > behind ? -1 : 1;
    }
    const [left, right] = [numbers[a] ?? 0, numbers[b] ?? 0];
    for (const key of others) {
      const [mine, theirs] = [key(left, a) ?? Number.NEGATIVE_INFINITY, key(right, b) ?? Number.NEGATIVE_INFINITY];
      if (mine !== theirs) return mine > theirs ? -1 : 1;
    }
    return (columns.idRank[left] ?? 0) - (columns.idRank[right] ?? 0);
  };
  const candidates = search.product_id === undefined ? bestVariants(numbers, columns, compare) : numbers.map((_, index) => index);
  return { numbers: foremost(candidates, count, compare).map((index) => numbers[index] ?? 0), total: candidates.length };
}

/** A key worked out once for each match. */
function evaluated(key: Key, numbers: Uint32Array): Float64Array {
  const values = new Float64Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) values[index] = key(numbers[index] ?? 0, index) ?? Number.NEGATIVE_INFINITY;
  return values;
}

/** Of fewer matches than this share of all products a map is made, of more a column: both are a pass over what they hold. */
const FEW = 1 / 16;

/** Places in `numbers` of the best match of each product. */
function bestVariants(numbers: Uint32Array, columns: Columns, compare: (a: number, b: number) => number): Uint32Array {
  const products = columns.variants.length;
  if (!columns.hasVariants) return numbers.map((_, index) => index);
  if (variantsAdjoin(numbers, columns)) return bestOfRuns(numbers, columns, compare);
  if (numbers.length < products * FEW) {
    const best = new Map<number, number>();
    for (const [index, no] of numbers.entries()) {
      const product = columns.product[no] ?? 0;
      const rival = best.get(product);
      if (rival === undefined || compare(index, rival) < 0) best.set(product, index);
    }
    return Uint32Array.from(best.values());
  }
  /** One past the place of each product's best match, 0 where it has none. */
  const best = new Uint32Array(products);
  for (let index = 0; index < numbers.length; index++) {
    const product = columns.product[numbers[index] ?? 0] ?? 0;
    const rival = best[product] ?? 0;
    if (rival === 0 || compare(index, rival - 1) < 0) best[product] = index + 1;
  }
  return best.filter((place) => place > 0).map((place) => place - 1);
}

/** The best of each run of variants that stand side by side. */
function bestOfRuns(numbers: Uint32Array, { product }: Columns, compare: (a: number, b: number) => number): Uint32Array {
  const best = new Uint32Array(numbers.length);
  let runs = 0;
  let before = 0;
  for (let index = 0; index < numbers.length; index++) {
    const own = product[numbers[index] ?? 0] ?? 0;
    if (own !== before) best[runs++] = index;
    else if (compare(index, best[runs - 1] ?? 0) < 0) best[runs - 1] = index;
    before = own;
  }
  return best.slice(0, runs);
}

/** The first `count` in order: a short sorted list that most candidates do not get into. */
function foremost(candidates: Uint32Array, count: number, compare: (a: number, b: number) => number): number[] {
  const chosen: number[] = [];
  for (const candidate of candidates) {
    const last = chosen.at(-1);
    if (chosen.length === count && last !== undefined && compare(candidate, last) >= 0) continue;
    let low = 0;
    let high = chosen.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(candidate, chosen[middle] ?? candidate) < 0) high = middle;
      else low = middle + 1;
    }
    chosen.splice(low, 0, candidate);
    if (chosen.length > count) chosen.pop();
  }
  return chosen;
}

function sortKeys(search: SearchArguments, scored: Scored, source: ItemSource): Key[] {
  const { columns } = source;
  const popularity: Key = (no) => stated(columns.popularity[no]);
  const available: Key = (no) => (columns.available[no] === 0 ? 0 : 1);
  const rating: Key = (no) => stated(columns.rating[no]);
  // What can be had first, then by popularity, as one number that a pair is told apart by.
  const wanted: Key = (no) => (columns.available[no] === 0 ? 0 : POPULAR_END) + (stated(columns.popularity[no]) ?? -POPULAR_END / 2);
  const usual = [wanted, rating];
  switch (search.sort ?? 'relevance') {
    case 'price_asc':
    case 'price_desc':
      return [...priceKeys(search, source, search.sort === 'price_asc'), ...usual];
    case 'deposit_asc':
      return [(no) => negated(depositKey(source.offers.of(no), wishOf(search, source))), ...usual];
    case 'rating':
      return [rating, (no) => stated(columns.ratingCount[no]), ...usual];
    case 'popularity':
      return [popularity, available, rating];
    case 'newest':
      return [(no) => stated(columns.created[no]), ...usual];
    case 'attribute':
      return [attributeKey(search, source), ...usual];
    default:
      return relevanceKeys(scored, source, usual);
  }
}

function relevanceKeys({ numbers, scores, parts = [] }: Scored, { columns }: ItemSource, usual: Key[]): Key[] {
  const named = (numbers.length > columns.size * FEW ? namedGainOfMany : namedGain)(parts, columns);
  if (!scores) return named ? [named, ...usual] : usual;
  const top = Math.log1p(columns.popularityMax);
  const best = scores.reduce((most, score) => Math.max(most, score), 0) || 1;
  const bonus = (no: number) =>
    1 + (POPULAR_BONUS * Math.log1p(Math.max(0, columns.popularity[no] || 0))) / top + (columns.available[no] === 0 ? 0 : AVAILABLE_BONUS);
  return [(no, index) => ((scores[index] ?? 0) / best + NAMED_BASE) * (named?.(no) ?? 1) * bonus(no), ...usual];
}

/** What a sort by price or deposit measures, where the search wishes nothing of offers too. */
export const wishOf = (search: SearchArguments, { columns }: Pick<ItemSource, 'columns'>): OfferWish =>
  offerWish(search, columns.currency) ?? { currency: columns.currency, basis: 'total', depositFree: false, buyout: false };

/** Design, "Price rules": sales first by total, then rentals by rate, items without a price last, whatever the direction. */
function priceKeys(search: SearchArguments, source: ItemSource, ascending: boolean): Key[] {
  const { columns, offers } = source;
  const wish = wishOf(search, source);
  const known = new Map<number, PriceKey>();
  const read = (no: number): PriceKey => {
    const found = known.get(no) ?? priceKey(offers.of(no), wish);
    known.set(no, found);
    return found;
  };
  const plain = (no: number) => !mustReadOffers(no, wish, source);
  const sale = (no: number) => columns.sale[no] ?? Number.NaN;
  const group: Key = (no) => (plain(no) ? (Number.isNaN(sale(no)) ? -2 : 0) : -read(no).group);
  const amount = (no: number) => (plain(no) ? sale(no) || 0 : read(no).amount);
  return [group, ascending ? (no) => -amount(no) : amount];
}

function attributeKey(search: SearchArguments, { columns, facts, names }: ItemSource): Key {
  const descending = search.sort_attribute?.order === 'desc';
  // Several attributes of one name may be kept in different units, which do not compare; the first decides.
  const [attribute] = names.attributes(search.sort_attribute?.name ?? '');
  if (!attribute) return () => null;
  const { first, more } = facts.of(attribute.no, columns.size);
  return (no) => {
    const values = more.get(no);
    const value = values ? (descending ? Math.max(...values) : Math.min(...values)) : stated(first[no]);
    return descending ? value : negated(value);
  };
}
