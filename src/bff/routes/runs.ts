import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { LiveRunsResponse, RunResponse } from '../../protocol/operator.ts';
import { periodQuerySchema, runsQuerySchema } from '../../protocol/operator.ts';
import { saveCaseRequestSchema } from '../../protocol/regression-case.ts';
import { encodedDone, eventStreamHeaders, heartbeat } from '../../protocol/sse.ts';
import { ArchiveDown, type ArchivedRun, BadCursor, type RunArchive, RunUnreadable } from '../archive/archive.ts';
import { caseOf } from '../archive/case.ts';
import { redactLive } from '../archive/redact-run.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';
import { operatorsOnly } from '../http/operator.ts';
import type { RunEntry, RunLog } from '../runs/log.ts';

export interface RunRoutes {
  readonly console_token?: string | undefined;
  /** Absent where `ARCHIVE_URL=off`: then only runs of the run log are there. */
  readonly archive?: RunArchive | undefined;
  readonly runs: RunLog;
  readonly catalog: CatalogEngine;
}

/** Runs listed as being answered. */
const MOST_LIVE = 50;
/** Seconds after which it is worth asking again for an archive that is away. */
const RETRY_S = 5;

/** A query string, checked; empty parameters count as not given, unknown ones are refused: a filter left out would find too much. */
function readQuery<S extends v.ObjectSchema<v.ObjectEntries, undefined>>(c: Context, schema: S): v.InferOutput<S> {
  const unknown = Object.keys(c.req.query()).filter((name) => !Object.hasOwn(schema.entries, name));
  if (unknown.length > 0)
    throw new HttpError('invalid_request', {
      detail: `${unknown.join(', ')}: no parameter${unknown.length > 1 ? 's' : ''} of this route; it takes ${Object.keys(schema.entries).join(', ')}`,
    });
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new HttpError('invalid_request', { detail: `${v.getDotPath(issue) ?? 'query'}: ${issue.message}` });
}

/** What the archive throws as what a client is told. */
async function told<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ArchiveDown) throw new HttpError('unavailable', { retry_after: RETRY_S, cause: error });
    if (error instanceof BadCursor) throw new HttpError('invalid_request', { detail: `cursor: ${error.message}` });
    if (error instanceof RunUnreadable) throw new HttpError('internal', { detail: error.message, reason: 'unreadable', cause: error });
    throw error;
  }
}

/**
 * Operator routes over runs: the archive's list, insights and single runs, and runs being answered now. Without a configured
 * token they do not exist; `off` leaves lists empty.
 */
export function runRoutes(app: Hono<HttpEnvironment>, { console_token, archive, runs, catalog }: RunRoutes): void {
  const guarded = operatorsOnly(console_token);
  app.use('/v1/runs', guarded);
  app.use('/v1/runs/*', guarded);

  const kept = (): RunArchive => {
    if (!archive) throw new HttpError('not_found', { detail: 'no archive is kept: ARCHIVE_URL is off' });
    return archive;
  };
  /** An archived run. */
  const archived = async (id: string): Promise<ArchivedRun> => {
    const run = await told(kept().read(id));
    if (!run) throw new HttpError('not_found');
    return run;
  };

  app.get('/v1/runs', async (c) => c.json(await told(kept().list(readQuery(c, runsQuerySchema)))));

  app.get('/v1/runs/insights', async (c) => c.json(await told(kept().insights(readQuery(c, periodQuerySchema)))));

  app.get('/v1/runs/live', async (c) => {
    const live: LiveRunsResponse['runs'][number][] = [];
    for (const id of (await runs.running()).slice(-MOST_LIVE)) {
      const [head, entries] = [await runs.head(id), await runs.read(id)];
      const started = entries?.[0];
      if (!head || started?.kind !== 'run-started') continue;
      const shown = redactLive()(started) as typeof started;
      const at = new Date(started.at).toISOString();
      live.push({ id, conversation_id: head.conversation_id, at, message: shown.message.text, locale: started.locale });
    }
    return c.json({ runs: live.sort((a, b) => (a.at < b.at ? 1 : -1)) } satisfies LiveRunsResponse);
  });

  app.get('/v1/runs/:id', async (c) => {
    const id = c.req.param('id');
    const run = archive ? await told(archive.read(id)) : null;
    if (run && archive) {
      const { conversation_id, entries, summary, scores, remarks } = run;
      const conversation = await told(archive.conversation(conversation_id));
      return c.json({ id, conversation_id, entries, summary, remarks, conversation, ...(scores ? { scores } : {}) });
    }
    const [head, logged] = [await runs.head(id), await runs.read(id)];
    if (!head || !logged) throw new HttpError('not_found');
    const entries = logged.map(redactLive()) as unknown as RunResponse['entries'];
    return c.json({ id, conversation_id: head.conversation_id, entries } satisfies RunResponse);
  });

  app.get('/v1/runs/:id/stream', async (c) => {
    const id = c.req.param('id');
    const after = c.req.query('after') ?? c.req.header('last-event-id') ?? '0';
    if (!/^\d{1,9}$/.test(after)) throw new HttpError('invalid_request', { detail: 'after: a whole number' });
    if (await runs.head(id)) return sendEntries(c, followed(runs, id, c.req.raw.signal), Number(after));
    const { entries } = await archived(id);
    return sendEntries(c, once(entries), Number(after));
  });

  app.post('/v1/runs/:id/case', async (c) => {
    const run = await archived(c.req.param('id'));
    const asked = await readBody(c, saveCaseRequestSchema);
    return c.json(await caseOf(run, asked, (ids, locale) => catalog.items(ids, { locale })), 201);
  });

  app.all('/v1/runs/*', () => {
    throw new HttpError('not_found');
  });
}

async function* once<T>(value: T): AsyncIterable<T> {
  yield value;
}

/** Entries of a run in the log, as they come, redacted. */
async function* followed(runs: RunLog, run_id: string, signal: AbortSignal): AsyncIterable<readonly RunEntry[]> {
  const redact = redactLive();
  for await (const batch of runs.follow(run_id, 0, signal)) yield batch.map(redact);
}

/** Entries as events, `id:` being the entry's number; ends with `[DONE]` once the run has. */
function sendEntries(c: Context<HttpEnvironment>, batches: AsyncIterable<readonly RunEntry[]>, after: number): Response {
  const events = async function* (): AsyncIterable<Uint8Array> {
    const bytes = new TextEncoder();
    // Something at once, so that whoever waits for the headers has them.
    yield bytes.encode(heartbeat);
    for await (const batch of batches)
      for (const entry of batch) if (entry.seq > after) yield bytes.encode(`id: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);
    yield bytes.encode(encodedDone);
  };
  return c.body(Readable.toWeb(Readable.from(events())) as ReadableStream<Uint8Array>, 200, { ...eventStreamHeaders });
}
