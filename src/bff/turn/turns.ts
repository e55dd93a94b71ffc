import type { ChatRequest } from '../../protocol/chat.ts';
import type { RunErrorCode } from '../../protocol/errors.ts';
import { textsFor } from '../language/texts.ts';
import type { Conversation, KeptTurn } from '../runs/conversations.ts';
import { type RunOutcome, RunTaken } from '../runs/log.ts';
import { RunWriter } from '../runs/writer.ts';
import { answerLocale } from './answer-locale.ts';
import { type AskedComparison, CompareTurn } from './compare-verdict/compare-turn.ts';
import type { TurnDependencies, TurnInput } from './dependencies.ts';
import { failureOf, TurnEnded } from './end.ts';
import { Turn } from './turn.ts';

/** How long a replica may be silent before another one takes its run. */
const LEASE_MS = 5000;

/** What is run, kept and ended alike: an answer in the chat or the verdict on a comparison. */
type Running = Pick<Turn, 'speaker' | 'history' | 'finishReason' | 'noted' | 'search_state' | 'run'>;

interface Active {
  readonly conversation_id: string;
  readonly end: AbortController;
  readonly done: Promise<void>;
  readers: number;
  grace: NodeJS.Timeout | undefined;
}

/** What a message became, before any of its frames. */
export type Started =
  | { readonly outcome: 'streaming'; readonly conversation_id: string; readonly run_id: string }
  | { readonly outcome: 'reused' | 'running' | 'not-found' };

export interface Asked {
  readonly request: ChatRequest;
  readonly site: string;
  readonly sub?: string;
  /** The page's locale, or the shop's default. */
  readonly locale: string;
  /** A comparison to give a verdict on, instead of a question to answer. */
  readonly compare?: AskedComparison;
  /** Asked once the message is known to be new and before anything is spent on it; throws to refuse. */
  readonly admit: (conversation_id: string) => Promise<void>;
}

/**
 * The turns this process runs: starts them, counts who listens, ends them. A turn lives in the run log; a reader that
 * comes or goes changes nothing but the grace timer (reliability, decision 1).
 */
export class Turns {
  readonly #deps: TurnDependencies & { readonly newId: () => string; readonly owner: string };
  readonly #active = new Map<string, Active>();

  constructor(deps: TurnDependencies & { readonly newId: () => string; readonly owner: string }) {
    this.#deps = deps;
  }

  /** Turns being answered now. */
  get size(): number {
    return this.#active.size;
  }

  /** Claims the message; where it is new, starts its turn. The stream is then read from the run log. */
  async start(asked: Asked): Promise<Started> {
    const { newId, conversations, runs, owner } = this.#deps;
    const run_id = newId();
    const new_conversation_id = newId();
    // Opened before the claim: whoever repeats the message a moment later finds its run, and a log that is down costs
    // the conversation nothing.
    await runs.open(run_id, asked.request.conversation_id ?? new_conversation_id, { id: owner, lease_ms: LEASE_MS });
    const claim = await conversations.claim({
      site: asked.site,
      ...(asked.sub === undefined ? {} : { sub: asked.sub }),
      request: asked.request,
      locale: localeOf(asked),
      new_conversation_id,
      run_id,
    });
    if (claim.outcome !== 'started') {
      await runs.delete(run_id);
      if (claim.outcome !== 'repeated') return { outcome: claim.outcome };
      return { outcome: 'streaming', conversation_id: claim.conversation_id, run_id: claim.run_id };
    }
    try {
      await asked.admit(claim.conversation.id);
    } catch (refusal) {
      await conversations.abandon(claim.conversation.id, run_id);
      await runs.delete(run_id);
      throw refusal;
    }
    this.#run(run_id, claim.conversation, asked);
    return { outcome: 'streaming', conversation_id: claim.conversation.id, run_id };
  }

  /** Somebody reads the run. @returns what to call when they leave. */
  attach(run_id: string): () => void {
    const active = this.#active.get(run_id);
    if (!active) return () => undefined;
    active.readers += 1;
    clearTimeout(active.grace);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      active.readers -= 1;
      if (active.readers === 0) this.#startGrace(active);
    };
  }

  /** Ends the turn of a conversation at once and resolves when its last entry is written. */
  async stop(conversation_id: string): Promise<void> {
    const active = [...this.#active.values()].find((each) => each.conversation_id === conversation_id);
    active?.end.abort(new TurnEnded('stopped'));
    await active?.done;
  }

  /** Ends every running turn at once, and resolves when their last entries are written: the kill switch. */
  async endAll(): Promise<void> {
    for (const each of this.#active.values()) each.end.abort(new TurnEnded('shutdown'));
    await Promise.all([...this.#active.values()].map((each) => each.done));
  }

  /** Waits for running turns to end by themselves; those still running after `limit_ms` are ended. */
  async drain(limit_ms: number): Promise<void> {
    const all = Promise.all([...this.#active.values()].map((each) => each.done));
    const timer = setTimeout(() => {
      for (const each of this.#active.values()) each.end.abort(new TurnEnded('shutdown'));
    }, limit_ms);
    await all;
    clearTimeout(timer);
  }

  #startGrace(active: Active): void {
    const { disconnect_grace_ms } = this.#deps.limits;
    const end = (): void => active.end.abort(new TurnEnded('disconnected'));
    clearTimeout(active.grace);
    if (disconnect_grace_ms === 0) end();
    else active.grace = setTimeout(end, disconnect_grace_ms);
  }

  #run(run_id: string, conversation: Conversation, asked: Asked): void {
    const end = new AbortController();
    const done = this.#answer(run_id, conversation, asked, end)
      .catch((error: unknown) => this.#deps.onFailure(error, run_id))
      .finally(() => {
        clearTimeout(this.#active.get(run_id)?.grace);
        this.#active.delete(run_id);
      });
    this.#active.set(run_id, { conversation_id: conversation.id, end, done, readers: 0, grace: undefined });
  }

  async #answer(run_id: string, conversation: Conversation, asked: Asked, end: AbortController): Promise<void> {
    const deps = this.#deps;
    const { message, page } = asked.request;
    const locale = localeOf(asked);
    const writer = new RunWriter(deps.runs, run_id, deps.owner, deps.now);
    const timer = setTimeout(() => end.abort(new TurnEnded('timeout')), deps.limits.turn_timeout_ms);
    const lease = setInterval(() => void deps.runs.renew(run_id, { id: deps.owner, lease_ms: LEASE_MS }), LEASE_MS / 3);
    const at = new Date(deps.now()).toISOString();
    writer.entry({ kind: 'run-started', message, locale, ...(page ? { page } : {}) });
    writer.frame({ type: 'start', messageId: `${run_id}.a`, messageMetadata: { conversation_id: conversation.id, run_id } });
    const input: TurnInput = {
      conversation,
      message,
      locale,
      facts: {
        locale,
        ...(page ? { page } : {}),
        ...(conversation.search_state ? { search_state: conversation.search_state } : {}),
        ...(Object.keys(conversation.noted).length > 0 ? { noted: conversation.noted } : {}),
      },
      ...(asked.sub === undefined ? {} : { sub: asked.sub }),
      writer,
      signal: end.signal,
    };
    const turn = asked.compare ? new CompareTurn(deps, input, asked.compare) : new Turn(deps, input);
    let outcome: RunOutcome = 'finished';
    let lastFrames = (): void => writer.frame({ type: 'finish', finishReason: turn.finishReason });
    try {
      await turn.run();
    } catch (error) {
      if (error instanceof RunTaken) throw error;
      ({ outcome, lastFrames } = this.#ending(error, turn, writer, locale, run_id));
    } finally {
      clearTimeout(timer);
      clearInterval(lease);
    }
    // Kept before the last frame: whoever sees the end of the stream finds the turn in the conversation. A store that is
    // down costs the turn its memory, never its end.
    await this.#keep(conversation.id, turn, { run_id, message, at }).catch((error: unknown) => deps.onFailure(error, run_id));
    lastFrames();
    writer.entry({ kind: 'run-finished', outcome });
    await writer.flush();
  }

  async #keep(conversation_id: string, turn: Running, head: Pick<KeptTurn, 'run_id' | 'message' | 'at'>): Promise<void> {
    // What the model was told between steps was for this turn only.
    const history = turn.history.flatMap((each) => (each.role === 'system' ? [] : [each.role === 'tool' ? withoutData(each) : each]));
    const { search_state, noted } = turn;
    const kept: KeptTurn = { ...head, parts: turn.speaker.parts, history };
    await this.#deps.conversations.finish(conversation_id, head.run_id, kept, { noted, ...(search_state ? { search_state } : {}) });
  }

  #ending(
    error: unknown,
    turn: Running,
    writer: RunWriter,
    locale: string,
    run_id: string,
  ): { outcome: RunOutcome; lastFrames: () => void } {
    if (error instanceof TurnEnded && error.cause_of_end !== 'timeout') {
      const outcome = error.cause_of_end === 'disconnected' ? 'disconnected' : 'stopped';
      return { outcome, lastFrames: () => writer.frame({ type: 'abort', reason: error.cause_of_end }) };
    }
    this.#deps.onFailure(error, run_id);
    const { spoke } = turn.speaker;
    const failure: { code: RunErrorCode; retryable: boolean } =
      error instanceof TurnEnded ? { code: 'timeout', retryable: true } : failureOf(error, spoke);
    return {
      outcome: spoke ? 'interrupted' : 'error',
      lastFrames: () => {
        writer.frame({ type: 'error', errorText: textsFor(locale).runErrors[failure.code], ...failure });
        writer.frame({ type: 'finish', finishReason: spoke ? 'interrupted' : 'error' });
      },
    };
  }
}

/** The language of an answer. The text of a comparison is the BFF's own: titles in it say nothing about the shopper's language. */
function localeOf({ compare, request, locale }: Asked): string {
  return compare ? locale : answerLocale(request.message.text, locale);
}

/** A tool message without the planner's copy of the result: history is kept as text. */
function withoutData<T extends { readonly data?: unknown }>({ data: _, ...rest }: T): Omit<T, 'data'> {
  return rest;
}
