import type { Context, Hono } from 'hono';
import { idFault } from '../../protocol/item.ts';
import type { ItemsResponse, SearchResponse } from '../../protocol/search.ts';
import { searchRequestSchema } from '../../protocol/search.ts';
import { type CatalogEngine, SearchRefused } from '../catalog/engine.ts';
import { readBody } from '../http/body.ts';
import { type ClientAddress, visitorOf } from '../http/client-address.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError, requestLocale } from '../http/errors.ts';
import type { ItemQuota, Viewer } from '../http/limits/item-quota.ts';
import type { ConversationStore } from '../runs/conversations.ts';
import { ownConversation } from './own-conversation.ts';

/** Ids one request may ask for. */
const MOST_IDS = 50;
const DEFAULT_LIMIT = 12;

export interface ItemRoutes {
  readonly catalog: CatalogEngine;
  readonly conversations: ConversationStore;
  readonly defaultLocale: string;
  readonly items: ItemQuota;
  readonly clientAddress: ClientAddress;
}

/** Who is shown items by a request: its session, and its address unless that is this machine itself. */
export function viewerOf(c: Context<HttpEnvironment>, clientAddress: ClientAddress, locale: string, conversation_id?: string): Viewer {
  const { address, isLocal } = visitorOf(c, clientAddress);
  return { site: c.get('site'), conversation_id, address: isLocal ? undefined : address, locale };
}

/** `GET /v1/items` and `POST /v1/search`: the catalogue without a model. */
export function itemRoutes(
  app: Hono<HttpEnvironment>,
  { catalog, conversations, defaultLocale, items: quota, clientAddress }: ItemRoutes,
): void {
  app.get('/v1/items', async (c) => {
    const ids = [
      ...new Set(
        (c.req.query('ids') ?? '')
          .split(',')
          .map((id) => id.trim())
          .filter(Boolean),
      ),
    ];
    if (ids.length === 0 || ids.length > MOST_IDS || ids.some((id) => idFault(id) !== null))
      throw new HttpError('invalid_request', { detail: `ids: one to ${MOST_IDS} item ids, separated by commas` });
    const locale = requestLocale(c, defaultLocale);
    const items = await catalog.items(ids, { locale });
    await quota.give(
      viewerOf(c, clientAddress, locale),
      items.map((item) => item.id),
    );
    return c.json({ items } satisfies ItemsResponse);
  });

  app.post('/v1/search', async (c) => {
    const { locale = requestLocale(c, defaultLocale), conversation_id, ...search } = await readBody(c, searchRequestSchema);
    if (conversation_id !== undefined) ownConversation(c, await conversations.read(conversation_id));
    try {
      const { items, total, cursor } = await catalog.search({ ...search, limit: search.limit ?? DEFAULT_LIMIT }, { locale });
      const ids = items.map((item) => item.id);
      await quota.give(viewerOf(c, clientAddress, locale, conversation_id), ids);
      if (conversation_id !== undefined) await conversations.change(conversation_id, { ledger_add: ids });
      return c.json({ items: [...items], total, ...(cursor ? { cursor } : {}) } satisfies SearchResponse);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      if (error instanceof SearchRefused) throw new HttpError('invalid_request', { detail: error.message });
      throw new HttpError('unavailable', { retry_after: 5, cause: error });
    }
  });
}
