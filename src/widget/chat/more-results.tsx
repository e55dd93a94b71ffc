import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MoreItemsData } from '../../protocol/parts.ts';
import { useConversation, useWidget } from '../app/widget-context.ts';
import { MoreItems } from '../cards/more-items.tsx';
import { useLanguage } from '../i18n/language.ts';
import { moreItems } from '../queries/items.ts';
import { queryClientOf } from '../queries/query-client.ts';

/** The more-items card with its pages. */
export default function MoreResults({ data }: { data: MoreItemsData }) {
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
      remaining={Math.max(data.total - items.length, 0)}
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
