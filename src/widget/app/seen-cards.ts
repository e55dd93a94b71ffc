import type { EventRequest } from '../../protocol/chat.ts';

/** A card counts as seen with half of it in view. */
const HALF = 0.5;

/**
 * Counts item cards that the shopper has had before their eyes. It reads what the thread wrote beside them (`data-items`:
 * ids in the order of the cards, one a line; `data-run`), so that a shop without consent loads and runs nothing of it.
 * @returns its undo.
 */
export function countSeenCards(root: ShadowRoot, track: (event: EventRequest) => void): () => void {
  const known = new WeakSet<Element>();
  const inView = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) count(target);
    },
    { threshold: HALF },
  );
  function count(card: Element): void {
    const row = card.closest<HTMLElement>('[data-items]');
    const place = row ? [...row.querySelectorAll('article')].indexOf(card as HTMLElement) : -1;
    const item_id = row?.dataset.items?.split('\n')[place];
    const run_id = card.closest<HTMLElement>('[data-run]')?.dataset.run;
    if (item_id) track({ kind: 'card_seen', item_id, ...(run_id === undefined ? {} : { run_id }) });
  }
  const look = (): void => {
    for (const card of root.querySelectorAll('[data-items] article')) {
      if (known.has(card)) continue;
      known.add(card);
      inView.observe(card);
    }
  };
  const grown = new MutationObserver(look);
  grown.observe(root, { childList: true, subtree: true });
  look();
  return () => {
    inView.disconnect();
    grown.disconnect();
  };
}
