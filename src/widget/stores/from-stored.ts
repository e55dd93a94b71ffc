import type { MessagePart, StoredMessage } from '../../protocol/conversation.ts';
import { type Frame, readFrame } from '../../protocol/frames.ts';
import type { Block, Message, ShownPart } from './model.ts';

const UNSHOWN = new Set(['data-status', 'data-notes', 'data-resync']);

/** A stored part is judged like a frame: what this build cannot read is left out. */
function shownPart(part: MessagePart): ShownPart | null {
  const read: Frame | { fault: string } = readFrame(JSON.stringify(part));
  return 'fault' in read || !read.type.startsWith('data-') || UNSHOWN.has(read.type) ? null : (read as ShownPart);
}

function blockOf(part: MessagePart, step: number, index: number): Block | null {
  const key = `stored:${index}`;
  if (part.type === 'text') return { kind: 'text', key, step, text: part.text, open: false };
  if (part.type === 'source-url' || part.type === 'source-document') return { kind: 'source', key, step, source: part };
  if (!part.type.startsWith('data-')) return null;
  const shown = shownPart(part);
  return shown && { kind: 'part', key, step, part: shown };
}

/** A message of `GET /v1/conversations/:id` as the thread holds it. */
export function fromStored(message: StoredMessage): Message {
  if (message.role === 'user') {
    const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    return { role: 'shopper', id: message.id, text };
  }
  let step = 0;
  const blocks = message.parts.flatMap((part, index): Block[] => {
    if (part.type === 'step-start') step += 1;
    const block = blockOf(part, step, index);
    return block ? [block] : [];
  });
  const runId = message.metadata.run_id;
  return { role: 'adviser', id: message.id, state: 'done', step, blocks, ...(runId === undefined ? {} : { runId }) };
}
