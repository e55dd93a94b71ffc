import type { Frame } from '../../protocol/frames.ts';
import type { Item } from '../../protocol/item.ts';
import type { DataPart } from '../../protocol/parts.ts';

export const RUN = 'run-1';
export const CONVERSATION = 'conversation-1';

/** Frames that open a run. */
export const opening = (run = RUN, conversation = CONVERSATION): Frame[] => [
  { type: 'start', messageId: `message-${run}`, messageMetadata: { conversation_id: conversation, run_id: run } },
  { type: 'start-step' },
];

/** A text block in the given pieces. */
export const text = (id: string, ...pieces: readonly string[]): Frame[] => [
  { type: 'text-start', id },
  ...pieces.map((delta): Frame => ({ type: 'text-delta', id, delta })),
  { type: 'text-end', id },
];

export const itemCard = (item: Item, reason?: string, id?: string): DataPart => ({
  type: 'data-itemCard',
  ...(id === undefined ? {} : { id }),
  data: { v: 1, item, ...(reason === undefined ? {} : { reason }), checked_at: '2026-11-21T14:02:00' },
});

export const closing = (): Frame[] => [{ type: 'finish-step' }, { type: 'finish', finishReason: 'stop' }];

export const status = (words: string): DataPart => ({ type: 'data-status', data: { v: 1, phase: 'search', text: words }, transient: true });
