import type { ConversationResponse } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { SearchResponse } from '../../protocol/search.ts';
import type { ShopInfo } from '../../protocol/shop.ts';
import { encodedDone, encodeFrame, eventStreamHeaders } from '../../protocol/sse.ts';

/** A request as the fake saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** One event stream held open by a test. */
export class FakeStream {
  readonly #controller: Promise<ReadableStreamDefaultController<Uint8Array>>;
  readonly response: Response;
  #n: number;

  /** @param after number of the last frame the client has. */
  constructor(after = 0) {
    this.#n = after;
    let ready: (controller: ReadableStreamDefaultController<Uint8Array>) => void = () => undefined;
    this.#controller = new Promise((resolve) => {
      ready = resolve;
    });
    this.response = new Response(new ReadableStream({ start: (controller) => ready(controller) }), { headers: eventStreamHeaders });
  }

  /** Sends frames, numbered on. */
  async send(...frames: readonly Frame[]): Promise<void> {
    const controller = await this.#controller;
    for (const frame of frames) {
      this.#n += 1;
      controller.enqueue(new TextEncoder().encode(encodeFrame(frame, this.#n)));
    }
  }

  /** Sends text as it stands. */
  async raw(text: string): Promise<void> {
    (await this.#controller).enqueue(new TextEncoder().encode(text));
  }

  async done(): Promise<void> {
    await this.raw(encodedDone);
    (await this.#controller).close();
  }

  /** Breaks the connection without an end. */
  async cut(): Promise<void> {
    (await this.#controller).error(new TypeError('network error'));
  }
}

/** The answer to an error. */
export const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: { code, message: code } }, { status, headers });

/** A whole run as one answer. */
export function streamOf(frames: readonly Frame[], { from = 1, end = true }: { from?: number; end?: boolean } = {}): Response {
  const text = frames.map((frame, index) => encodeFrame(frame, index + from)).join('') + (end ? encodedDone : '');
  return new Response(text, { headers: eventStreamHeaders });
}

export interface FakeRoutes {
  chat?(seen: Seen): Response | Promise<Response>;
  /** `POST /v1/compare`, as JSON or as a stream. */
  compare?(seen: Seen): Response | Promise<Response>;
  stream?(seen: Seen): Response | Promise<Response>;
  conversation?(): ConversationResponse | Response;
  erase?(): Response;
  search?(seen: Seen): SearchResponse | Response;
  shop?: ShopInfo;
  /** What a page gets that only asks whether anybody is there. */
  reach?(): Response;
}

/** A BFF in the shape of `fetch`, and the list of what it was asked. */
export interface FakeBff {
  readonly fetch: typeof fetch;
  readonly seen: Seen[];
}

const asResponse = (value: object): Response => (value instanceof Response ? value : Response.json(value));

export function createFakeBff(routes: FakeRoutes): FakeBff {
  const seen: Seen[] = [];
  const route = async (request: Seen): Promise<Response> => {
    const { method, path } = request;
    if (path === '/healthz') return routes.reach?.() ?? new Response();
    if (path === '/v1/chat') return (await routes.chat?.(request)) ?? refusal(503, 'unavailable');
    if (path === '/v1/compare') return (await routes.compare?.(request)) ?? refusal(503, 'unavailable');
    if (path.startsWith('/v1/shop')) return routes.shop ? Response.json(routes.shop) : refusal(404, 'not_found');
    if (path === '/v1/search') return asResponse(routes.search?.(request) ?? { items: [], total: 0 });
    if (path.startsWith('/v1/items')) return Response.json({ items: [] });
    if (method === 'DELETE' && !path.includes('/notes/')) return routes.erase?.() ?? new Response(null, { status: 204 });
    if (path.endsWith('/stop') || method === 'DELETE') return new Response(null, { status: 204 });
    if (path.includes('/stream')) return (await routes.stream?.(request)) ?? new Response(null, { status: 204 });
    return asResponse(routes.conversation?.() ?? refusal(404, 'not_found'));
  };
  return {
    seen,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const request: Seen = {
        method: init?.method ?? 'GET',
        path: url.pathname + url.search,
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? init.body : '',
      };
      seen.push(request);
      init?.signal?.throwIfAborted();
      const gone = new Promise<never>((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true }),
      );
      return Promise.race([route(request), gone]);
    },
  };
}
