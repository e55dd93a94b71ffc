import type { Frame } from '../../protocol/frames.ts';
import type { DataPart, Note } from '../../protocol/parts.ts';
import type { FaultCode } from '../api/fault-code.ts';

/** A data part that stands in the answer; the others (status, notes, resync) act on the state instead. */
export type ShownPart = Exclude<DataPart, { type: 'data-status' | 'data-notes' | 'data-resync' }>;
export type SourceFrame = Extract<Frame, { type: 'source-url' | 'source-document' }>;

/** One piece of an answer, in the order it arrived. `step` says which step added it, for `reset-step` and replacement. */
export type Block =
  | { readonly kind: 'text'; readonly key: string; readonly step: number; readonly text: string; readonly open: boolean }
  | { readonly kind: 'part'; readonly key: string; readonly step: number; readonly part: ShownPart }
  | { readonly kind: 'source'; readonly key: string; readonly step: number; readonly source: SourceFrame }
  /** Something newer than this build stood here. */
  | { readonly kind: 'unread'; readonly key: string; readonly step: number }
  | {
      readonly kind: 'tool';
      readonly key: string;
      readonly step: number;
      readonly name: string;
      /** Human words: what was looked for, then what came of it. */
      readonly summary: string;
      readonly state: 'running' | 'done' | 'failed';
    };

/**
 * `waiting`: asked, nothing heard yet · `answering` · `done` · `stopped`: by the shopper · `interrupted`: broke off,
 * what came is kept · `failed`: nothing came.
 */
export type AnswerState = 'waiting' | 'answering' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** Why an answer did not come, or not whole. */
export interface Fault {
  readonly code: FaultCode;
  readonly retryable: boolean;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** The server's own sentence, where it says more than the code. */
  readonly words?: string | undefined;
}

export interface Question {
  readonly role: 'shopper';
  readonly id: string;
  readonly text: string;
}

export interface Answer {
  readonly role: 'adviser';
  readonly id: string;
  readonly runId?: string;
  readonly state: AnswerState;
  readonly step: number;
  readonly blocks: readonly Block[];
  /** What is being done right now, in the server's words; gone with the first visible piece. */
  readonly status?: string;
  /** The connection broke and is being tried again. */
  readonly reconnecting?: boolean;
  readonly fault?: Fault;
  /** The answer reached its length limit. */
  readonly cut?: boolean;
}

export type Message = Question | Answer;

/** Everything the thread shows, and nothing that the server does not know or will not be told. */
export interface Conversation {
  readonly id?: string;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  /** What was said before is not here: it is being read, or could not be. */
  readonly earlier?: 'loading' | 'failed';
}

export const emptyConversation: Conversation = { messages: [], notes: [] };

/** Whether an answer is still being made. */
export const isRunning = (answer: Answer | undefined): boolean => answer?.state === 'waiting' || answer?.state === 'answering';

/** The answer at the end of the thread, if there is one. */
export function lastAnswer({ messages }: Conversation): Answer | undefined {
  const last = messages.at(-1);
  return last?.role === 'adviser' ? last : undefined;
}
