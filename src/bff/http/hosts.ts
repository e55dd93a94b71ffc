import { createMiddleware } from 'hono/factory';
import { HttpError } from './errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses requests for another host name than ours, so that a page elsewhere cannot reach this server by pointing its
 * own name here (T13, DNS rebinding). Listening on loopback with no `PUBLIC_HOSTS`, only loopback names are ours.
 */
export function hostCheck({
  listenHost,
  publicHosts,
}: {
  readonly listenHost: string;
  readonly publicHosts?: readonly string[] | undefined;
}) {
  const onLoopback = LOOPBACK.has(listenHost) || listenHost === '::1';
  const ours = publicHosts ? new Set([...publicHosts, ...LOOPBACK]) : onLoopback ? LOOPBACK : null;
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (ours && !ours.has(host) && !ours.has(host.replace(/:\d+$/, ''))) throw new HttpError('wrong_host');
    return next();
  });
}
