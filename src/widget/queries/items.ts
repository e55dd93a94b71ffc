import { infiniteQueryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import type { MoreItemsData } from '../../protocol/parts.ts';
import { searchResponseSchema } from '../../protocol/search.ts';
import type { Client } from '../api/client.ts';

/** Prices and stock on a card are as fresh as the moment named on it; a page already read is not read again. */
const AS_CHECKED = Number.POSITIVE_INFINITY;

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
