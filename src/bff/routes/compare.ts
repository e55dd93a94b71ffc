import type { Context, Hono } from 'hono';
import { type CompareRequest, type Comparison, compareRequestSchema } from '../../protocol/compare.ts';
import type { CompareAnswer } from '../../protocol/compare-answer.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { CompareRefused, compareChosen } from '../compare/choose.ts';
import { itemNames } from '../compare/names.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import { summary } from '../compare/summary.ts';
import { compareWords } from '../compare/words.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError, requestLocale } from '../http/errors.ts';
import type { ItemQuota } from '../http/limits/item-quota.ts';
import type { Conversation } from '../runs/conversations.ts';
import { currentNotes } from '../turn/notes/current-notes.ts';
import { comparedState, learnCompared } from '../turn/notes/noted.ts';
import { viewerOf } from './items.ts';
import { ownConversation } from './own-conversation.ts';
import { admitted, type StartedRun, sendStarted } from './started-run.ts';

export interface CompareRoutes extends StartedRun {
  readonly catalog: CatalogEngine;
  readonly policy: ComparePolicy;
  readonly defaultLocale: string;
  readonly items: ItemQuota;
}

/**
 * `POST /v1/compare`: items side by side from catalogue facts alone; no model is asked. A client that takes an event stream gets a
 * run instead: the table, then the verdict.
 */
export function compareRoutes(app: Hono<HttpEnvironment>, deps: CompareRoutes): void {
  const { catalog, conversations, policy, turns, defaultLocale } = deps;
  const compared = async ({ ids, days }: CompareRequest, locale: string): Promise<Comparison> => {
    try {
      return await compareChosen({
        ids,
        locale,
        policy,
        read: (wanted) => catalog.items(wanted, { locale }),
        ...(days === undefined ? {} : { days }),
      });
    } catch (error) {
      if (error instanceof CompareRefused)
        throw new HttpError('invalid_request', { sentence: error.sentence(locale), reason: error.reason });
      throw new HttpError('unavailable', { retry_after: 5, cause: error });
    }
  };

  /** Starts the run of a verdict: a message of the shopper's that the BFF words, so that the conversation reads on. */
  const verdictOn = (c: Context<HttpEnvironment>, request: CompareRequest, comparison: Comparison, opened: string[], locale: string) => {
    const { items, days } = comparison;
    const text = request.text ?? compareWords(locale).ask(itemNames(items), days);
    return turns.start({
      request: {
        ...(request.conversation_id === undefined ? {} : { conversation_id: request.conversation_id }),
        message: { id: request.message_id ?? crypto.randomUUID(), text },
        locale,
        page: { compare: items.map((item) => item.id) },
      },
      locale,
      compare: { comparison, opened },
      ...admitted(c, locale, deps),
    });
  };

  /** What was compared and opened becomes part of what the conversation knows. */
  const learn = async (conversation: Conversation, comparison: Comparison, opened: readonly string[]): Promise<Conversation['noted']> => {
    const ids = comparison.items.map((item) => item.id);
    const search_state = comparedState(comparison, conversation.search_state);
    const noted = learnCompared(ids, conversation.noted, opened);
    // Confirmed by the catalogue: a look-up by id like that of a page's own items (G1).
    await conversations.change(conversation.id, { ledger_add: ids, noted, ...(search_state ? { search_state } : {}) });
    return noted;
  };

  app.post('/v1/compare', async (c) => {
    const request = await readBody(c, compareRequestSchema);
    const locale = request.locale ?? requestLocale(c, defaultLocale);
    const { conversation_id } = request;
    const conversation = conversation_id === undefined ? null : ownConversation(c, await conversations.read(conversation_id));
    const comparison = await compared(request, locale);
    const ids = comparison.items.map((item) => item.id);
    await deps.items.give(viewerOf(c, deps.clientAddress, locale, request.conversation_id), ids);
    const opened = (request.opened ?? []).filter((key) => comparison.rows.some((row) => row.key === key));
    if (takesStream(c)) return sendStarted(c, await verdictOn(c, request, comparison, opened, locale), locale, deps);
    const noted = conversation && (await learn(conversation, comparison, opened));
    const answer: CompareAnswer = {
      ...comparison,
      verdict: { basis: 'rules', sentences: summary(comparison, { locale, policy, matter: opened, offer_kind: noted?.offer_kind }) },
      ...(noted ? { notes: await currentNotes(noted, { locale }, catalog) } : {}),
    };
    return c.json(answer);
  });
}

/** Whether a client asked for an event stream: named as such, and not refused. */
function takesStream(c: Context): boolean {
  const accepted = (c.req.header('accept') ?? '').toLowerCase().split(',');
  return accepted.some((each) => /^\s*text\/event-stream\s*(?:;(?!\s*q=0(?:\.0*)?\s*$).*)?$/.test(each));
}
