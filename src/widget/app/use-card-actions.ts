import { type MouseEvent, useMemo } from 'react';
import type { CardActions } from '../cards/card-context.ts';
import { useConversation, useUi, useWidget } from './widget-context.ts';

/** As in `widget.css`: there the panel is the whole sheet. */
const PHONE = '(width < 480px)';

/** A click that asks for this tab; the others (new tab, download) are the browser's. */
const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What cards may do, wired to the stores and the host page. */
export function useCardActions(): CardActions {
  const { host, ui, track } = useWidget();
  const ask = useConversation((state) => state.ask);
  const compared = useUi((state) => state.compared);
  const toggle = useUi((state) => state.toggleCompared);
  const wish = useUi((state) => state.chosen);
  const chosenIn = useUi((state) => state.chosenIn);
  const choose = useUi((state) => state.choose);
  return useMemo(
    () => ({
      say: ask,
      followItem: (event, item_id, url, run_id) => {
        track({ kind: 'item_click', item_id, ...(run_id === undefined ? {} : { run_id }) });
        if (event.defaultPrevented || !plainClick(event)) return;
        if (!host.emit('item-click', { item_id, url, ...(run_id === undefined ? {} : { run_id }) })) event.preventDefault();
        // On a phone the panel covers the page; what the shopper asked to see is the page.
        if (matchMedia(PHONE).matches) ui.getState().setOpen(false);
      },
      compared: new Set(compared.map(({ id }) => id)),
      toggleCompared: (id, title) => toggle({ id, title }),
      // Cancelling is how a shop says "I have taken it".
      addToCart: host.listens('add-to-cart')
        ? (request) => {
            const taken = !host.emit('add-to-cart', request);
            const { item_id, run_id } = request;
            if (taken) track({ kind: 'add_to_cart', item_id, ...(run_id === undefined ? {} : { run_id }) });
            return taken;
          }
        : undefined,
      wish,
      wishIn: (runId) => chosenIn[runId ?? ''] ?? {},
      choose,
    }),
    [host, ui, track, ask, compared, toggle, wish, chosenIn, choose],
  );
}
