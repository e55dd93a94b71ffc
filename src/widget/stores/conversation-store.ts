import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChatRequest, chatRequestSchema, type PageContext } from '../../protocol/chat.ts';
import type { Client } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import { ApiError } from '../api/errors.ts';
import type { FaultCode } from '../api/fault-code.ts';
import type { RunStart } from '../api/run.ts';
import { uuid } from '../api/uuid.ts';
import type { Schedule } from './frame-queue.ts';
import type { Keep } from './keep.ts';
import { type Conversation, emptyConversation, isRunning, lastAnswer } from './model.ts';
import { type ConversationEvent, reduce } from './reduce.ts';
import { createTurnDriver, type TurnListener } from './turn-driver.ts';

export interface ConversationDeps {
  readonly client: Client;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly keep: Keep;
  readonly locale: string;
  /** What the host page says the shopper is looking at. */
  readonly page: () => PageContext;
  /** The BFF refused the shopper's token, or there is none where one is needed. */
  readonly onIdentityNeeded: () => void;
  /** Something went wrong that the shop may want to count. */
  readonly onError: (code: string) => void;
}

export interface ConversationState {
  readonly conversation: Conversation;
  /** Asks; a running answer is stopped first. `page` adds to what the host page told us. */
  ask(text: string, page?: PageContext): void;
  stop(): void;
  /** Asks the last question again: the same request where no answer began, else a new one. */
  retry(): void;
  /** Leaves this conversation; the next question opens another. */
  startOver(): void;
  /** Takes up the conversation of the page before, and its running answer. */
  restore(): Promise<void>;
  forgetNote(key: string): void;
  /** Ends the stream of this tab without stopping the turn: a page is being left, or the widget removed. */
  dispose(): void;
}
export type ConversationStore = StoreApi<ConversationState>;

/** Faults after which the same question may well succeed. */
const RETRYABLE: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'offline',
  'unavailable',
  'rate_limited',
  'turn_running',
  'internal',
  'interrupted',
  'unauthorized',
  'not_found',
]);

function readBody(body: string | undefined): ChatRequest | undefined {
  try {
    const parsed = v.safeParse(chatRequestSchema, JSON.parse(body ?? 'null'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The live conversation of one mounted widget: the pure fold of `reduce.ts`, driven by one turn at a time. */
export function createConversationStore(deps: ConversationDeps): ConversationStore {
  const { client, keep, locale } = deps;
  const driver = createTurnDriver(deps);
  /** The request under way or last failed: sending it again is the same turn. */
  let body: string | undefined;

  return createStore<ConversationState>()((set, get) => {
    const apply = (event: ConversationEvent): void => set(({ conversation }) => ({ conversation: reduce(conversation, event) }));
    const answering = (): boolean => isRunning(lastAnswer(get().conversation));

    function fail(code: FaultCode, retryAfter?: number): void {
      const retryable = RETRYABLE.has(code);
      if (!retryable) keep.write({ turn: undefined });
      apply({ type: 'ended', by: 'fault', code, retryable, ...(retryAfter === undefined ? {} : { retryAfter }) });
      if (code === 'unauthorized') deps.onIdentityNeeded();
      deps.onError(code);
    }

    /** Tells the shop about a fault of its kind once. */
    const reported = new Set<string>();
    function report(code: string): void {
      if (reported.has(code)) return;
      reported.add(code);
      deps.onError(code);
    }

    /** The stream cannot tell the rest: read the conversation instead; where that fails, keep what is shown. */
    async function reload(follow: boolean): Promise<void> {
      const { id } = get().conversation;
      const shown = lastAnswer(get().conversation);
      const moved = (): boolean => lastAnswer(get().conversation) !== shown;
      try {
        if (id === undefined) return fail('interrupted');
        const response = await client.load(id, locale);
        if (moved()) return;
        const runId = response.running?.run_id;
        const pending = readBody(body)?.message;
        const kept = response.messages.some((message) => message.id === pending?.id);
        // Neither running nor kept: the server lost the turn. Running, but not to be read: the same for us.
        if (runId === undefined ? !kept : !follow) return fail('interrupted');
        apply({ type: 'loaded', response, ...(pending ? { pending } : {}) });
        if (runId === undefined) keep.write({ turn: undefined });
        else driver.begin({ kind: 'resume', cursor: { conversationId: id, runId, after: 0 } }, listener);
      } catch {
        if (!moved()) fail('interrupted');
      }
    }

    /** An expired conversation: what is shown stays, and the question opens a new one. */
    function reopen(): boolean {
      const request = readBody(body);
      if (request?.conversation_id === undefined || lastAnswer(get().conversation)?.state !== 'waiting') return false;
      const { conversation_id: _, ...rest } = request;
      apply({ type: 'detached' });
      keep.write({ conversationId: undefined });
      send({ ...rest, message: { ...rest.message, id: uuid() } });
      return true;
    }

    const listener: TurnListener = {
      onFrames: (frames) => apply({ type: 'frames', frames }),
      onStart: (conversationId, runId) => keep.write({ conversationId, turn: { body: body ?? '', runId } }),
      onReconnecting: () => apply({ type: 'reconnecting' }),
      onFault: ({ fault, type }) => {
        if (type?.startsWith('data-')) apply({ type: 'unread' });
        report(`frame_${fault}`);
      },
      onEnd: (end) => {
        if (end === 'ended') keep.write({ turn: undefined });
        else if (end === 'lost') fail('offline');
        else void reload(end === 'resync');
      },
      onRefused: (error) => {
        const code = error instanceof ApiError ? error.code : 'internal';
        if (code === 'not_found' && reopen()) return;
        fail(code, error instanceof ApiError ? error.retryAfter : undefined);
      },
    };

    const begin = (start: RunStart): void => driver.begin(start, listener);

    function send(request: ChatRequest, supersedes = false): void {
      // Stored before it is sent: whatever happens to the page, a resend is byte for byte the same request.
      body = JSON.stringify(request);
      keep.write({ turn: { body } });
      begin({ kind: 'ask', body, supersedes });
    }

    function ask(text: string, page?: PageContext): void {
      const question = text.trim();
      if (question === '') return;
      const supersedes = answering();
      if (supersedes) get().stop();
      keep.allow();
      const id = uuid();
      const context = { ...deps.page(), ...page };
      const conversationId = get().conversation.id;
      apply({ type: 'asked', id, text: question });
      const request: ChatRequest = {
        ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
        message: { id, text: question },
        locale,
        ...(Object.keys(context).length > 0 ? { page: context } : {}),
      };
      send(request, supersedes);
    }

    function stop(): void {
      if (!answering()) return;
      driver.leave();
      keep.write({ turn: undefined });
      apply({ type: 'ended', by: 'shopper' });
      const { id } = get().conversation;
      // Not reaching the server costs the shop a few tokens; the shopper has what they wanted.
      if (id !== undefined) client.stop(id).catch(() => undefined);
    }

    function retry(): void {
      const { messages } = get().conversation;
      const question = messages.findLast((message) => message.role === 'shopper');
      if (!question || answering()) return;
      if (lastAnswer(get().conversation)?.runId === undefined && readBody(body)?.message.text === question.text) {
        apply({ type: 'retried' });
        begin({ kind: 'ask', body: body ?? '' });
        return;
      }
      apply({ type: 'withdrawn' });
      ask(question.text);
    }

    async function restore(): Promise<void> {
      // A question that came first has begun a conversation of its own.
      if (get().conversation.messages.length > 0) return;
      const { conversationId: id, turn } = keep.read();
      const pending = readBody(turn?.body)?.message;
      body = pending && turn?.body;
      if (id === undefined) {
        if (!pending || body === undefined) return;
        apply({ type: 'asked', ...pending });
        return begin({ kind: 'ask', body });
      }
      try {
        const response = await client.load(id, locale);
        if (get().conversation.messages.length > 0) return;
        apply({ type: 'loaded', response, ...(pending ? { pending } : {}) });
        const runId = response.running?.run_id;
        if (runId !== undefined) begin({ kind: 'resume', cursor: { conversationId: id, runId, after: 0 } });
        else if (body !== undefined && answering()) begin({ kind: 'ask', body });
        else keep.write({ turn: undefined });
      } catch (error) {
        const code = error instanceof ApiError ? error.code : 'internal';
        if (code !== 'not_found') {
          report(code);
          return;
        }
        keep.write({ conversationId: undefined });
        if (!pending || body === undefined) return;
        // The conversation has expired under a question that was under way: asked again, it opens a new one.
        apply({ type: 'asked', ...pending });
        begin({ kind: 'ask', body });
      }
    }

    return {
      conversation: emptyConversation,
      ask,
      stop,
      retry,
      startOver: () => {
        stop();
        driver.leave();
        keep.write({ conversationId: undefined, turn: undefined });
        apply({ type: 'cleared' });
      },
      restore,
      forgetNote: (key) => {
        const { id } = get().conversation;
        apply({ type: 'note-forgotten', key });
        if (id !== undefined) client.forgetNote(id, key).catch(() => deps.onError('note_kept'));
      },
      dispose: driver.leave,
    };
  });
}
