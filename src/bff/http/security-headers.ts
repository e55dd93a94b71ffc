import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from './environment.ts';

/** On every answer. Browsers heed HSTS over `https:` alone, so it costs a shop on loopback nothing. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
};

/** What is data and no page may load, run or be framed as nothing, should a browser ever be shown it. */
const data: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-frame-options': 'DENY',
};

/** A page of ours that brings no policy of its own: nobody else frames it. */
const page: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'self'; base-uri 'self'; object-src 'none'",
  'x-frame-options': 'SAMEORIGIN',
};

/** Answers of the API may hold a conversation: no cache keeps one, unless the route says otherwise. */
const unkept: Readonly<Record<string, string>> = { 'cache-control': 'no-store' };

/** Headers of an event stream, which is written past the framework. */
export const streamSecurityHeaders: Readonly<Record<string, string>> = { ...always, ...data };

const DATA = /^(?:application\/json|text\/plain|text\/event-stream)\b/;

/** Gives every answer its security headers; what a route has set stays. */
export function securityHeaders() {
  return createMiddleware<HttpEnvironment>(async (c, next) => {
    await next();
    // Written past the framework, with the same headers.
    if (c.res.headers.has('x-hono-already-sent')) return;
    const type = c.res.headers.get('content-type') ?? '';
    const wanted = {
      ...always,
      ...(type.startsWith('text/html') ? page : DATA.test(type) || type === '' ? data : {}),
      ...(c.req.path.startsWith('/v1/') ? unkept : {}),
    };
    for (const [name, value] of Object.entries(wanted)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
}
