import * as v from 'valibot';
import { runEntrySchema, runOutcomes } from './run-entries.ts';
import { formScoreSchema } from './score.ts';
import { shape } from './shape.ts';

/*
 * What operators read: finished runs from the archive, one run step by step, and runs being answered now. Every route here
 * wants `Authorization: Bearer <CONSOLE_TOKEN>`: 401 with another one, 404 where none is configured. `POST /v1/reward` and
 * `GET /v1/runs/insights` stand in files of their own.
 */

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const nullable = v.nullable(v.number());
/** An ISO 8601 instant or day; a day is its first instant in UTC. */
const instant = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
    'an instant such as 2026-01-31 or 2026-01-31T08:00:00Z',
  ),
);
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A whole number of a query string. */
const count = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'a whole number'), v.transform(Number), v.minValue(least), v.maxValue(most));

/** `from` (included) and `to` (excluded), as the archive's readings take them. */
export const periodQuerySchema = shape({ from: v.optional(instant), to: v.optional(instant) });
export type PeriodQuery = v.InferOutput<typeof periodQuerySchema>;

/** Orders of the list; each ends with the newest first. `worst` is the lowest score; runs without one come last. */
export const runSorts = ['newest', 'oldest', 'slowest', 'worst', 'tokens'] as const;
export type RunSort = (typeof runSorts)[number];

/** Runs of one page at most. */
export const RUNS_PAGE = 200;

/** Query of `GET /v1/runs`: every filter given must hold. Empty ones count as not given. */
export const runsQuerySchema = shape({
  ...periodQuerySchema.entries,
  /** Words of the shopper's message or of the answer, in both languages. */
  text: v.optional(word),
  /** An item that was shown or found. */
  item: v.optional(word),
  /** An item it was compared with; without `item`, with any. */
  compared_with: v.optional(word),
  /** What was asked for and not found, as the insights name it. */
  unmet: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
  /** A tool that was called; `tool_ok=false` keeps runs in which a call of it (of any, without `tool`) failed. */
  tool: v.optional(word),
  tool_ok: v.optional(v.picklist(['true', 'false'])),
  /** A rule of the guard that spoke, and what it did. */
  rule: v.optional(word),
  verdict: v.optional(word),
  outcome: v.optional(v.picklist(runOutcomes)),
  /** Code of the error frame; `any` for every run with one. */
  error: v.optional(word),
  /** Milliseconds a run took at least. */
  min_ms: v.optional(count(0, 999_999_999)),
  model: v.optional(word),
  rating: v.optional(v.picklist(['up', 'down', 'none'])),
  /** Score at most, in hundredths: `max_score=50` keeps runs of 0.5 and less. */
  max_score: v.optional(count(0, 100)),
  conversation: v.optional(word),
  site: v.optional(word),
  sort: v.optional(v.picklist(runSorts), 'newest'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(500))),
  limit: v.optional(count(1, RUNS_PAGE), '50'),
});
export type RunsQuery = v.InferOutput<typeof runsQuerySchema>;

/** One run in the list. Times are milliseconds; amounts of tokens are sums over its model calls; null: not known, or there was none. */
export const runSummarySchema = shape({
  id: v.string(),
  conversation_id: v.string(),
  site: v.string(),
  /** ISO 8601 instant of the shopper's message. */
  at: v.string(),
  /** The shopper's message, personal data replaced. */
  message: v.string(),
  locale: v.string(),
  /** Models that were asked, in order; more than one where a fallback answered. */
  models: v.array(v.string()),
  outcome: v.picklist(runOutcomes),
  /** Code of the error the shopper was told of. */
  error: v.nullable(v.string()),
  steps: natural,
  /** Tools called, in order. */
  tools: v.array(shape({ name: v.string(), ok: v.boolean(), ms: v.number() })),
  /** Ids of the items shown on cards, in order. */
  items: v.array(v.string()),
  verdicts: v.array(shape({ rule: v.string(), outcome: v.string(), count: natural })),
  /** From the message to the first text, and to the first card. */
  first_token_ms: nullable,
  first_card_ms: nullable,
  ms: v.number(),
  tokens_in: nullable,
  tokens_out: nullable,
  tokens_cached: nullable,
  rating: v.nullable(v.picklist(['up', 'down'])),
  /** Form score of the whole, 0–1. */
  score: nullable,
});
export type RunSummary = v.InferOutput<typeof runSummarySchema>;

/** Answer of `GET /v1/runs`. `cursor` brings the next page under the same filters and sort. */
export const runsResponseSchema = shape({
  runs: v.array(runSummarySchema),
  cursor: v.optional(v.string()),
  total: natural,
  /** Rows of the archive that could not be read and were passed over on this page. */
  unreadable: v.optional(natural),
});
export type RunsResponse = v.InferOutput<typeof runsResponseSchema>;

/** What became of the run afterwards: feedback, and events the shopper consented to. */
export const runRemarkSchema = shape({
  at: v.string(),
  kind: v.picklist(['feedback', 'card_seen', 'item_click', 'add_to_cart', 'compare']),
  verdict: v.optional(v.picklist(['up', 'down'])),
  note: v.optional(v.string()),
  item_id: v.optional(v.string()),
});
export type RunRemark = v.InferOutput<typeof runRemarkSchema>;

/**
 * Answer of `GET /v1/runs/:id`: a finished run from the archive, else one the run log still holds (also while it is being
 * answered: then without `summary` and `scores`).
 */
export const runResponseSchema = shape({
  id: v.string(),
  conversation_id: v.string(),
  entries: v.array(runEntrySchema),
  summary: v.optional(runSummarySchema),
  /** Marks by the rules of form, with the step that failed. */
  scores: v.optional(formScoreSchema),
  remarks: v.optional(v.array(runRemarkSchema)),
  /** Ids of the conversation's archived runs, oldest first, this one included. */
  conversation: v.optional(v.array(v.string())),
});
export type RunResponse = v.InferOutput<typeof runResponseSchema>;

/**
 * Answer of `GET /v1/runs/live`: runs being answered now, newest first. Each is followed at `GET /v1/runs/:id/stream?after=<seq>`
 * (`text/event-stream`; `data:` is one entry, `id:` its `seq`; ends with `data: [DONE]`), also by an archived run, which is
 * sent whole.
 */
export const liveRunsResponseSchema = shape({
  runs: v.array(shape({ id: v.string(), conversation_id: v.string(), at: v.string(), message: v.string(), locale: v.string() })),
});
export type LiveRunsResponse = v.InferOutput<typeof liveRunsResponseSchema>;
