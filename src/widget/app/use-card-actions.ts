import { type MouseEvent, useMemo } from 'react';
import type { CardActions } from '../cards/card-context.ts';
import { wishOf } from '../stores/wish.ts';
import { listens } from './capabilities.ts';
import { useConversation, useUi, useWidget } from './widget-context.ts';

/** A click that asks for this tab; the others (new tab, download) are the browser's. */
const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What cards may do, wired to the stores and the host page. */
export function useCardActions(): CardActions {
  const { host, conversation } = useWidget();
  const ask = useConversation((state) => state.ask);
  const compared = useUi((state) => state.compared);
  const toggle = useUi((state) => state.toggleCompared);
  const messages = useConversation(({ conversation }) => conversation.messages.length);
  const chosen = useUi((state) => state.chosen);
  const choose = useUi((state) => state.choose);
  // Said words are read again only when there are new ones, not with every frame of an answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const wish = useMemo(() => ({ ...wishOf(conversation.getState().conversation.messages), ...chosen }), [conversation, messages, chosen]);
  return useMemo(
    () => ({
      say: ask,
      followItem: (event, item_id, url, run_id) => {
        if (event.defaultPrevented || !plainClick(event)) return;
        if (!host.emit('item-click', { item_id, url, ...(run_id === undefined ? {} : { run_id }) })) event.preventDefault();
      },
      compared: new Set(compared.map(({ id }) => id)),
      toggleCompared: (id, title) => toggle({ id, title }),
      // Cancelling is how a shop says "I have taken it".
      addToCart: listens(host, 'add-to-cart') ? (request) => !host.emit('add-to-cart', request) : undefined,
      wish,
      choose,
    }),
    [host, ask, compared, toggle, wish, choose],
  );
}
