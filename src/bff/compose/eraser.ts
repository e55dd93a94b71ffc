import type { ConversationStore } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import type { Turns } from '../turn/turns.ts';

/** What knows something of a conversation. */
export interface EraserParts {
  readonly turns: Pick<Turns, 'stop'>;
  readonly conversations: ConversationStore;
  readonly runs: RunLog;
  /** Forgets its archived runs; absent where none are kept. @throws ArchiveDown */
  readonly eraseArchived?: ((conversation_id: string) => Promise<void>) | undefined;
}

/**
 * Forgets a conversation everywhere: its running turn is stopped, then archive, conversation and run log let go of it. One
 * whose time in the conversation store ran out is still forgotten by the archive; one that nobody knows is no error.
 * @returns a function that throws StoreDown and ArchiveDown.
 */
export function conversationEraser({ turns, conversations, runs, eraseArchived }: EraserParts): (id: string) => Promise<void> {
  return async (id) => {
    await turns.stop((await conversations.read(id))?.running);
    // First: where it fails the conversation is still there, and can be erased again.
    await eraseArchived?.(id);
    for (const run_id of await conversations.delete(id)) await runs.delete(run_id);
  };
}
