import type { Hono } from 'hono';
import * as v from 'valibot';
import { checkItem } from '../catalog/check-item.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';

/** Bytes of one update; a whole catalogue is imported instead (`npm run import`). */
const LIMIT = 8 * 2 ** 20;

const bodySchema = v.strictObject({ items: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(1000)) });

/**
 * `PUT /v1/admin/items` `{items}`: adds items or replaces those of the same id and locale, visible to the next search.
 * Answers `{written, passed_over: [{index, field, reason}], revision}`; good items are written though others are not.
 */
export function adminItemsRoute(app: Hono<HttpEnvironment>, catalog: CatalogEngine): void {
  app.put('/v1/admin/items', async (c) => {
    if (!catalog.put) throw new HttpError('not_found', { detail: 'the items of this catalogue are changed where they are kept' });
    const { items } = await readBody(c, bodySchema, LIMIT);
    const checked = items.map(checkItem);
    const good = checked.flatMap((each) => ('item' in each ? [each.item] : []));
    const passed_over = checked.flatMap((each, index) => ('reason' in each ? [{ index, field: each.field, reason: each.reason }] : []));
    if (good.length > 0) await catalog.put(good);
    return c.json({ written: good.length, passed_over, revision: await catalog.revision() });
  });
}
