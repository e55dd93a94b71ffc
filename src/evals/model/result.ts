import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from '../../bff/language/canonical-json.ts';
import { contentScoreSchema } from '../../protocol/reward.ts';
import type { EvalCase } from './case.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const hits = v.object({ right: natural, of: natural });

/** First line of a results file: what was run. */
export const headerSchema = v.object({
  v: v.literal(1),
  kind: v.literal('run'),
  model: v.string(),
  sets: v.array(v.string()),
  repeat: natural,
  judge: v.optional(v.string()),
  /** Price of a million tokens: input, output, read from cache. */
  price: v.optional(v.tuple([v.number(), v.number(), v.number()])),
  started_at: v.string(),
});
export type Header = v.InferOutput<typeof headerSchema>;

/** One case played once. */
export const resultSchema = v.object({
  kind: v.literal('result'),
  set: v.string(),
  /** Kind of case, for the rows of a table. */
  group: v.string(),
  id: v.string(),
  locale: v.string(),
  /** Which repetition, from 1. */
  repeat: natural,
  /** Of the case as it was played: a changed case is played again. */
  hash: v.string(),
  pass: v.boolean(),
  /** What was wrong, turn by turn. */
  faults: v.array(v.string()),
  turns: hits,
  /** Turns in which calls were measured; single calls with arguments; turns in which both were right. */
  names: hits,
  args: hits,
  calls: hits,
  /** Turns whose wording is sound. */
  quality: hits,
  form: share,
  content: v.optional(contentScoreSchema),
  judge_error: v.optional(v.string()),
  /** Milliseconds, one for each turn; and to the first card where there was one. */
  ms: v.array(v.number()),
  first_card_ms: v.array(v.number()),
  tokens: v.object({ input_tokens: natural, output_tokens: natural, cached_tokens: natural }),
  /** The case could not be played to its end. */
  error: v.optional(v.string()),
});
export type Result = v.InferOutput<typeof resultSchema>;

/** Of a case as written. */
export const hashOf = (test: EvalCase): string => createHash('sha256').update(canonicalJson(test)).digest('hex').slice(0, 12);

/** What a result is worth, 0 to 1: form times the share of turns that pass, times content where a judge spoke. */
export const scoreOf = ({ form, turns, content }: Result): number =>
  form * (turns.of === 0 ? 0 : turns.right / turns.of) * (content?.score ?? 1);
