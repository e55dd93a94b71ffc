import type { EventRequest } from '../../protocol/chat.ts';
import type { Client } from '../api/client.ts';

export interface Tracker {
  /** The shop says whether the shopper agreed to being counted; until it does, nothing is sent. */
  consent(analytics: boolean): void;
  track(event: EventRequest): void;
}

/**
 * Tells the BFF what became of its cards: only with consent, and a card's being seen once for each run.
 * @param root where the cards will be.
 */
export function createTracker(client: Pick<Client, 'event'>, root: ShadowRoot): Tracker {
  const seen = new Set<string>();
  let agreed = false;
  let stop: (() => void) | undefined;
  const track = (event: EventRequest): void => {
    if (!agreed) return;
    if (event.kind === 'card_seen') {
      const key = `${event.run_id} ${event.item_id}`;
      if (seen.has(key)) return;
      seen.add(key);
    }
    // A count that does not arrive is worth no word to anybody.
    client.event(event).catch(() => undefined);
  };
  return {
    track,
    consent: (analytics) => {
      agreed = analytics;
      stop?.();
      stop = undefined;
      if (!agreed) return;
      import('./seen-cards.ts').then(
        ({ countSeenCards }) => {
          if (agreed) stop ??= countSeenCards(root, track);
        },
        () => undefined,
      );
    },
  };
}
