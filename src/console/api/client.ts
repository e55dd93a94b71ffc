import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { LiveRunsResponse, PeriodQuery, RunResponse, RunsResponse } from '../../protocol/operator.ts';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import type { RegressionCase } from '../../protocol/regression-case.ts';
import type { RecordedEntry } from '../../protocol/run-entries.ts';
import { ApiError, errorOf } from './errors.ts';
import type { Session } from './session.ts';

/** Fields of a query string; empty ones are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** The operators' routes. Every method throws {@link ApiError}; a refused token also ends the session. */
export interface Client {
  /** Whether a token is the operators'. */
  tryToken(token: string): Promise<boolean>;
  runs(query: Query, signal?: AbortSignal): Promise<RunsResponse>;
  run(id: string, signal?: AbortSignal): Promise<RunResponse>;
  live(signal?: AbortSignal): Promise<LiveRunsResponse>;
  insights(period: PeriodQuery, signal?: AbortSignal): Promise<InsightsResponse>;
  /** Entries after `after` as they are written; ends when the run has ended. */
  follow(id: string, after: number, signal: AbortSignal): AsyncIterable<RecordedEntry>;
  saveCase(id: string): Promise<RegressionCase>;
  /** Forgets a conversation with all of its runs. */
  erase(conversation_id: string): Promise<void>;
}

const searchOf = (query: Query): string => {
  const search = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return search.size > 0 ? `?${search}` : '';
};

/** @param request the browser's `fetch`, or a test's. */
export function createClient(session: Session, request: typeof fetch): Client {
  const call = async (path: string, init: RequestInit = {}, token = session.state().token): Promise<Response> => {
    let response: Response;
    try {
      response = await request(path, {
        ...init,
        credentials: 'omit',
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new ApiError('offline', '', { cause });
    }
    if (response.ok) return response;
    const error = await errorOf(response);
    if (error.code === 'unauthorized' && token === session.state().token) session.close(true);
    throw error;
  };
  const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
    (await call(path, signal ? { signal } : {})).json() as Promise<T>;
  const run = (id: string): string => `/v1/runs/${encodeURIComponent(id)}`;

  return {
    async tryToken(token) {
      try {
        // Runs being answered are there also where no archive is kept.
        await call('/v1/runs/live', {}, token);
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.code === 'unauthorized') return false;
        throw error;
      }
    },
    runs: (query, signal) => get(`/v1/runs${searchOf(query)}`, signal),
    run: (id, signal) => get(run(id), signal),
    live: (signal) => get('/v1/runs/live', signal),
    insights: (period, signal) => get(`/v1/runs/insights${searchOf(period)}`, signal),
    async *follow(id, after, signal) {
      const { body } = await call(`${run(id)}/stream?after=${after}`, { signal, headers: { accept: 'text/event-stream' } });
      if (!body) return;
      const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      const reader = events.getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done || value.data === '[DONE]') return;
          yield JSON.parse(value.data) as RecordedEntry;
        }
      } finally {
        // A view that was left must not keep the connection.
        await reader.cancel().catch(() => undefined);
      }
    },
    saveCase: async (id) =>
      (await call(`${run(id)}/case`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).json(),
    async erase(conversation_id) {
      await call(`/v1/admin/conversations/${encodeURIComponent(conversation_id)}`, { method: 'DELETE' });
    },
  };
}
