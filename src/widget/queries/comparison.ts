import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { comparisonSchema } from '../../protocol/compare.ts';
import type { Client } from '../api/client.ts';
import { ApiError } from '../api/errors.ts';

/** Facts on a page that stays open all day are read again after this, when the shopper comes back to it. */
const FRESH_MS = 5 * 60_000;

/** Items side by side, from catalogue facts alone. What the BFF refuses (one item, all gone) is not asked twice. */
export const comparison = (client: Client, ids: readonly string[], days: number | undefined, locale: string) =>
  queryOptions({
    queryKey: ['comparison', ids, days, locale],
    queryFn: async ({ signal }) =>
      v.parse(comparisonSchema, await client.compare({ ids: [...ids], locale, ...(days === undefined ? {} : { days }) }, signal)),
    staleTime: FRESH_MS,
    retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status === 400),
  });
