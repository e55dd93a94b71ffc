import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedFor, MoreItemsData } from '../../protocol/parts.ts';
import { useConversation, useWidget } from '../app/widget-context.ts';
import { MoreItems } from '../cards/more-items.tsx';
import { useLanguage } from '../i18n/language.ts';
import { moreItems } from '../queries/items.ts';
import { queryClientOf } from '../queries/query-client.ts';

/** What the search asked for, so that its further items open as the first ones did. */
function askedFor({ search }: MoreItemsData): AskedFor {
  const { offer_kind, rental_days } = search;
  return {
    ...(offer_kind === 'sell' || offer_kind === 'lease' ? { offer_kind } : {}),
    ...(typeof rental_days === 'number' ? { rental_days } : {}),
  };
}

/** The more-items card with its pages. @param shown items of the search that stand in the answer already. */
export default function MoreResults({ data, shown }: { data: MoreItemsData; shown: number }) {
  const { client } = useWidget();
  const { locale } = useLanguage();
  const conversationId = useConversation((state) => state.conversation.id);
  const [wanted, setWanted] = useState(false);
  const pages = useInfiniteQuery({ ...moreItems(client, data, locale, conversationId), enabled: wanted }, queryClientOf(client));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const state = pages.isFetching ? 'loading' : pages.isError ? 'failed' : pages.isSuccess && !pages.hasNextPage ? 'end' : 'ready';
  return (
    <MoreItems
      preview={data.preview}
      remaining={Math.max(data.total - shown - items.length, 0)}
      asked={askedFor(data)}
      items={items}
      state={state}
      checkedAt={pages.data?.pages.at(-1)?.checkedAt}
      onMore={() => {
        if (!wanted) setWanted(true);
        else if (pages.hasNextPage) void pages.fetchNextPage();
        else void pages.refetch();
      }}
    />
  );
}
