import type { Hono } from 'hono';
import * as v from 'valibot';
import type { CatalogEngine } from '../catalog/engine.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';
import { operatorsOnly } from '../http/operator.ts';
import type { UnmetSearches } from '../observe/unmet-searches.ts';
import { adminItemsRoute } from './admin-items.ts';

export interface AdminRoutes {
  readonly console_token?: string | undefined;
  /** Stops or lets go on; resolves when it holds. */
  readonly catalog: CatalogEngine;
  readonly pause: (paused: boolean) => Promise<void>;
  readonly unmet: UnmetSearches;
  /** Forgets a conversation everywhere. @throws ArchiveDown, StoreDown */
  readonly erase: (conversation_id: string) => Promise<void>;
  /** Takes a shopper's token back; resolves when it holds on all replicas. */
  readonly revoke: (jti: string) => Promise<void>;
}

const pauseSchema = v.strictObject({ paused: v.boolean() });
const revokeSchema = v.strictObject({ jti: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) });

/** Operator routes. Without a configured token they do not exist. */
export function adminRoutes(app: Hono<HttpEnvironment>, { console_token, pause, catalog, unmet, erase, revoke }: AdminRoutes): void {
  app.use('/v1/admin/*', operatorsOnly(console_token));

  app.post('/v1/admin/pause', async (c) => {
    const { paused } = await readBody(c, pauseSchema);
    await pause(paused);
    return c.json({ paused });
  });

  app.post('/v1/admin/revoke', async (c) => {
    const { jti } = await readBody(c, revokeSchema);
    await revoke(jti);
    return c.body(null, 204);
  });

  adminItemsRoute(app, catalog);

  app.get('/v1/admin/unmet', (c) => c.json({ searches: unmet.list() }));

  app.delete('/v1/admin/conversations/:id', async (c) => {
    await erase(c.req.param('id'));
    return c.body(null, 204);
  });

  app.all('/v1/admin/*', () => {
    throw new HttpError('not_found');
  });
}
