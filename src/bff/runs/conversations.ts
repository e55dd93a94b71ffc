import type { ChatRequest } from '../../protocol/chat.ts';
import type { MessagePart } from '../../protocol/conversation.ts';
import type { ModelMessage, NotedFacts, SearchState } from '../model/port.ts';
import type { Remark } from './remarks.ts';

/** One finished turn, as the conversation keeps it: only what left the guard. */
export interface KeptTurn {
  readonly run_id: string;
  readonly message: { readonly id: string; readonly text: string };
  /** ISO 8601 instant of the shopper's message. */
  readonly at: string;
  /** The answer in UIMessage shape. */
  readonly parts: readonly MessagePart[];
  /** The same turn as the next model call reads it: guarded text, calls and their results. */
  readonly history: readonly ModelMessage[];
}

/** What a conversation knows. */
export interface Conversation {
  readonly id: string;
  /** Site key that opened it. */
  readonly site: string;
  /** The first verified shopper who spoke in it, if any; from then on nobody else may read it. */
  readonly sub?: string;
  /** Locale it was opened in: its instructions stay in that language, so that a provider can go on reading them from its cache. */
  readonly locale: string;
  readonly turns: readonly KeptTurn[];
  /** Ids that successful `search_db` calls returned (guard contract G1), oldest first. */
  readonly ledger: readonly string[];
  readonly search_state?: SearchState;
  readonly noted: NotedFacts;
  /** What became of its runs, oldest first. */
  readonly remarks?: readonly Remark[];
  /** The run that is answering now. */
  readonly running?: string;
  /** The newest run, running or not. */
  readonly latest?: string;
}

/** A message that wants to become a turn. */
export interface Claim {
  readonly site: string;
  readonly sub?: string;
  readonly request: ChatRequest;
  /** Given to a new conversation. */
  readonly locale: string;
  /** Given to the conversation where the request names none. */
  readonly new_conversation_id: string;
  readonly run_id: string;
}

/**
 * What became of a claim. `repeated`: this very message was sent before; `reused`: its id came with another body;
 * `running`: the conversation answers another message now; `not-found`: unknown, foreign or expired conversation.
 */
export type ClaimResult =
  | { readonly outcome: 'started'; readonly conversation: Conversation }
  | { readonly outcome: 'repeated'; readonly conversation_id: string; readonly run_id: string }
  | { readonly outcome: 'reused' | 'running' | 'not-found' };

/** A change of what a conversation knows; given fields are replaced, ids are added to the ledger. */
export interface ConversationChange {
  readonly ledger_add?: readonly string[];
  readonly search_state?: SearchState;
  readonly noted?: NotedFacts;
}

/** Conversations with their typed state. Forgotten `CONVERSATION_TTL_S` after the last message. */
export interface ConversationStore {
  /** Atomic: of any number of equal claims at once exactly one is `started`. */
  claim(claim: Claim): Promise<ClaimResult>;
  read(id: string): Promise<Conversation | null>;
  change(id: string, change: ConversationChange): Promise<void>;
  /** Ends the running turn and keeps it. */
  finish(id: string, run_id: string, turn: KeptTurn, change: ConversationChange): Promise<void>;
  /** The conversation a run belongs to, as long as it is kept. */
  ofRun(run_id: string): Promise<Conversation | null>;
  /** Adds what became of a run; it is forgotten with the conversation and keeps it no longer. */
  remark(id: string, remark: Remark): Promise<void>;
  /** Undoes a claim whose turn was never run: the message may be sent again. */
  abandon(id: string, run_id: string): Promise<void>;
  /** @returns the run ids that belonged to it. */
  delete(id: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
