import type { ConversationStore } from '../stores/conversation-store.ts';
import type { UiStore } from '../stores/ui-store.ts';

interface PageLife {
  readonly conversation: ConversationStore;
  readonly ui: UiStore;
  joinTabs(): void;
  leaveTabs(): void;
}

/**
 * A page that goes into the back-forward cache gives up its connection (an open one would keep it out) and takes it up
 * where it was when it comes back. A page that is left for good does nothing: its turn goes on for the next one.
 * @returns its undo.
 */
export function followPageLife({ conversation, ui, joinTabs, leaveTabs }: PageLife): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const rest = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    conversation.getState().rest();
    leaveTabs();
  };
  const wake = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    ui.getState().reload();
    conversation.getState().wake();
    if (ui.getState().open) joinTabs();
  };
  addEventListener('pagehide', rest, { signal });
  addEventListener('pageshow', wake, { signal });
  return () => listening.abort();
}
