import { canonicalJson } from '../../language/canonical-json.ts';
import type { Claim, Conversation, ConversationChange, ConversationStore } from '../conversations.ts';
import { withRemark } from '../remarks.ts';

export interface MemoryConversationsOptions {
  readonly ttl_s: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

interface Sent {
  readonly body: string;
  readonly conversation_id: string;
  readonly run_id: string;
}

/** Conversations of one process. All maps are kept in order of last use, so a sweep stops at the first one still alive. */
export function createMemoryConversations({ ttl_s, now = () => performance.now() }: MemoryConversationsOptions): ConversationStore {
  const kept = new Map<string, { conversation: Conversation; until: number }>();
  const sent = new Map<string, Sent>();
  /** Run → conversation. */
  const homes = new Map<string, string>();

  const put = (conversation: Conversation): void => {
    kept.delete(conversation.id);
    kept.set(conversation.id, { conversation, until: now() + ttl_s * 1000 });
  };
  const get = (id: string): Conversation | null => {
    const found = kept.get(id);
    return found && found.until > now() ? found.conversation : null;
  };
  const forget = (id: string): readonly string[] => {
    const runs = [...sent].filter(([, message]) => message.conversation_id === id);
    for (const [key, { run_id }] of runs) {
      sent.delete(key);
      homes.delete(run_id);
    }
    kept.delete(id);
    return runs.map(([, message]) => message.run_id);
  };
  const sweep = (): void => {
    for (const [id, { until }] of kept) {
      if (until > now()) break;
      forget(id);
    }
  };
  const changed = (conversation: Conversation, change: ConversationChange): Conversation => {
    const { ledger_add, ...replaced } = change;
    const known = new Set(conversation.ledger);
    return {
      ...conversation,
      ...replaced,
      ledger: [...conversation.ledger, ...(ledger_add ?? []).filter((id) => !known.has(id) && known.add(id))],
    };
  };

  return {
    async claim({ site, sub, request, locale, new_conversation_id, run_id }: Claim) {
      sweep();
      const key = JSON.stringify([site, sub ?? null, request.message.id]);
      const body = canonicalJson(request);
      const before = sent.get(key);
      if (before && get(before.conversation_id))
        return before.body === body
          ? { outcome: 'repeated', conversation_id: before.conversation_id, run_id: before.run_id }
          : { outcome: 'reused' };
      let conversation: Conversation;
      if (request.conversation_id === undefined) {
        conversation = {
          id: new_conversation_id,
          site,
          ...(sub === undefined ? {} : { sub }),
          locale,
          turns: [],
          ledger: [],
          noted: {},
        };
      } else {
        const found = get(request.conversation_id);
        if (!found || found.site !== site || (found.sub !== undefined && found.sub !== sub)) return { outcome: 'not-found' };
        if (found.running) return { outcome: 'running' };
        // What is said from here on may be the shopper's own orders.
        conversation = sub === undefined ? found : { ...found, sub };
      }
      const started = { ...conversation, running: run_id, latest: run_id };
      put(started);
      sent.set(key, { body, conversation_id: conversation.id, run_id });
      homes.set(run_id, conversation.id);
      return { outcome: 'started', conversation: started };
    },

    async read(id) {
      return get(id);
    },

    async change(id, change) {
      const conversation = get(id);
      if (conversation) put(changed(conversation, change));
    },

    async finish(id, run_id, turn, change) {
      const conversation = get(id);
      if (!conversation || conversation.running !== run_id) return;
      const { running: _, ...idle } = changed(conversation, change);
      put({ ...idle, turns: [...conversation.turns, turn] });
    },

    async ofRun(run_id) {
      return get(homes.get(run_id) ?? '');
    },

    async remark(id, remark) {
      const found = kept.get(id);
      const conversation = get(id);
      if (found && conversation) found.conversation = { ...conversation, remarks: withRemark(conversation.remarks ?? [], remark) };
    },

    async abandon(id, run_id) {
      const conversation = get(id);
      homes.delete(run_id);
      for (const [key, message] of sent) if (message.run_id === run_id) sent.delete(key);
      if (!conversation || conversation.running !== run_id) return;
      if (conversation.turns.length === 0 && conversation.ledger.length === 0) kept.delete(id);
      else {
        const { running: _, latest: __, ...idle } = conversation;
        const latest = conversation.turns.at(-1)?.run_id;
        put({ ...idle, ...(latest ? { latest } : {}) });
      }
    },

    async delete(id) {
      return forget(id);
    },

    async close() {
      kept.clear();
      sent.clear();
      homes.clear();
    },
  };
}
