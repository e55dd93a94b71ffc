import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';

/** Its own files and nothing else: a run's texts are data, and no text becomes script, style, frame or address. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * The operators' page. It holds no data: whoever opens it must still show the token to `/v1/runs…`. Without a configured
 * token it does not exist.
 * @param root folder of the build, relative to the working directory.
 */
export function consoleRoutes(
  app: Hono<HttpEnvironment>,
  { root, console_token }: { readonly root: string; readonly console_token?: string | undefined },
): void {
  if (console_token === undefined) {
    const none = (): never => {
      throw new HttpError('not_found');
    };
    app.all('/console', none);
    app.all('/console/*', none);
    return;
  }
  app.use('/console/*', compress());
  app.get(
    '/console/assets/*',
    serveStatic({
      root,
      onFound: (_, c) => {
        c.header('x-content-type-options', 'nosniff');
        c.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.get('/console/assets/*', () => {
    throw new HttpError('not_found');
  });
  app.get('/console/licenses.txt', serveStatic({ root }));

  // Every view has an address of its own, and all of them are this one page.
  const page = async (): Promise<Response> => {
    const html = await readFile(join(root, 'console/index.html')).catch((cause: unknown) => {
      throw new HttpError('unavailable', { cause });
    });
    return new Response(html, { headers: pageHeaders });
  };
  app.get('/console', page);
  app.get('/console/*', page);
}
