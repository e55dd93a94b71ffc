import type { Hono } from 'hono';
import { chatRequestSchema } from '../../protocol/chat.ts';
import { encodeFrame } from '../../protocol/sse.ts';
import { readBody } from '../http/body.ts';
import type { ClientAddress } from '../http/client-address.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError, requestLocale } from '../http/errors.ts';
import { sendFrames, sendRun } from '../http/event-stream.ts';
import type { Admission } from '../http/limits/admission.ts';
import type { Conversation } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import type { Started, Turns } from '../turn/turns.ts';
import { storedRun } from './stored-run.ts';

export interface ChatRoutes {
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly readConversation: (id: string) => Promise<Conversation | null>;
  readonly admission: Admission;
  readonly clientAddress: ClientAddress;
  readonly defaultLocale: string;
}

const refusals: Readonly<Record<Exclude<Started['outcome'], 'streaming'>, 'id_reused' | 'turn_running' | 'not_found'>> = {
  reused: 'id_reused',
  running: 'turn_running',
  'not-found': 'not_found',
};

/** `POST /v1/chat`: claims the message and streams its run, from the first frame. */
export function chatRoutes(
  app: Hono<HttpEnvironment>,
  { turns, runs, readConversation, admission, clientAddress, defaultLocale }: ChatRoutes,
): void {
  app.post('/v1/chat', async (c) => {
    const request = await readBody(c, chatRequestSchema);
    const sub = c.get('sub');
    const site = c.get('site');
    const locale = request.locale ?? requestLocale(c, defaultLocale);
    const address = clientAddress(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'));
    const started = await turns.start({
      request,
      site,
      ...(sub === undefined ? {} : { sub }),
      locale,
      admit: (conversation_id) => admission.admit({ site, conversation_id, address, locale }),
    });
    if (started.outcome !== 'streaming') throw new HttpError(refusals[started.outcome]);
    const { conversation_id, run_id } = started;
    const headers = { 'aisle-conversation': conversation_id };
    if (!(await runs.head(run_id))) {
      const frames = storedRun(await readConversation(conversation_id), run_id);
      if (!frames) throw new HttpError('not_found');
      return sendFrames(
        c,
        frames.map((frame, index) => encodeFrame(frame, index + 1)),
        headers,
      );
    }
    const detach = turns.attach(run_id);
    return sendRun(c, (signal) => runs.follow(run_id, 0, signal), { headers, onClose: detach });
  });
}
