import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageContext } from '../../protocol/chat.ts';
import type { Note } from '../../protocol/parts.ts';
import { ApiError } from '../api/errors.ts';
import type { FaultCode } from '../api/fault-code.ts';
import type { RunStart } from '../api/run.ts';
import { uuid } from '../api/uuid.ts';
import { type Conversation, emptyConversation, isRunning, lastAnswer } from './model.ts';
import { type ConversationEvent, reduce } from './reduce.ts';
import { type AskedRequest, type Comparing, type ConversationDeps, readBody, type Session } from './session.ts';
import type { TabMessage } from './tabs.ts';
import { createTakeUp } from './take-up.ts';
import { createTurnDriver, type TurnListener } from './turn-driver.ts';

export interface ConversationState {
  readonly conversation: Conversation;
  /** Asks; a running answer is stopped first. `page` adds to what the host page told us. */
  ask(text: string, page?: PageContext): void;
  /** Asks for a comparison in the same way: the table comes first, then the verdict. `text` is what the shopper says. */
  compare(text: string, comparing: Comparing): void;
  /** What the server has noted apart from a run. */
  noted(notes: readonly Note[]): void;
  stop(): void;
  /** Goes on after a fault: follows the run that was lost, sends the same request where no answer began, else asks anew. */
  retry(): void;
  /** Leaves this conversation; the next question opens another. */
  startOver(): void;
  /** Has the server delete this conversation and forgets it here. @throws {ApiError} when the server did not do it: nothing is forgotten then */
  erase(): Promise<void>;
  /** Takes up the conversation of the page before, or of another tab, and its running answer. */
  restore(): Promise<void>;
  /** Takes over a question asked in another tab, and reads its run. */
  follow(run: Extract<TabMessage, { type: 'run' }>): void;
  /** Leaves this conversation in this tab alone. */
  leave(): void;
  /** @param everywhere false where another tab has told of it: the server knows already */
  forgetNote(key: string, everywhere?: boolean): void;
  /** The shop has signed the shopper in again: what was refused for that reason goes out again. */
  identified(): void;
  /** Closes the connection while the page rests in the back-forward cache. */
  rest(): void;
  /** The page is back: what happened meanwhile is caught up with. */
  wake(): void;
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

/** The live conversation of one mounted widget: the pure fold of `reduce.ts`, driven by one turn at a time. */
export function createConversationStore(deps: ConversationDeps): ConversationStore {
  const { client, keep, tell, locale } = deps;
  const driver = createTurnDriver(deps);

  return createStore<ConversationState>()((set, get) => {
    const apply = (event: ConversationEvent): void => set(({ conversation }) => ({ conversation: reduce(conversation, event) }));
    const answer = () => lastAnswer(get().conversation);
    const answering = (): boolean => isRunning(answer());
    /** Where the run stood when the page went to rest. */
    let rested: RunStart | undefined;
    const reported = new Set<string>();

    const session: Session = {
      deps,
      body: undefined,
      conversation: () => get().conversation,
      apply,
      answering,
      begin: (start) => driver.begin(start, listener),
      send,
      fail,
      report: (code) => {
        if (reported.has(code)) return;
        reported.add(code);
        deps.onError(code);
      },
    };
    const takeUp = createTakeUp(session);

    function fail(code: FaultCode, retryAfter?: number, words?: string): void {
      const retryable = RETRYABLE.has(code);
      const { ids, message } = readBody(session.body) ?? {};
      if (!retryable) {
        keep.write({ turn: undefined });
        if (!ids) deps.onReturned(message?.text ?? '');
      }
      // Why a choice cannot be compared, the BFF says in a sentence of its own.
      apply({ type: 'ended', by: 'fault', code, retryable, retryAfter, words: code === 'invalid_request' && ids ? words : undefined });
      if (code === 'unauthorized') deps.onIdentityNeeded();
      deps.onError(code);
    }

    const listener: TurnListener = {
      onFrames: (frames) => apply({ type: 'frames', frames }),
      onStart: (conversationId, runId) => {
        const body = session.body ?? '';
        keep.write({ conversationId, turn: { body, runId } });
        tell({ type: 'run', conversationId, runId, body });
      },
      onReconnecting: () => apply({ type: 'reconnecting' }),
      onFault: ({ fault, type }) => {
        if (type?.startsWith('data-')) apply({ type: 'unread' });
        session.report(`frame_${fault}`);
      },
      onEnd: (end) => {
        if (end === 'ended') keep.write({ turn: undefined });
        else if (end === 'lost') fail('offline');
        else if (end === 'turned-away') fail('forbidden');
        else void takeUp.reload(end === 'resync');
      },
      onRefused: (error) => {
        const code = error instanceof ApiError ? error.code : 'internal';
        if (code === 'not_found' && takeUp.reopen()) return;
        const { retryAfter, message } = error instanceof ApiError ? error : {};
        fail(code, retryAfter, message);
      },
    };

    function send(request: AskedRequest, supersedes = false): void {
      // Stored before it is sent: whatever happens to the page, a resend is byte for byte the same request.
      session.body = JSON.stringify(request);
      keep.write({ turn: { body: session.body } });
      session.begin({ kind: 'ask', body: session.body, supersedes });
    }

    function ask(text: string, page?: PageContext, comparing?: Comparing): void {
      const question = text.trim();
      if (question === '') return;
      const supersedes = answering();
      if (supersedes) stop();
      keep.allow();
      const id = uuid();
      const context = { ...deps.page(), ...page };
      // A question may come before the conversation of the last page was read.
      const conversationId = get().conversation.id ?? keep.read().conversationId;
      apply({ type: 'asked', id, text: question });
      deps.onAsked(question, page);
      const place = { ...(conversationId === undefined ? {} : { conversation_id: conversationId }), locale };
      const consent = deps.training?.() ? ({ consent: { training: true } } as const) : {};
      send(
        comparing
          ? { ...comparing, ...place, message_id: id, text: question }
          : { ...place, ...consent, message: { id, text: question }, ...(Object.keys(context).length > 0 ? { page: context } : {}) },
        supersedes,
      );
    }

    const compare = (text: string, comparing: Comparing): void => ask(text, { compare: comparing.ids }, comparing);

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
      const question = get().conversation.messages.findLast((message) => message.role === 'shopper');
      const failed = answer();
      if (!question || answering()) return;
      const place = driver.place();
      if (failed?.fault?.code === 'offline' && place?.kind === 'resume' && place.cursor.runId === failed.runId) {
        apply({ type: 'resumed' });
        session.begin(place);
      } else if (failed?.runId === undefined && readBody(session.body)?.message.text === question.text) {
        apply({ type: 'retried' });
        session.begin({ kind: 'ask', body: session.body ?? '' });
      } else {
        apply({ type: 'withdrawn' });
        const { ids, days, opened } = readBody(session.body) ?? {};
        if (ids) compare(question.text, { ids, days, opened });
        else ask(question.text);
      }
    }

    function leave(): void {
      driver.leave();
      session.body = undefined;
      keep.write({ conversationId: undefined, turn: undefined });
      apply({ type: 'cleared' });
    }

    /** Leaves the conversation in every tab. */
    function leaveEverywhere(): void {
      const { id } = get().conversation;
      leave();
      if (id !== undefined) tell({ type: 'left', conversationId: id });
    }

    return {
      conversation: emptyConversation,
      ask: (text, page) => ask(text, page),
      compare,
      noted: (notes) => apply({ type: 'noted', notes }),
      stop,
      retry,
      startOver: () => {
        stop();
        leaveEverywhere();
      },
      erase: async () => {
        const { id } = get().conversation;
        if (id !== undefined)
          await client.erase(id).catch((error: unknown) => {
            // Expired, or deleted in another tab: what the shopper wants is the case.
            if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
          });
        leaveEverywhere();
        keep.forget();
      },
      restore: takeUp.restore,
      follow: ({ conversationId, runId, body }) => {
        const question = readBody(body)?.message;
        if (!question) return;
        if (answering()) apply({ type: 'ended', by: 'shopper' });
        session.body = body;
        keep.write({ turn: { body, runId } });
        apply({ type: 'asked', ...question });
        session.begin({ kind: 'resume', cursor: { conversationId, runId, after: 0 } });
      },
      leave,
      forgetNote: (key, everywhere = true) => {
        const { id } = get().conversation;
        apply({ type: 'note-forgotten', key });
        if (id === undefined || !everywhere) return;
        tell({ type: 'note-forgotten', conversationId: id, key });
        client.forgetNote(id, key).catch(() => deps.onError('note_kept'));
      },
      identified: () => {
        if (answer()?.fault?.code === 'unauthorized') retry();
        if (get().conversation.earlier === 'failed') void takeUp.restore();
      },
      rest: () => {
        rested = driver.pause();
      },
      wake: () => {
        const { conversationId, turn } = keep.reload();
        const { id } = get().conversation;
        const place = rested;
        rested = undefined;
        const same = conversationId === id;
        if (place && same && turn?.body === session.body) return session.begin(place);
        if (conversationId !== undefined) void takeUp.refresh();
        else if (id !== undefined) leave();
      },
      dispose: driver.leave,
    };
  });
}
