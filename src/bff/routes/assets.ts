import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from '../http/environment.ts';

const anyPage = (c: Context): void => {
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
  c.header('x-content-type-options', 'nosniff');
};

/**
 * The loader, the types of its page API, and the widget's chunks. The loader is asked for again after minutes, so that a release reaches every shop;
 * a chunk's address holds its hash and never changes. Both are fetched from the shop's pages, hence CORS.
 * @param root folder of the build, relative to the working directory.
 */
export function assetRoutes(app: Hono<HttpEnvironment>, root: string): void {
  app.use('/aisle.js', compress());
  app.use('/w/*', compress());
  app.get(
    '/aisle.js',
    serveStatic({
      root,
      onFound: (_, c) => {
        anyPage(c);
        c.header('cache-control', 'public, max-age=300, stale-while-revalidate=86400');
      },
    }),
  );
  app.get(
    '/aisle.d.ts',
    serveStatic({
      root,
      onFound: (_, c) => {
        anyPage(c);
        c.header('content-type', 'text/plain; charset=utf-8'); // by its ending it would be a film
      },
    }),
  );
  app.get(
    '/w/*',
    serveStatic({
      root,
      onFound: (_, c) => {
        anyPage(c);
        c.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
}
