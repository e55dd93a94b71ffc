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

/** A page that was turned away: whoever embedded it sees no more in a browser than a lost connection. */
export interface RefusedPage {
  /** Undefined where the page named none. */
  readonly site: string | undefined;
  readonly origin: string | undefined;
}

export interface SitesOptions {
  readonly sites: Readonly<Record<string, Site>>;
  readonly default_site?: string;
  /** Told once of each pair of site and origin. */
  readonly onRefused?: (page: RefusedPage) => void;
}

/** Pairs told of, at most: a stranger may make up any number. */
const TOLD = 100;

/**
 * Names the site of a request and checks its origin. A preflight cannot carry the key, so it is answered for any origin
 * that some key lists; the request itself checks the pair. The origin is echoed only after it was found in a list: a page of
 * the shop that has the wrong key may read that it does.
 */
export function siteCheck({ sites, default_site, onRefused }: SitesOptions) {
  const byKey = new Map(Object.entries(sites));
  const known = (origin: string): boolean => [...byKey.values()].some((site) => allows(site, origin));
  const told = new Set<string>();
  const tell = (page: RefusedPage): void => {
    const pair = JSON.stringify([page.site, page.origin]);
    if (told.has(pair) || told.size >= TOLD) return;
    told.add(pair);
    onRefused?.(page);
  };
  return createMiddleware<HttpEnvironment>(async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      if (!origin || !known(origin)) {
        tell({ site: undefined, origin });
        throw new HttpError('forbidden');
      }
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
    if (key === undefined || !site || (origin !== undefined && !allows(site, origin))) {
      tell({ site: key, origin });
      if (origin !== undefined && known(origin)) {
        c.header('access-control-allow-origin', origin);
        c.header('vary', 'Origin');
      }
      throw site ? new HttpError('forbidden') : new HttpError('unauthorized', { reason: 'unknown_site' });
    }
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
