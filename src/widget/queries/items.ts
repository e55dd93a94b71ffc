import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import type { MoreItemsData } from '../../protocol/parts.ts';
import { itemsResponseSchema, searchResponseSchema } from '../../protocol/search.ts';
import type { Client } from '../api/client.ts';

/** Prices and stock on a card are as fresh as the moment named on it; a page already read is not read again. */
const AS_CHECKED = Number.POSITIVE_INFINITY;

/** Of items asked for by name; as of a comparison, which shows them too. */
const FRESH_MS = 5 * 60_000;

/** Items as the catalogue has them now, in the order of `ids`; what it has no more is left out. */
export const itemsById = (client: Client, ids: readonly string[], locale: string) =>
  queryOptions({
    queryKey: ['items', ids, locale],
    queryFn: async ({ signal }) => v.parse(itemsResponseSchema, await client.items(ids, locale, signal)).items,
    staleTime: FRESH_MS,
    retry: 1,
  });

/** The pages of a search that an answer began. In a conversation, so that the guard knows what the shopper has seen. */
export const moreItems = (
  client: Client,
  data: Pick<MoreItemsData, 'search' | 'cursor'>,
  locale: string,
  conversationId: string | undefined,
) =>
  infiniteQueryOptions({
    queryKey: ['more-items', data.cursor, locale],
    queryFn: async ({ pageParam, signal }) => {
      const answer = await client.search(
        { ...data.search, cursor: pageParam, locale, ...(conversationId === undefined ? {} : { conversation_id: conversationId }) },
        signal,
      );
      const page = v.parse(searchResponseSchema, answer);
      return { ...page, checkedAt: new Date().toISOString() };
    },
    initialPageParam: data.cursor,
    getNextPageParam: (last) => last.cursor,
    staleTime: AS_CHECKED,
    retry: 1,
  });
