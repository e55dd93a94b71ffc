import type { Context, Hono } from 'hono';
import { eventRequestSchema, feedbackRequestSchema } from '../../protocol/chat.ts';
import { displayText } from '../../protocol/display-text.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { ConversationStore } from '../runs/conversations.ts';
import type { Remark } from '../runs/remarks.ts';
import { ownConversation } from './own-conversation.ts';

/** What a shopper thought of an answer, and what became of a card. */
export interface FeedbackRoutes {
  readonly conversations: ConversationStore;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Told of what was kept: the archive has the run too. */
  readonly onRemark?: ((conversation_id: string, remark: Remark) => void) | undefined;
  /** Counters: closed sets only, never a text. */
  readonly onFeedback: (feedback: { readonly run_id: string; readonly verdict: 'up' | 'down' }) => void;
  readonly onEvent: (event: { readonly kind: string }) => void;
}

/**
 * `POST /v1/feedback` and, sent only with the shopper's consent, `POST /v1/events`. Both are kept with the conversation of
 * the run they name, for whoever reads the run later, and are forgotten with it (T28). An event without a run is counted.
 */
export function feedbackRoutes(app: Hono<HttpEnvironment>, { conversations, now, onFeedback, onEvent, onRemark }: FeedbackRoutes): void {
  /** Keeps what is said of a run of the shopper's own. */
  const keep = async (c: Context<HttpEnvironment>, remark: Remark): Promise<void> => {
    const conversation = ownConversation(c, await conversations.ofRun(remark.run_id));
    await conversations.remark(conversation.id, remark);
    onRemark?.(conversation.id, remark);
  };
  const at = (): string => new Date(now()).toISOString();

  app.post('/v1/feedback', async (c) => {
    const { run_id, verdict, note } = await readBody(c, feedbackRequestSchema);
    const words = displayText(note ?? '').trim();
    await keep(c, { kind: 'feedback', run_id, at: at(), verdict, ...(words === '' ? {} : { note: words }) });
    onFeedback({ run_id, verdict });
    return c.body(null, 204);
  });

  app.post('/v1/events', async (c) => {
    const { run_id, kind, item_id } = await readBody(c, eventRequestSchema);
    if (run_id !== undefined) await keep(c, { kind, run_id, at: at(), item_id });
    onEvent({ kind });
    return c.body(null, 204);
  });
}
