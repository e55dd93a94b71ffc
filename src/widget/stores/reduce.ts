import type { ConversationResponse } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { Note } from '../../protocol/parts.ts';
import { foldFrame, foldUnread } from './fold-frame.ts';
import { fromStored } from './from-stored.ts';
import { type Answer, type Conversation, emptyConversation, type Fault, type Message } from './model.ts';

/** What can happen to a conversation. Everything the thread shows is a fold of these. */
export type ConversationEvent =
  | { readonly type: 'asked'; readonly id: string; readonly text: string }
  /** The server's copy; `pending` is the question under way, which the copy may not hold yet. */
  | { readonly type: 'loaded'; readonly response: ConversationResponse; readonly pending?: { readonly id: string; readonly text: string } }
  /** The server's copy is being read, or could not be read. */
  | { readonly type: 'loading' | 'not-loaded'; readonly id: string }
  /** The server's copy came after the shopper had gone on: it goes in front of what is shown. */
  | { readonly type: 'earlier'; readonly response: ConversationResponse }
  | { readonly type: 'frames'; readonly frames: readonly Frame[] }
  /** A part that this build cannot read stood here. */
  | { readonly type: 'unread' }
  | { readonly type: 'reconnecting' }
  /** The run is over without its own end: refused, unreachable, or stopped from here. */
  | { readonly type: 'ended'; readonly by: 'shopper' }
  | ({ readonly type: 'ended'; readonly by: 'fault' } & Fault)
  /** A run that was given up is followed again, from where it was left. */
  | { readonly type: 'resumed' }
  /** The same request goes out again: its answer starts over. */
  | { readonly type: 'retried' }
  /** Takes back the last question when its answer is empty, so that asking it anew does not show it twice. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'noted'; readonly notes: readonly Note[] }
  | { readonly type: 'note-forgotten'; readonly key: string }
  | { readonly type: 'detached' }
  | { readonly type: 'cleared' };

const waiting = (questionId: string): Answer => ({ role: 'adviser', id: `answer:${questionId}`, state: 'waiting', step: 0, blocks: [] });

function changeLast(conversation: Conversation, next: (answer: Answer) => Answer): Conversation {
  const last = conversation.messages.at(-1);
  if (last?.role !== 'adviser') return conversation;
  const changed = next(last);
  return changed === last ? conversation : { ...conversation, messages: conversation.messages.with(-1, changed) };
}

function foldOne(conversation: Conversation, frame: Frame): Conversation {
  const folded = changeLast(conversation, ({ reconnecting: _, ...answer }) => foldFrame(answer, frame));
  if (frame.type === 'start') return { ...folded, id: frame.messageMetadata.conversation_id };
  if (frame.type === 'data-notes') return { ...folded, notes: frame.data.notes };
  return folded;
}

function loaded({ response, pending }: Extract<ConversationEvent, { type: 'loaded' }>): Conversation {
  const messages: Message[] = response.messages.map(fromStored);
  const known = pending && messages.some((message) => message.id === pending.id);
  if (pending && !known) messages.push({ role: 'shopper', id: pending.id, text: pending.text });
  // A running answer is not in the copy; its frames come from the stream and need a place to go.
  if (response.running || (pending && !known)) messages.push(waiting(messages.at(-1)?.id ?? response.id));
  return { id: response.id, messages, notes: response.notes };
}

function inFront({ earlier: _, ...conversation }: Conversation, response: ConversationResponse): Conversation {
  const stored = response.messages.map(fromStored);
  const first = conversation.messages[0]?.id;
  const shown = stored.findIndex(({ id }) => id === first);
  return { ...conversation, messages: [...stored.slice(0, shown < 0 ? stored.length : shown), ...conversation.messages] };
}

function ended(answer: Answer, event: Extract<ConversationEvent, { type: 'ended' }>): Answer {
  const { reconnecting: _, status: __, ...rest } = foldFrame(answer, { type: 'abort' });
  if (event.by === 'shopper') return rest;
  const { code, retryable, retryAfter, words } = event;
  return {
    ...rest,
    state: rest.blocks.some((block) => block.kind !== 'tool') ? 'interrupted' : 'failed',
    fault: { code, retryable, retryAfter, words },
  };
}

/** The whole of the conversation's behaviour: (state, event) → state, no clock, no network. */
export function reduce(conversation: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'asked':
      return {
        ...conversation,
        messages: [...conversation.messages, { role: 'shopper', id: event.id, text: event.text }, waiting(event.id)],
      };
    case 'loaded':
      return loaded(event);
    case 'loading':
      return { ...conversation, id: event.id, earlier: 'loading' };
    case 'not-loaded':
      return conversation.id === event.id ? { ...conversation, earlier: 'failed' } : conversation;
    case 'earlier':
      return conversation.id === event.response.id ? inFront(conversation, event.response) : conversation;
    case 'frames':
      return event.frames.reduce(foldOne, conversation);
    case 'unread':
      return changeLast(conversation, foldUnread);
    case 'reconnecting':
      return changeLast(conversation, (answer) => (answer.reconnecting ? answer : { ...answer, reconnecting: true }));
    case 'ended':
      return changeLast(conversation, (answer) => ended(answer, event));
    case 'resumed':
      return changeLast(conversation, ({ fault: _, ...answer }) => ({
        ...answer,
        state: answer.runId === undefined ? 'waiting' : 'answering',
        reconnecting: true,
      }));
    case 'retried':
      return changeLast(conversation, ({ id }) => ({ ...waiting(''), id }));
    case 'withdrawn': {
      const last = conversation.messages.at(-1);
      return last?.role === 'adviser' && last.blocks.every((block) => block.kind === 'tool')
        ? { ...conversation, messages: conversation.messages.slice(0, -2) }
        : conversation;
    }
    case 'noted':
      return { ...conversation, notes: event.notes };
    case 'note-forgotten':
      return { ...conversation, notes: conversation.notes.filter((note) => note.key !== event.key) };
    case 'detached': {
      const { id: _, earlier: __, ...rest } = conversation;
      return rest;
    }
    case 'cleared':
      return emptyConversation;
  }
}
