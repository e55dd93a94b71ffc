import type { MessagePart } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { Conversation } from '../runs/conversations.ts';

/** A kept part as the frames that once brought it. */
function framesOf(part: MessagePart, id: string): Frame[] {
  switch (part.type) {
    case 'text':
      return [
        { type: 'text-start', id },
        { type: 'text-delta', id, delta: part.text },
        { type: 'text-end', id },
      ];
    case 'step-start':
    case 'dynamic-tool':
      return [];
    default:
      return [part];
  }
}

/**
 * A run whose frames expired, rebuilt from the conversation as `start`, stored parts, `finish`.
 * @returns null when the conversation does not hold it.
 */
export function storedRun(conversation: Conversation | null, run_id: string): Frame[] | null {
  const turn = conversation?.turns.find((each) => each.run_id === run_id);
  if (!conversation || !turn) return null;
  return [
    { type: 'start', messageId: `${run_id}.a`, messageMetadata: { conversation_id: conversation.id, run_id } },
    { type: 'start-step' },
    ...turn.parts.flatMap((part, index) => framesOf(part, `${run_id}.0.${index + 1}`)),
    { type: 'finish-step' },
    { type: 'finish', finishReason: 'stop' },
  ];
}
