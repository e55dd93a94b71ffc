import type { Comparison } from '../../../protocol/compare.ts';
import { itemType } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { NotedFacts, NotedKey, SearchState } from '../../model/port.ts';

/** Values kept of a list; the latest count. */
const MOST = 6;
/** Items kept as compared. */
const MOST_COMPARED = 12;

const joined = (before: readonly string[] | undefined, more: readonly string[] | undefined, most = MOST): string[] =>
  [...new Set([...(before ?? []), ...(more ?? [])])].slice(-most);

/**
 * What a search teaches about the wish. Taken from the arguments that really ran, whoever wrote them, and never from the
 * shopper's text or the model's: a fact that no search used is no fact yet.
 * @param asked the shopper's message: a limit on the price is theirs only where they named a figure, and never one that "dearer"
 *   was searched by.
 */
export function learnFrom(search: SearchArguments, before: NotedFacts, asked?: string): NotedFacts {
  const { price_range, rental_days, offer_kind, use_cases, exclude, deposit_free } = search;
  return {
    ...before,
    ...(price_range && isNamed(price_range, before.budget, asked) ? { budget: price_range } : {}),
    ...(rental_days === undefined ? {} : { rental_days }),
    ...(offer_kind ? { offer_kind } : {}),
    ...(use_cases?.length ? { use_cases: joined(before.use_cases, use_cases) } : {}),
    ...(exclude?.brands?.length ? { disliked_brands: joined(before.disliked_brands, exclude.brands) } : {}),
    ...(deposit_free ? { deposit_free: true as const } : {}),
  };
}

/** A figure as digits or as a word; 一 is left out for 便宜一点. */
const FIGURE =
  /[\d〇零二三四五六七八九十百千万两]|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|grand)\b/iu;

/** Whether the shopper named a limit: in this message, or before and it is still the same upper one. */
function isNamed(range: NonNullable<SearchArguments['price_range']>, before: NotedFacts['budget'], asked: string | undefined): boolean {
  if (range.min === undefined && range.max === undefined) return false;
  return asked === undefined || FIGURE.test(asked) || (before?.max !== undefined && range.max === before.max);
}

/** What a comparison teaches: its items, and the rows the shopper opened in it. */
export function learnCompared(ids: readonly string[], before: NotedFacts, opened: readonly string[] = []): NotedFacts {
  return {
    ...before,
    compared: joined(before.compared, ids, MOST_COMPARED),
    ...(opened.length > 0 ? { opened_rows: joined(before.opened_rows, opened) } : {}),
  };
}

/**
 * The search that a comparison stands for: things of that kind, these ones shown. So "cheaper", "lighter" and "others" after a
 * comparison, the cart's included, are about what was compared.
 * @returns the last search with the items as shown, where it was for the same kind; the last search where kinds are mixed.
 */
export function comparedState({ items, days }: Comparison, before: SearchState | undefined): SearchState | undefined {
  const ids = items.map((item) => item.id);
  const [type, ...others] = new Set(items.map((item) => itemType(item)));
  if (type === undefined || others.length > 0) return before;
  if (before?.arguments.product_types?.some((each) => each.split(' > ').at(-1)?.trim() === type))
    return { ...before, shown: [...new Set([...before.shown.filter((id) => !ids.includes(id)), ...ids])] };
  const rents = days !== undefined;
  return {
    arguments: { product_types: [type], ...(rents ? { offer_kind: 'lease' as const, rental_days: days } : {}) },
    total: ids.length,
    shown: ids,
  };
}

/** The parameters of a search that a noted fact came from. */
const sources: Readonly<Record<NotedKey, (search: SearchArguments) => SearchArguments>> = {
  budget: ({ price_range: _, ...rest }) => rest,
  rental_days: ({ rental_days: _, ...rest }) => rest,
  offer_kind: ({ offer_kind: _, ...rest }) => rest,
  use_cases: ({ use_cases: _, ...rest }) => rest,
  disliked_brands: ({ exclude, ...rest }) => {
    const { brands: _, ...others } = exclude ?? {};
    return Object.keys(others).length > 0 ? { ...rest, exclude: others } : rest;
  },
  deposit_free: ({ deposit_free: _, ...rest }) => rest,
  compared: (search) => search,
  opened_rows: ({ sort_attribute: _, ...rest }) => (rest.sort === 'attribute' ? { ...rest, sort: 'relevance' } : rest),
};

export interface Remembered {
  readonly noted: NotedFacts;
  readonly search_state?: SearchState;
}

/** Erases one fact, from the notes and from the last search, so that "cheaper" does not bring it back. */
export function forget(key: string, { noted, search_state }: Remembered): Remembered {
  if (!Object.hasOwn(sources, key)) return { noted, ...(search_state ? { search_state } : {}) };
  const known = key as NotedKey;
  const { [known]: _, ...rest } = noted;
  return { noted: rest, ...(search_state ? { search_state: { ...search_state, arguments: sources[known](search_state.arguments) } } : {}) };
}
