import type { Client } from '../api/client.ts';
import type { ConversationStore } from '../stores/conversation-store.ts';
import { trayWords } from './words.ts';

/** `Aisle('compare', ids)`. The question names titles, not ids; where they cannot be read the comparison itself will say so. */
export async function compareCall(ids: readonly string[], locale: string, client: Client, conversation: ConversationStore): Promise<void> {
  const titles = await import('../queries/titles.ts').then(
    ({ titlesOf }) => titlesOf(client, ids, locale),
    () => ids,
  );
  conversation.getState().compare(trayWords(locale).question(titles), { ids: [...ids] });
}
