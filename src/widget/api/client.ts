import * as v from 'valibot';
import type { EventRequest, FeedbackRequest } from '../../protocol/chat.ts';
import type { CompareRequest } from '../../protocol/compare.ts';
import type { ConversationResponse } from '../../protocol/conversation.ts';
import { parseJson } from '../../protocol/shape.ts';
import { type ShopInfo, shopInfoSchema } from '../../protocol/shop.ts';
import type { Http } from './http.ts';

/** Where in a run a reader stands; `after: 0` asks for all of it. */
export interface Cursor {
  readonly conversationId: string;
  readonly runId: string;
  readonly after: number;
}

/** A question and a comparison are kept and sent alike; `ids` are what no question has. */
const routeOf = (body: string): string => (Object.hasOwn(JSON.parse(body) as object, 'ids') ? 'v1/compare' : 'v1/chat');

/** The BFF's routes as functions. All of them throw `ApiError` (see `http.ts`). */
export interface Client {
  /**
   * `POST /v1/chat`, or `POST /v1/compare` where the body names `ids`. It is sent as it stands, so that sending it again is the
   * same request.
   */
  ask(body: string, signal: AbortSignal): Promise<Response>;
  /** `GET …/stream`; status 204 when the run is no longer kept. */
  resume(cursor: Cursor, signal: AbortSignal): Promise<Response>;
  stop(conversationId: string): Promise<void>;
  load(conversationId: string, locale: string): Promise<ConversationResponse>;
  /** `DELETE /v1/conversations/:id`: everything the server keeps of it. */
  erase(conversationId: string): Promise<void>;
  forgetNote(conversationId: string, key: string): Promise<void>;
  /** `POST /v1/search`, unread: its schema is loaded with the card that asks (`queries/items.ts`). */
  search(body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown>;
  /** `GET /v1/items`, unread as well. */
  items(ids: readonly string[], locale: string, signal: AbortSignal): Promise<unknown>;
  /** `POST /v1/compare`, unread as well (`queries/comparison.ts`). */
  compare(request: CompareRequest, signal: AbortSignal): Promise<unknown>;
  /** Whether the BFF answers at all, be it what this page may not read. */
  reaches(): Promise<boolean>;
  shop(locale: string): Promise<ShopInfo>;
  feedback(feedback: FeedbackRequest): Promise<void>;
  /** `POST /v1/events`. It may be sent from a page that is being left. */
  event(event: EventRequest): Promise<void>;
}

const EVENT_STREAM = 'text/event-stream';

export function createClient(http: Http): Client {
  const conversation = (id: string, rest = ''): string => `v1/conversations/${encodeURIComponent(id)}${rest}`;
  const json = async (answer: Promise<Response>): Promise<unknown> => parseJson(await (await answer).text());
  const done = async (answer: Promise<Response>): Promise<void> => void (await answer);
  return {
    ask: async (body, signal) => http(routeOf(body), { method: 'POST', body, accept: EVENT_STREAM, signal }),
    resume: ({ conversationId, runId, after }, signal) =>
      http(conversation(conversationId, `/stream?${new URLSearchParams({ run: runId, ...(after > 0 ? { after: String(after) } : {}) })}`), {
        accept: EVENT_STREAM,
        signal,
      }),
    stop: (id) => done(http(conversation(id, '/stop'), { method: 'POST', body: '{}' })),
    // The server's own stored messages; each part is judged again when it is folded in.
    load: async (id, locale) => (await json(http(conversation(id, `?${new URLSearchParams({ locale })}`)))) as ConversationResponse,
    erase: (id) => done(http(conversation(id), { method: 'DELETE' })),
    forgetNote: (id, key) => done(http(conversation(id, `/notes/${encodeURIComponent(key)}`), { method: 'DELETE' })),
    search: (body, signal) => json(http('v1/search', { method: 'POST', body: JSON.stringify(body), signal })),
    items: (ids, locale, signal) => json(http(`v1/items?${new URLSearchParams({ ids: ids.join(','), locale })}`, { signal })),
    compare: (request, signal) => json(http('v1/compare', { method: 'POST', body: JSON.stringify(request), signal })),
    reaches: () =>
      http('healthz', { blind: true }).then(
        () => true,
        () => false,
      ),
    shop: async (locale) => v.parse(shopInfoSchema, await json(http(`v1/shop?${new URLSearchParams({ locale })}`))),
    feedback: (feedback) => done(http('v1/feedback', { method: 'POST', body: JSON.stringify(feedback) })),
    event: (event) => done(http('v1/events', { method: 'POST', body: JSON.stringify(event), keepalive: true })),
  };
}
