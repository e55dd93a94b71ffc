import type { SearchArguments } from '../../../protocol/search.ts';
import { depositKey, type OfferWish, offerWish, priceKey } from '../price.ts';
import type { Matches, Source } from './match.ts';

/** Matches in the order of the search, one per product. */
export interface Ordered {
  /** Item numbers, best first. */
  readonly numbers: readonly number[];
}

/** How much the most popular, and available, items may gain over equally relevant ones. */
const POPULAR_BONUS = 0.15;
const AVAILABLE_BONUS = 0.1;

/** A larger key comes first; null keys come last in either direction. */
type Key = (no: number, index: number) => number | null;

const stated = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
const negated = (value: number | null): number | null => (value === null ? null : -value);

/** Orders matches by the search's sort, then popularity, availability, rating and id, and keeps the first item of each product. */
export function order(search: SearchArguments, matches: Matches, source: Source): number[] {
  const { columns } = source;
  const keys = sortKeys(search, matches, source);
  const count = matches.numbers.length;
  const at = (index: number) => matches.numbers[index] ?? 0;
  const columnsOfKeys = keys.map((key) => {
    const column = new Float64Array(count);
    for (let index = 0; index < count; index++) column[index] = key(at(index), index) ?? Number.NEGATIVE_INFINITY;
    return column;
  });
  const indexes = Uint32Array.from({ length: count }, (_, index) => index).sort((a, b) => {
    for (const column of columnsOfKeys) {
      const difference = (column[b] ?? 0) - (column[a] ?? 0);
      // Two items without a key are infinity apart from themselves, which is no number and no order.
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return (columns.idRank[at(a)] ?? 0) - (columns.idRank[at(b)] ?? 0);
  });
  const numbers = Array.from(indexes, at);
  if (search.product_id !== undefined) return numbers;
  const seen = new Set<number>();
  return numbers.filter((no) => {
    const product = columns.product[no] ?? 0;
    return !seen.has(product) && seen.add(product);
  });
}

function sortKeys(search: SearchArguments, matches: Matches, source: Source): Key[] {
  const { columns } = source;
  const popularity: Key = (no) => stated(columns.popularity[no]);
  const available: Key = (no) => (columns.available[no] === 0 ? 0 : 1);
  const rating: Key = (no) => stated(columns.rating[no]);
  const usual = [available, popularity, rating];
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
      return [attributeKey(search, matches, source), ...usual];
    default:
      return relevance(matches, source, usual);
  }
}

function relevance(matches: Matches, { columns }: Source, usual: Key[]): Key[] {
  const { scores } = matches;
  if (!scores) return usual;
  const top = Math.log1p(columns.popularityMax);
  const bonus = (no: number) =>
    1 + (POPULAR_BONUS * Math.log1p(Math.max(0, columns.popularity[no] || 0))) / top + (columns.available[no] === 0 ? 0 : AVAILABLE_BONUS);
  return [(no, index) => (scores[index] ?? 0) * bonus(no), ...usual];
}

const wishOf = (search: SearchArguments, { columns }: Source): OfferWish =>
  offerWish(search, columns.currency) ?? { currency: columns.currency, basis: 'total', depositFree: false, buyout: false };

/** Design, "Price rules": sales first by total, then rentals by rate, items without a price last, whatever the direction. */
function priceKeys(search: SearchArguments, source: Source, ascending: boolean): Key[] {
  const { columns, offers } = source;
  const wish = wishOf(search, source);
  const known = new Map<number, ReturnType<typeof priceKey>>();
  const key = (no: number) => {
    if (columns.mixed[no] === 0 && wish.currency === columns.currency) {
      const sale = columns.sale[no] ?? Number.NaN;
      return Number.isNaN(sale) ? { group: 2, amount: 0 } : { group: 0, amount: sale };
    }
    let found = known.get(no);
    if (!found) {
      found = priceKey(offers.of(no), wish);
      known.set(no, found);
    }
    return found;
  };
  return [(no) => -key(no).group, (no) => (ascending ? -key(no).amount : key(no).amount)];
}

function attributeKey(search: SearchArguments, matches: Matches, { db, names }: Source): Key {
  const attributes = names.attributes(search.sort_attribute?.name ?? '');
  const descending = search.sort_attribute?.order === 'desc';
  const values = new Map<number, number>();
  const statement = db.prepare(
    `SELECT item, ${descending ? 'max' : 'min'}(num) FROM fact WHERE attribute = ? AND item IN (SELECT value FROM json_each(?)) GROUP BY item`,
  );
  statement.setReturnArrays(true);
  // Several attributes of one name may be kept in different units, which do not compare; the first decides.
  const [attribute] = attributes;
  if (attribute)
    for (const [no, value] of statement.iterate(attribute.no, JSON.stringify([...matches.numbers])) as unknown as Iterable<
      [number, number]
    >)
      values.set(no, value);
  return (no) => {
    const value = values.get(no) ?? null;
    return descending ? value : negated(value);
  };
}
