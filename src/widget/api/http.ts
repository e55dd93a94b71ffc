import { ApiError, errorOf } from './errors.ts';

/** What every request needs; the host's values are read at mount, the token at each request. */
export interface HttpOptions {
  /** Address of the BFF, with or without a path. */
  readonly api: string;
  /** Site key, sent as `aisle-site`. */
  readonly site: string;
  /** The shopper's token, when the shop has identified them. */
  readonly token: () => string | undefined;
  readonly fetch: typeof fetch;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** JSON text, sent as it is: a resend must be byte-equal. */
  readonly body?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** Sent to its end though the page goes away. */
  readonly keepalive?: boolean;
  /** Tells only that the BFF answers, to a page too that may not read what it says (Fetch, "no-cors"). */
  readonly blind?: boolean;
}

export type Http = (path: string, request?: HttpRequest) => Promise<Response>;

/**
 * The one place that talks to the network. Cookies are never sent: the shop's session is not ours.
 * @throws {ApiError} when the BFF refuses, or `offline` when it does not answer.
 * @throws {DOMException} `AbortError` when `signal` fired.
 */
export function createHttp(options: HttpOptions): Http {
  const base = options.api.endsWith('/') ? options.api : `${options.api}/`;
  return async (path, { method = 'GET', body, accept = 'application/json', signal, keepalive, blind = false } = {}) => {
    if (blind) return options.fetch(new URL(path, base), { mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    const token = options.token();
    let response: Response;
    try {
      response = await options.fetch(new URL(path, base), {
        method,
        credentials: 'omit',
        headers: {
          accept,
          'aisle-site': options.site,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        ...(keepalive ? { keepalive } : {}),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ApiError('offline', 0, { cause });
    }
    if (!response.ok) throw await errorOf(response);
    return response;
  };
}
