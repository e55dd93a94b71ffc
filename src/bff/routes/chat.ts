import type { Hono } from 'hono';
import { chatRequestSchema } from '../../protocol/chat.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { requestLocale } from '../http/errors.ts';
import { admitted, type StartedRun, sendStarted } from './started-run.ts';

export interface ChatRoutes extends StartedRun {
  readonly defaultLocale: string;
}

/** `POST /v1/chat`: claims the message and streams its run, from the first frame. */
export function chatRoutes(app: Hono<HttpEnvironment>, deps: ChatRoutes): void {
  app.post('/v1/chat', async (c) => {
    const request = await readBody(c, chatRequestSchema);
    const locale = request.locale ?? requestLocale(c, deps.defaultLocale);
    const started = await deps.turns.start({ request, locale, ...admitted(c, locale, deps) });
    return sendStarted(c, started, locale, deps);
  });
}
