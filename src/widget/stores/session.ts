import type { ChatRequest, PageContext } from '../../protocol/chat.ts';
import type { CompareRequest } from '../../protocol/compare.ts';
import { parseJson } from '../../protocol/shape.ts';
import type { Client } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import type { FaultCode } from '../api/fault-code.ts';
import type { RunStart } from '../api/run.ts';
import type { Schedule } from './frame-queue.ts';
import type { Keep } from './keep.ts';
import type { Conversation } from './model.ts';
import type { ConversationEvent } from './reduce.ts';
import type { TabMessage } from './tabs.ts';

/** What a conversation needs from around it; tests pass their own. */
export interface ConversationDeps {
  readonly client: Client;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly keep: Keep;
  /** Tells the other tabs of this shop what happened here. */
  readonly tell: (message: TabMessage) => void;
  readonly locale: string;
  /** What the host page says the shopper is looking at. */
  readonly page: () => PageContext;
  /** Whether the shopper lets the shop train models with what is asked now. Absent: no. */
  readonly training?: () => boolean;
  /** The shopper asked, in this tab; `page` is what the question itself adds to what they are looking at. */
  readonly onAsked: (text: string, page: PageContext | undefined) => void;
  /** The server will not take this question as it is: the words go back to where they were typed. */
  readonly onReturned: (text: string) => void;
  /** The BFF refused the shopper's token, or there is none where one is needed. */
  readonly onIdentityNeeded: () => void;
  /** Something went wrong that the shop may want to count. */
  readonly onError: (code: string) => void;
}

/** The one conversation of a mounted widget, as the files that drive it share it. */
export interface Session {
  readonly deps: ConversationDeps;
  conversation(): Conversation;
  apply(event: ConversationEvent): void;
  answering(): boolean;
  /** The request under way or last failed: sending it again is the same turn. */
  body: string | undefined;
  begin(start: RunStart): void;
  /** Sends a new request; its bytes are stored first. */
  send(request: AskedRequest): void;
  fail(code: FaultCode, retryAfter?: number): void;
  /** Tells the shop about a fault of its kind once. */
  report(code: string): void;
}

/** A question, or a comparison that is asked for as one, known by its `ids`. */
export type AskedRequest = ChatRequest | CompareRequest;
/** What a comparison is asked for by, apart from its words. */
export type Comparing = Pick<CompareRequest, 'ids' | 'days' | 'opened'>;

/** A stored request as far as we read it ourselves; the server judges the rest when it gets its bytes. */
export type StoredRequest = Pick<ChatRequest, 'conversation_id' | 'message'> & Partial<CompareRequest>;

/** @returns undefined for what is no request: storage belongs to the page. */
export function readBody(body: string | undefined): StoredRequest | undefined {
  try {
    const request = parseJson(body ?? 'null') as Partial<StoredRequest> | null;
    const { id = request?.message_id, text = request?.text } = request?.message ?? {};
    return typeof id === 'string' && typeof text === 'string' ? { ...request, message: { id, text } } : undefined;
  } catch {
    return undefined;
  }
}
