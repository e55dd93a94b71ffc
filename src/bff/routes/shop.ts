import type { Hono } from 'hono';
import type { ShopInfo } from '../../protocol/shop.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { requestLocale } from '../http/errors.ts';

/** `GET /v1/shop`: name, greeting and starter questions for the panel before the first message. */
export function shopRoutes(
  app: Hono<HttpEnvironment>,
  { info, defaultLocale }: { readonly info: (locale: string) => ShopInfo; readonly defaultLocale: string },
): void {
  app.get('/v1/shop', (c) => {
    c.header('cache-control', 'public, max-age=300');
    return c.json(info(requestLocale(c, defaultLocale)));
  });
}
