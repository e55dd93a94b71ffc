import { keepPreviousData, type UseQueryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { type CompareAnswer, compareAnswerSchema } from '../../protocol/compare-answer.ts';
import type { Client } from '../api/client.ts';
import { ApiError } from '../api/errors.ts';

/** Facts on a page that stays open all day are read again after this, when the shopper comes back to it. */
const FRESH_MS = 5 * 60_000;

export interface Wanted {
  readonly ids: readonly string[];
  readonly days: number | undefined;
  readonly locale: string;
}

/** Items side by side, from catalogue facts alone. What the BFF refuses (one item, all gone) is not asked twice. */
export const comparison = (client: Client, { ids, days, locale }: Wanted): UseQueryOptions<CompareAnswer> => ({
  queryKey: ['comparison', ids, days, locale],
  queryFn: async ({ signal }): Promise<CompareAnswer> =>
    v.parse(compareAnswerSchema, await client.compare({ ids: [...ids], locale, ...(days === undefined ? {} : { days }) }, signal)),
  staleTime: FRESH_MS,
  // Another term of the same items: the table stays until its amounts come.
  placeholderData: keepPreviousData,
  retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status === 400),
});
