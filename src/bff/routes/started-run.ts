import type { Context } from 'hono';
import { encodeFrame } from '../../protocol/sse.ts';
import { type ClientAddress, visitorOf } from '../http/client-address.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';
import { sendFrames, sendRun } from '../http/event-stream.ts';
import type { Admission } from '../http/limits/admission.ts';
import { textsFor } from '../language/texts.ts';
import type { ConversationStore } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import type { Asked, Started } from '../turn/asked.ts';
import type { Turns } from '../turn/turns.ts';
import { storedRun } from './stored-run.ts';

export interface StartedRun {
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly admission: Admission;
  readonly clientAddress: ClientAddress;
  readonly stalled_ms?: number | undefined;
}

/** Who asks, and what they are asked before anything is spent on them. */
export function admitted(
  c: Context<HttpEnvironment>,
  locale: string,
  { admission, clientAddress }: StartedRun,
): Pick<Asked, 'site' | 'sub' | 'admit'> {
  const [site, sub] = [c.get('site'), c.get('sub')];
  const { address, isLocal } = visitorOf(c, clientAddress);
  return {
    site,
    ...(sub === undefined ? {} : { sub }),
    admit: (conversation_id) => admission.admit({ site, conversation_id, address, is_local: isLocal, locale }),
  };
}

/** Seconds after which some of the turns that fill this process will have ended. */
const FULL_RETRY_S = 3;

/** This process has as many turns or readers as it can serve; what it has goes on. */
export function full(locale: string): HttpError {
  return new HttpError('unavailable', { retry_after: FULL_RETRY_S, sentence: textsFor(locale).refusals.full, reason: 'full' });
}

const refusals: Readonly<Record<Exclude<Started['outcome'], 'streaming' | 'full'>, 'id_reused' | 'turn_running' | 'not_found'>> = {
  reused: 'id_reused',
  running: 'turn_running',
  'not-found': 'not_found',
};

/**
 * Streams what a message became, from its first frame; where the frames expired, from what the conversation kept.
 * @throws HttpError id_reused, turn_running, not_found, unavailable.
 */
export async function sendStarted(
  c: Context<HttpEnvironment>,
  started: Started,
  locale: string,
  { turns, runs, conversations, stalled_ms }: StartedRun,
): Promise<Response> {
  if (started.outcome === 'full') throw full(locale);
  if (started.outcome !== 'streaming') throw new HttpError(refusals[started.outcome]);
  const { conversation_id, run_id } = started;
  const headers = { 'aisle-conversation': conversation_id };
  if (!(await runs.head(run_id))) {
    const frames = storedRun(await conversations.read(conversation_id), run_id);
    if (!frames) throw new HttpError('not_found');
    return sendFrames(
      c,
      frames.map((frame, index) => encodeFrame(frame, index + 1)),
      headers,
    );
  }
  const detach = turns.attach(run_id);
  if (!detach) throw full(locale);
  return sendRun(c, (signal) => runs.follow(run_id, 0, signal), { headers, onClose: detach, stalled_ms });
}
