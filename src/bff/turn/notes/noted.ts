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
 */
export function learnFrom(search: SearchArguments, before: NotedFacts): NotedFacts {
  const { price_range, rental_days, offer_kind, use_cases, exclude, deposit_free } = search;
  return {
    ...before,
    ...(price_range && (price_range.min !== undefined || price_range.max !== undefined) ? { budget: price_range } : {}),
    ...(rental_days === undefined ? {} : { rental_days }),
    ...(offer_kind ? { offer_kind } : {}),
    ...(use_cases?.length ? { use_cases: joined(before.use_cases, use_cases) } : {}),
    ...(exclude?.brands?.length ? { disliked_brands: joined(before.disliked_brands, exclude.brands) } : {}),
    ...(deposit_free ? { deposit_free: true as const } : {}),
  };
}

/** What a comparison teaches. */
export function learnCompared(ids: readonly string[], before: NotedFacts): NotedFacts {
  return { ...before, compared: joined(before.compared, ids, MOST_COMPARED) };
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
