import { ApiError } from '../api/errors.ts';
import { uuid } from '../api/uuid.ts';
import { lastAnswer } from './model.ts';
import { readBody, type Session } from './session.ts';

export interface TakeUp {
  /** Loads the kept conversation and follows its running answer. A question that came first stays at its end. */
  restore(): Promise<void>;
  /** Puts the server's copy in the place of what is shown, which is old. */
  refresh(): Promise<void>;
  /** The stream cannot tell the rest: reads the conversation instead; where that fails, keeps what is shown. */
  reload(follow: boolean): Promise<void>;
  /** An expired conversation: what is shown stays, and the question opens a new one. @returns false where that is not the case */
  reopen(): boolean;
}

/** How a conversation is taken up again: after a page load, after a lost stream, after it expired. */
export function createTakeUp(session: Session): TakeUp {
  const { client, keep, locale } = session.deps;

  /** The server has no such conversation: a question that was under way opens a new one. */
  function expired(): void {
    keep.write({ conversationId: undefined });
    const pending = readBody(session.body)?.message;
    if (!pending || session.body === undefined) {
      keep.write({ turn: undefined });
      if (session.conversation().messages.length > 0) session.apply({ type: 'cleared' });
      return;
    }
    session.apply({ type: 'cleared' });
    session.apply({ type: 'asked', ...pending });
    session.begin({ kind: 'ask', body: session.body });
  }

  async function load(replace: boolean): Promise<void> {
    const { conversationId: id, turn } = keep.read();
    if (!replace && session.conversation().messages.length > 0) return loadEarlier(id);
    const pending = readBody(turn?.body)?.message;
    session.body = pending && turn?.body;
    if (id === undefined) {
      if (!pending || session.body === undefined) return;
      session.apply({ type: 'asked', ...pending });
      return session.begin({ kind: 'ask', body: session.body });
    }
    session.apply({ type: 'loading', id });
    const shown = session.conversation().messages;
    /** Asked, or begun anew, while the copy was on its way. */
    const moved = (): boolean => session.conversation().messages !== shown || session.conversation().id !== id;
    try {
      const response = await client.load(id, locale);
      // The shopper has gone on meanwhile.
      if (moved()) return session.apply({ type: 'earlier', response });
      session.apply({ type: 'loaded', response, ...(pending ? { pending } : {}) });
      const runId = response.running?.run_id;
      if (runId !== undefined) session.begin({ kind: 'resume', cursor: { conversationId: id, runId, after: 0 } });
      else if (session.body !== undefined && session.answering()) session.begin({ kind: 'ask', body: session.body });
      else keep.write({ turn: undefined });
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'not_found' && !moved()) return expired();
      session.apply({ type: 'not-loaded', id });
      if (pending && !moved()) {
        session.apply({ type: 'asked', ...pending });
        session.fail(code, error instanceof ApiError ? error.retryAfter : undefined);
      } else if (code === 'unauthorized') session.deps.onIdentityNeeded();
      session.report(code);
    }
  }

  /** What was said before a question that did not wait for it. */
  async function loadEarlier(id: string | undefined): Promise<void> {
    if (id === undefined || session.conversation().earlier === 'loading') return;
    session.apply({ type: 'loading', id });
    await client.load(id, locale).then(
      (response) => session.apply({ type: 'earlier', response }),
      (error) => {
        session.apply({ type: 'not-loaded', id });
        session.report(error instanceof ApiError ? error.code : 'internal');
      },
    );
  }

  async function reload(follow: boolean): Promise<void> {
    const { id } = session.conversation();
    const shown = lastAnswer(session.conversation());
    const moved = (): boolean => lastAnswer(session.conversation()) !== shown;
    try {
      if (id === undefined) return session.fail('interrupted');
      const response = await client.load(id, locale);
      if (moved()) return;
      const runId = response.running?.run_id;
      const pending = readBody(session.body)?.message;
      const kept = response.messages.some((message) => message.id === pending?.id);
      // Neither running nor kept: the server lost the turn. Running, but not to be read: the same for us.
      if (runId === undefined ? !kept : !follow) return session.fail('interrupted');
      session.apply({ type: 'loaded', response, ...(pending ? { pending } : {}) });
      if (runId === undefined) keep.write({ turn: undefined });
      else session.begin({ kind: 'resume', cursor: { conversationId: id, runId, after: 0 } });
    } catch {
      if (!moved()) session.fail('interrupted');
    }
  }

  function reopen(): boolean {
    const request = readBody(session.body);
    if (request?.conversation_id === undefined || lastAnswer(session.conversation())?.state !== 'waiting') return false;
    const { conversation_id: _, message, ...rest } = request;
    const id = uuid();
    session.apply({ type: 'detached' });
    keep.write({ conversationId: undefined });
    session.send(rest.ids ? { ...rest, ids: rest.ids, message_id: id } : { ...rest, message: { ...message, id } });
    return true;
  }

  return { restore: () => load(false), refresh: () => load(true), reload, reopen };
}
