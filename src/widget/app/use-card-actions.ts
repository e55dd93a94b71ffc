import { type MouseEvent, useMemo } from 'react';
import type { CardActions } from '../cards/card-context.ts';
import { listens } from './capabilities.ts';
import { useConversation, useUi, useWidget } from './widget-context.ts';

/** A click that asks for this tab; the others (new tab, download) are the browser's. */
const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What cards may do, wired to the stores and the host page. */
export function useCardActions(): CardActions {
  const { host } = useWidget();
  const ask = useConversation((state) => state.ask);
  const runId = useConversation(({ conversation }) => conversation.messages.findLast((message) => message.role === 'adviser')?.runId);
  const compared = useUi((state) => state.compared);
  const toggle = useUi((state) => state.toggleCompared);
  const days = useUi((state) => state.days);
  const setDays = useUi((state) => state.setDays);
  return useMemo(() => {
    const run = runId === undefined ? {} : { run_id: runId };
    return {
      say: ask,
      followItem: (event, item_id, url) => {
        if (event.defaultPrevented || !plainClick(event)) return;
        if (!host.emit('item-click', { item_id, url, ...run })) event.preventDefault();
      },
      compared: new Set(compared.map(({ id }) => id)),
      toggleCompared: (id, title) => toggle({ id, title }),
      // Cancelling is how a shop says "I have taken it".
      addToCart: listens(host, 'add-to-cart') ? (request) => !host.emit('add-to-cart', { ...request, ...run }) : undefined,
      days,
      setDays,
    };
  }, [host, ask, runId, compared, toggle, days, setDays]);
}
