import type { Item } from '../../../../protocol/item.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult } from '../../../catalog/engine.ts';
import { amountsOf } from './edits.ts';

/**
 * What of a search for cheaper ones is cheaper than most of what was shown, without other colours of the same.
 * @param result in the order of prices.
 * @param shown items before the shopper; with none of their prices at hand everything found counts.
 */
export function cheaperThan(search: SearchArguments, result: SearchResult, shown: readonly Item[]): SearchResult {
  const products = new Set(shown.map(productOf));
  const prices = shown.flatMap((item) => amountsOf(item, search)).map((money) => money.amount);
  const median = prices.toSorted((a, b) => a - b)[Math.floor(prices.length / 2)] ?? Number.POSITIVE_INFINITY;
  const below = result.items.filter((item) => amountsOf(item, search).every((money) => money.amount < median));
  const items = below.filter((item) => !products.has(productOf(item)));
  if (items.length === result.items.length) return result;
  // The list goes on with dearer ones only, where one of its page is as dear.
  const { cursor, ...rest } = result;
  const ends = below.length < result.items.length;
  return {
    ...rest,
    ...(cursor === undefined || ends ? {} : { cursor }),
    items,
    total: ends ? items.length : result.total - (result.items.length - items.length),
  };
}

/** The search for the cheapest of all, shown before or not; null where a search was for that already. */
export function cheapestOfAll(search: SearchArguments): SearchArguments | null {
  const { ids, ...others } = search.exclude ?? {};
  if (!ids) return null;
  const { exclude: _exclude, ...rest } = search;
  return Object.keys(others).length > 0 ? { ...rest, exclude: others } : rest;
}

const productOf = (item: Item): string => item.product_id ?? item.id;
