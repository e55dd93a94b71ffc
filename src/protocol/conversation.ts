import type { Frame } from './frames.ts';
import type { DataPart, Note } from './parts.ts';

/** A part of a stored message in the AI SDK's UIMessage shape. */
export type MessagePart =
  | { readonly type: 'text'; readonly text: string; readonly state?: 'done' }
  | { readonly type: 'step-start' }
  | {
      readonly type: 'dynamic-tool';
      readonly toolName: string;
      readonly toolCallId: string;
      readonly state: 'output-available';
      readonly input: unknown;
      readonly output: unknown;
      readonly providerExecuted: true;
    }
  | Extract<Frame, { type: 'source-url' | 'source-document' }>
  | DataPart;

/** One message of `GET /v1/conversations/:id`. */
export interface StoredMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly parts: readonly MessagePart[];
  readonly metadata: { readonly run_id?: string; readonly at: string };
}

/** Answer of `GET /v1/conversations/:id`. A running answer is not in it; it is read from the stream. */
export interface ConversationResponse {
  readonly id: string;
  readonly messages: readonly StoredMessage[];
  readonly notes: readonly Note[];
  readonly running?: { readonly run_id: string };
}
