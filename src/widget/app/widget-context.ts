import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { WidgetHost } from '../../protocol/host.ts';
import type { ShopInfo } from '../../protocol/shop.ts';
import type { Client } from '../api/client.ts';
import type { ConversationState, ConversationStore } from '../stores/conversation-store.ts';
import type { UiState, UiStore } from '../stores/ui-store.ts';
import type { Tracker } from './tracker.ts';

/** Everything that belongs to one mounted widget; made in `mount.tsx`, never at module level. */
export interface Widget {
  readonly host: WidgetHost;
  readonly client: Client;
  readonly conversation: ConversationStore;
  readonly ui: UiStore;
  /** Counts what became of a card, where the shopper agreed to it. */
  readonly track: Tracker['track'];
  /** What the shop says of itself; undefined until it has answered, or where it says nothing. */
  readonly shop: ShopInfo | undefined;
}

const WidgetContext = createContext<Widget | null>(null);
export const WidgetProvider = WidgetContext.Provider;

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) throw new Error('useWidget is called outside of a mounted widget');
  return widget;
}

/** Selects narrowly from the conversation: the component renders again only when what it selects changes. */
export const useConversation = <T>(select: (state: ConversationState) => T): T => useStore(useWidget().conversation, select);
export const useUi = <T>(select: (state: UiState) => T): T => useStore(useWidget().ui, select);
