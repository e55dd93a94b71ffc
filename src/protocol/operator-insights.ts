import * as v from 'valibot';
import { verdictBases } from './compare.ts';
import { shape } from './shape.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Milliseconds; null where nothing was measured. `worst_tenth` is the mean of the slowest tenth. */
const latencySchema = shape({
  count: natural,
  p50: v.nullable(v.number()),
  p90: v.nullable(v.number()),
  p99: v.nullable(v.number()),
  worst_tenth: v.nullable(v.number()),
});
export type Latency = v.InferOutput<typeof latencySchema>;

/** A stretch of the period; `at` is its ISO 8601 beginning. */
export const bucketSchema = shape({
  at: v.string(),
  runs: natural,
  /** Runs that ended with an error or were interrupted. */
  failed: natural,
  /** Cards and sentences the guard dropped or replaced. */
  rejected: natural,
  up: natural,
  down: natural,
  /** Median, milliseconds. */
  first_token_ms: v.nullable(v.number()),
  tokens_in: natural,
  tokens_out: natural,
});
export type InsightBucket = v.InferOutput<typeof bucketSchema>;

/** Answer of `GET /v1/runs/insights?from&to`: what the runs of a period come to. Lists are cut to their largest, largest first. */
export const insightsResponseSchema = shape({
  /** ISO 8601 instants: the period asked for, or that of the runs kept. Null in an empty archive. */
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  runs: natural,
  conversations: natural,
  outcomes: v.array(shape({ outcome: v.string(), count: natural })),
  errors: v.array(shape({ error: v.string(), count: natural })),
  latency: shape({ first_token: latencySchema, first_card: latencySchema, whole: latencySchema }),
  /** Mean form score, and the mean of the worst tenth; null without scored runs. */
  score: shape({ mean: v.nullable(v.number()), worst_tenth: v.nullable(v.number()), count: natural }),
  /** What the guard did, by rule; with the number of runs it was done in. */
  rejections: v.array(shape({ rule: v.string(), outcome: v.string(), count: natural, runs: natural })),
  tools: v.array(shape({ name: v.string(), calls: natural, failed: natural, p50: v.nullable(v.number()), p99: v.nullable(v.number()) })),
  /** How verdicts on comparisons came about; `disagreed`: the model named different winners in the two orders. */
  comparisons: v.array(shape({ basis: v.picklist(verdictBases), count: natural })),
  /** Searches that found nothing: asked for and not sold. */
  unmet: v.array(shape({ asked: v.string(), count: natural, last_at: v.string() })),
  /** Most compared pairs. */
  pairs: v.array(shape({ items: v.tuple([v.string(), v.string()]), titles: v.tuple([v.string(), v.string()]), count: natural })),
  feedback: shape({
    up: natural,
    down: natural,
    notes: v.array(shape({ run_id: v.string(), at: v.string(), verdict: v.picklist(['up', 'down']), note: v.string() })),
  }),
  /** The way of cards: shown to anybody; then, of shoppers who consented, seen, clicked, carted. Cards, not items. */
  path: shape({ shown: natural, seen: natural, clicked: natural, carted: natural }),
  /** Items by cards shown, with the same way. */
  items: v.array(shape({ item_id: v.string(), title: v.string(), shown: natural, seen: natural, clicked: natural, carted: natural })),
  /** Tokens of each model: what it costs. `units` is what `daily_cost` counts (docs/configuration.md). */
  models: v.array(
    shape({
      model: v.string(),
      runs: natural,
      tokens_in: natural,
      tokens_cached: natural,
      tokens_out: natural,
      units: v.number(),
      first_token_p50: v.nullable(v.number()),
      score: v.nullable(v.number()),
    }),
  ),
  /** Equal stretches of the period, oldest first, at most 60. */
  buckets: v.array(bucketSchema),
});
export type InsightsResponse = v.InferOutput<typeof insightsResponseSchema>;
