import type { Context, Hono } from 'hono';
import { type CompareRequest, type Comparison, compareRequestSchema } from '../../protocol/compare.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { CompareRefused, compareChosen } from '../compare/choose.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError, requestLocale } from '../http/errors.ts';
import type { Conversation, ConversationStore } from '../runs/conversations.ts';
import { learnCompared } from '../turn/notes/noted.ts';

export interface CompareRoutes {
  readonly catalog: CatalogEngine;
  readonly conversations: ConversationStore;
  readonly policy: ComparePolicy;
  readonly defaultLocale: string;
}

/** `POST /v1/compare`: items side by side from catalogue facts alone; no model is asked. */
export function compareRoutes(app: Hono<HttpEnvironment>, { catalog, conversations, policy, defaultLocale }: CompareRoutes): void {
  /** The conversation a request names, if it is the shopper's own. Unknown and foreign ones look alike: 404. */
  const owned = async (c: Context<HttpEnvironment>, id: string | undefined): Promise<Conversation | null> => {
    if (id === undefined) return null;
    const conversation = await conversations.read(id);
    if (!conversation || conversation.site !== c.get('site') || (conversation.sub !== undefined && conversation.sub !== c.get('sub')))
      throw new HttpError('not_found');
    return conversation;
  };

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

  app.post('/v1/compare', async (c) => {
    const request = await readBody(c, compareRequestSchema);
    const locale = request.locale ?? requestLocale(c, defaultLocale);
    const conversation = await owned(c, request.conversation_id);
    const comparison = await compared(request, locale);
    if (conversation) {
      const ids = comparison.items.map((item) => item.id);
      // Confirmed by the catalogue: a look-up by id like that of a page's own items (G1).
      await conversations.change(conversation.id, { ledger_add: ids, noted: learnCompared(ids, conversation.noted) });
    }
    return c.json(comparison);
  });
}
