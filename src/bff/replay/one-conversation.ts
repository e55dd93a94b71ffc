import type { Conversation, ConversationChange, ConversationStore } from '../runs/conversations.ts';

/** A store of one conversation, as it was before a run: every message goes into it, and nothing is kept beyond it. */
export function oneConversation(before: Conversation): ConversationStore {
  let conversation = before;
  const change = ({ ledger_add = [], ...replaced }: ConversationChange): void => {
    conversation = { ...conversation, ...replaced, ledger: [...new Set([...conversation.ledger, ...ledger_add])] };
  };
  return {
    async claim({ run_id }) {
      conversation = { ...conversation, running: run_id, latest: run_id };
      return { outcome: 'started', conversation };
    },
    read: async () => conversation,
    ofRun: async () => conversation,
    async change(_, changed) {
      change(changed);
    },
    async finish(_, __, turn, changed) {
      change(changed);
      conversation = { ...conversation, turns: [...conversation.turns, turn] };
    },
    remark: async () => undefined,
    abandon: async () => undefined,
    delete: async () => [],
    close: async () => undefined,
  };
}
