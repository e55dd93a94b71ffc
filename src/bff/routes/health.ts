import type { Hono } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';
import { isOperator } from '../http/operator.ts';

/** One thing the BFF needs, and how to see whether it is there. */
export interface ReadinessCheck {
  readonly name: string;
  /** What there is to say of it when it is there. @throws where it is not; a message of our own is repeated to the caller. */
  readonly check: () => Promise<Readonly<Record<string, string>> | undefined>;
}

export interface HealthRoutes {
  readonly checks: readonly ReadinessCheck[];
  /** True once the process is being shut down. */
  readonly draining: () => boolean;
  readonly metrics: () => Promise<string>;
  readonly console_token?: string | undefined;
}

/** Only what is meant for outside. Other messages may hold addresses or worse. */
const saidBy = (error: unknown): string => (error instanceof Error && error.name === 'CatalogUnavailable' ? `: ${error.message}` : '');

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** Liveness, readiness with reasons, and Prometheus text for loopback or the console token. */
export function healthRoutes(app: Hono<HttpEnvironment>, { checks, draining, metrics, console_token }: HealthRoutes): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/readyz', async (c) => {
    const reasons = draining() ? ['shutting down'] : [];
    const results = await Promise.allSettled(checks.map((each) => each.check()));
    const parts: Record<string, Readonly<Record<string, string>>> = {};
    for (const [index, result] of results.entries()) {
      const name = checks[index]?.name ?? '';
      if (result.status === 'fulfilled' && result.value) parts[name] = result.value;
      if (result.status === 'rejected') reasons.push(`${name} does not answer${saidBy(result.reason)}`);
    }
    const isReady = reasons.length === 0;
    return c.json({ status: isReady ? 'ready' : 'not ready', reasons, ...parts }, isReady ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
    const local = forwarded === undefined && LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '');
    if (!local && !isOperator(c, console_token)) return c.notFound();
    return c.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
