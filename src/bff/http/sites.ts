import { createMiddleware } from 'hono/factory';
import type { Site } from '../config.ts';
import type { HttpEnvironment } from './environment.ts';
import { HttpError } from './errors.ts';

const METHODS = 'GET, POST, PUT, DELETE';
const HEADERS = 'content-type, authorization, aisle-site, last-event-id, accept';
const EXPOSED = 'aisle-conversation, retry-after';

const isLoopback = (origin: string): boolean => {
  const url = URL.parse(origin);
  return url?.origin === origin && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname) && /^https?:$/.test(url.protocol);
};

/** Whether a site lists this origin, compared byte for byte; `loopback` stands for any port of this machine. */
function allows(site: Site, origin: string): boolean {
  return site.origins.some((each) => (each === 'loopback' ? isLoopback(origin) : each === origin));
}

export interface SitesOptions {
  readonly sites: Readonly<Record<string, Site>>;
  readonly default_site?: string;
}

/**
 * Names the site of a request and checks its origin. A preflight cannot carry the key, so it is answered for any origin
 * that some key lists; the request itself checks the pair. The origin is echoed only after it was found in the list.
 */
export function siteCheck({ sites, default_site }: SitesOptions) {
  const byKey = new Map(Object.entries(sites));
  return createMiddleware<HttpEnvironment>(async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      if (!origin || ![...byKey.values()].some((site) => allows(site, origin))) throw new HttpError('forbidden');
      return c.body(null, 204, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': HEADERS,
        'access-control-max-age': '600',
        vary: 'Origin',
      });
    }
    const key = c.req.header('aisle-site') ?? default_site;
    const site = key === undefined ? undefined : byKey.get(key);
    if (key === undefined || !site) throw new HttpError('unauthorized');
    if (origin !== undefined && !allows(site, origin)) throw new HttpError('forbidden');
    const headers: Record<string, string> = {
      vary: 'Origin',
      ...(origin === undefined ? {} : { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED }),
    };
    c.set('site', key);
    c.set('headers', headers);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return next();
  });
}
