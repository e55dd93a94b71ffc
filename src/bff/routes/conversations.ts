import type { Context, Hono } from 'hono';
import type { ConversationResponse, StoredMessage } from '../../protocol/conversation.ts';
import { encodeFrame } from '../../protocol/sse.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { requestLocale } from '../http/errors.ts';
import { sendFrames, sendRun } from '../http/event-stream.ts';
import type { Conversation, ConversationStore } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import { unlessDown } from '../turn/catalogue-down.ts';
import { currentNotes } from '../turn/notes/current-notes.ts';
import { forget } from '../turn/notes/noted.ts';
import { itemsIn, refreshParts } from '../turn/refresh-parts.ts';
import type { Turns } from '../turn/turns.ts';
import { ownConversation } from './own-conversation.ts';
import { full } from './started-run.ts';

export interface ConversationRoutes {
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly catalog: CatalogEngine;
  readonly policy: ComparePolicy;
  /** Ids that the shop shows to nobody. */
  readonly blocked: ReadonlySet<string>;
  /** Milliseconds a reader may take nothing. */
  readonly stalled_ms?: number | undefined;
  readonly defaultLocale: string;
  /** Forgets a conversation everywhere. @throws ArchiveDown, StoreDown */
  readonly erase: (conversation_id: string) => Promise<void>;
}

/** Milliseconds that whoever comes back to a conversation waits for the catalogue. */
const CATALOGUE_MS = 3000;

/** A place in a run: a whole number, or nothing. @returns null for anything else. */
function cursorOf(c: Context): number | null {
  const given = c.req.query('after') ?? c.req.header('last-event-id');
  if (given === undefined || given === '') return 0;
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** Routes of one conversation: its stream, its messages, stop and forget. */
export function conversationRoutes(
  app: Hono<HttpEnvironment>,
  { turns, runs, conversations, catalog, policy, blocked, stalled_ms, defaultLocale, erase }: ConversationRoutes,
): void {
  const owned = async (c: Context<HttpEnvironment, string>): Promise<Conversation> =>
    ownConversation(c, await conversations.read(c.req.param('id') ?? ''));

  app.get('/v1/conversations/:id/stream', async (c) => {
    const conversation = await owned(c);
    const run_id = c.req.query('run') ?? conversation.latest;
    const head = run_id === undefined ? null : await runs.head(run_id);
    const headers = { 'aisle-conversation': conversation.id };
    if (run_id === undefined || !head || head.conversation_id !== conversation.id) return c.body(null, 204, headers);
    const after = cursorOf(c);
    if (after === null || after > head.frames) return sendFrames(c, [encodeFrame({ type: 'data-resync', data: { v: 1 } })], headers);
    const detach = turns.attach(run_id);
    if (!detach) throw full(requestLocale(c, defaultLocale));
    return sendRun(c, (signal) => runs.follow(run_id, after, signal), { headers, onClose: detach, stalled_ms });
  });

  app.get('/v1/conversations/:id', async (c) => {
    const conversation = await owned(c);
    const locale = requestLocale(c, defaultLocale);
    const reading = { locale, signal: AbortSignal.timeout(CATALOGUE_MS) };
    const kept = conversation.turns.map((turn) => turn.parts);
    const ledger = new Set(conversation.ledger);
    const mayStay = (id: string): boolean => ledger.has(id) && !blocked.has(id);
    const [answers, notes] = await Promise.all([
      refreshParts(kept, { read: (ids) => unlessDown(catalog.items(ids, reading), null), mayStay, locale, policy, now: Date.now }),
      currentNotes(
        conversation.noted,
        reading,
        catalog,
        kept
          .flat()
          .flatMap(itemsIn)
          .filter(({ id }) => mayStay(id)),
      ),
    ]);
    const messages = conversation.turns.flatMap(({ run_id, at, message }, index): StoredMessage[] => {
      const metadata = { run_id, at };
      return [
        { id: message.id, role: 'user', parts: [{ type: 'text', text: message.text }], metadata },
        { id: `${run_id}.a`, role: 'assistant', parts: answers[index] ?? [], metadata },
      ];
    });
    const body: ConversationResponse = {
      id: conversation.id,
      messages,
      notes,
      ...(conversation.running ? { running: { run_id: conversation.running } } : {}),
    };
    return c.json(body);
  });

  app.post('/v1/conversations/:id/stop', async (c) => {
    const conversation = await owned(c);
    await turns.stop(conversation.running);
    return c.body(null, 204);
  });

  app.delete('/v1/conversations/:id', async (c) => {
    await erase((await owned(c)).id);
    return c.body(null, 204);
  });

  app.delete('/v1/conversations/:id/notes/:key', async (c) => {
    const conversation = await owned(c);
    await conversations.change(conversation.id, forget(c.req.param('key'), conversation));
    return c.body(null, 204);
  });
}
