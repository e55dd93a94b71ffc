import type { EventRequest } from '../../protocol/chat.ts';

/** What became of a run once it was over: what the shopper thought of it, and what they did with its cards. */
export type Remark = {
  readonly run_id: string;
  /** ISO 8601 instant. */
  readonly at: string;
} & (
  | { readonly kind: 'feedback'; readonly verdict: 'up' | 'down'; readonly note?: string }
  | { readonly kind: EventRequest['kind']; readonly item_id: string }
);

/** Remarks a conversation keeps: more than a shopper makes, less than a script can use up. */
const MOST_REMARKS = 300;

/** Remarks with one more. A run has one feedback, the last; a card is seen once in a run. */
export function withRemark(before: readonly Remark[], remark: Remark): readonly Remark[] {
  if (remark.kind === 'feedback') return [...before.filter((each) => each.run_id !== remark.run_id || each.kind !== 'feedback'), remark];
  const seen = (each: Remark): boolean => each.kind === 'card_seen' && each.run_id === remark.run_id && each.item_id === remark.item_id;
  if (before.length >= MOST_REMARKS || (remark.kind === 'card_seen' && before.some(seen))) return before;
  return [...before, remark];
}
