import type { ConversationStore } from './conversation-store.ts';
import type { Keep } from './keep.ts';
import { readBody } from './session.ts';
import { openTabs, type TabMessage } from './tabs.ts';

export interface TabSync {
  tell(message: TabMessage): void;
  close(): void;
}

/**
 * Keeps the tabs of a shop in one conversation: a question asked in one is shown in all, and each follows its run. The
 * run is the server's, so nothing is asked twice; whoever stops it stops it for all. A tab without a conversation asks
 * the others for theirs.
 */
export function joinTabs(site: string, store: ConversationStore, keep: Keep): TabSync {
  const empty = (): boolean => store.getState().conversation.messages.length === 0 && keep.read().turn === undefined;

  function adopt(conversationId: string, turn: { readonly body: string; readonly runId?: string } | undefined): void {
    keep.write({ conversationId, turn });
    void store.getState().restore();
  }

  function follow(run: Extract<TabMessage, { type: 'run' }>): void {
    const { id, messages } = store.getState().conversation;
    const { conversationId, runId, body } = run;
    const asked = readBody(body)?.message.id;
    if (id === undefined && empty()) adopt(conversationId, { body, runId });
    // Not another conversation, nor a tab that was copied with its question under way and reads the same run already.
    else if (id === conversationId && messages.every((message) => message.id !== asked)) store.getState().follow(run);
  }

  const tabs = openTabs(site, (message) => {
    const { conversation, forgetNote, leave } = store.getState();
    const { id, messages } = conversation;
    switch (message.type) {
      case 'hello':
        if (id !== undefined && messages.length > 0) tabs.tell({ type: 'here', conversationId: id, turn: keep.read().turn });
        return;
      case 'here':
        if (id === undefined && empty()) adopt(message.conversationId, message.turn);
        return;
      case 'run':
        follow(message);
        return;
      case 'note-forgotten':
        if (id === message.conversationId) forgetNote(message.key, false);
        return;
      case 'left':
        if (id === message.conversationId) leave();
    }
  });
  if (empty() && keep.read().conversationId === undefined) tabs.tell({ type: 'hello' });
  return tabs;
}
