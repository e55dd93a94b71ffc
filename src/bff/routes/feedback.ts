import type { Hono } from 'hono';
import { eventRequestSchema, feedbackRequestSchema } from '../../protocol/chat.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';

/** What a shopper thought of an answer, and what became of a card. */
export interface FeedbackRoutes {
  /** Whether a run is kept. */
  readonly known: (run_id: string) => Promise<boolean>;
  /** The note may hold personal words: whoever keeps it redacts it. */
  readonly onFeedback: (feedback: { readonly run_id: string; readonly verdict: 'up' | 'down'; readonly note?: string }) => void;
  readonly onEvent: (event: { readonly run_id?: string; readonly kind: string; readonly item_id: string }) => void;
}

/** `POST /v1/feedback` and, sent only with the shopper's consent, `POST /v1/events`. */
export function feedbackRoutes(app: Hono<HttpEnvironment>, { known, onFeedback, onEvent }: FeedbackRoutes): void {
  app.post('/v1/feedback', async (c) => {
    const { run_id, verdict, note } = await readBody(c, feedbackRequestSchema);
    if (!(await known(run_id))) throw new HttpError('not_found');
    onFeedback({ run_id, verdict, ...(note ? { note } : {}) });
    return c.body(null, 204);
  });

  app.post('/v1/events', async (c) => {
    const { run_id, kind, item_id } = await readBody(c, eventRequestSchema);
    if (run_id !== undefined && !(await known(run_id))) throw new HttpError('not_found');
    onEvent({ kind, item_id, ...(run_id === undefined ? {} : { run_id }) });
    return c.body(null, 204);
  });
}
