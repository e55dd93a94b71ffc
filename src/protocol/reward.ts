import * as v from 'valibot';
import { formScoreSchema } from './score.ts';
import { shape } from './shape.ts';

/** What one request may hold. */
export const rewardLimits = { rollouts: 256, messages: 400, calls: 64, tools: 128, text: 200_000, bytes: 16 * 2 ** 20 } as const;

const text = v.pipe(v.string(), v.maxLength(rewardLimits.text));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Text as a string, or as a list of OpenAI's text parts. */
const contentSchema = v.union([text, v.pipe(v.array(shape({ type: v.literal('text'), text })), v.maxLength(100))]);
export type RewardContent = v.InferOutput<typeof contentSchema>;

/** One call: `arguments` is JSON text (OpenAI, ms-swift) or the object itself (TRL, LLaMA-Factory). */
const callSchema = shape({
  id: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
  function: shape({ name: v.pipe(v.string(), v.maxLength(200)), arguments: v.union([text, v.record(v.string(), v.unknown())]) }),
});

/** One message in OpenAI's shape. A `tool` message without `tool_call_id` answers the oldest call that has no answer yet. */
export const rewardMessageSchema = v.variant('role', [
  shape({ role: v.literal('system'), content: contentSchema }),
  shape({ role: v.literal('developer'), content: contentSchema }),
  shape({ role: v.literal('user'), content: contentSchema }),
  shape({
    role: v.literal('assistant'),
    content: v.optional(v.nullable(contentSchema)),
    tool_calls: v.optional(v.nullable(v.pipe(v.array(callSchema), v.maxLength(rewardLimits.calls)))),
  }),
  shape({
    role: v.literal('tool'),
    content: contentSchema,
    tool_call_id: v.optional(v.nullable(v.string())),
    name: v.optional(v.nullable(v.string())),
  }),
]);
export type RewardMessage = v.InferOutput<typeof rewardMessageSchema>;

/** A tool as it was offered, in OpenAI's wrapping or bare. `parameters` is JSON Schema. */
const bareTool = v.strictObject({
  type: v.optional(v.literal('function')),
  name,
  description: v.optional(v.string()),
  parameters: v.optional(v.record(v.string(), v.unknown()), {}),
  /** Taken and not read: OpenAI's, and what `transformers` writes of a function's result. */
  strict: v.optional(v.nullable(v.boolean())),
  return: v.optional(v.unknown()),
});
const wrappedTool = v.strictObject({ type: v.optional(v.literal('function')), function: bareTool });
/** Chosen by its form, so that a fault is told of its field. */
const toolSchema = v.lazy<typeof wrappedTool | typeof bareTool>((tool) =>
  typeof tool === 'object' && tool !== null && 'function' in tool ? wrappedTool : bareTool,
);

/** One rollout to score. A misspelt field would mark something else: unknown ones are refused, but in the messages. */
export const rolloutSchema = v.strictObject({
  messages: v.pipe(v.array(rewardMessageSchema), v.minLength(1), v.maxLength(rewardLimits.messages)),
  /** Default: the tools this shop offers its own model. */
  tools: v.optional(v.pipe(v.array(toolSchema), v.maxLength(rewardLimits.tools))),
  /** So many messages at the start are the prompt: evidence, and not scored. Default 0. */
  prompt_messages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  /** Ids known before, besides those that `search_db` results in the messages name. */
  known_ids: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(2000)), []),
  /** Every tool call of this rollout is needless. */
  needs_no_tool: v.optional(v.boolean(), false),
  /** What a right answer says, for the judge. */
  reference: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(40)), []),
});
export type RewardRollout = v.InferOutput<typeof rolloutSchema>;

/** Body of `POST /v1/reward`. */
export const rewardRequestSchema = v.strictObject({
  rollouts: v.pipe(v.array(rolloutSchema), v.minLength(1), v.maxLength(rewardLimits.rollouts)),
  /** true: content is judged too; needs a configured judge. */
  judge: v.optional(v.boolean(), false),
  /** What content counts beside form, 0 to 1, where a judge spoke. */
  content_weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
});
export type RewardRequest = v.InferOutput<typeof rewardRequestSchema>;

const mark = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A judge's marks, each 0 to 1; `score` is their mean, weighted as `docs/evaluation.md` says. */
export const contentScoreSchema = shape({ accuracy: mark, completeness: mark, liveliness: mark, score: mark, reason: v.string() });
export type ContentScore = v.InferOutput<typeof contentScoreSchema>;

/** One rollout's score, at its place in the request. */
const rewardSchema = shape({
  ...formScoreSchema.entries,
  /** `form`; with a judge `(1 − content_weight) · form + content_weight · content`, and 0 where `form` is 0. null: the judge failed. */
  reward: v.nullable(mark),
  content: v.optional(contentScoreSchema),
  /** Why there is no `content` though it was asked for. */
  judge_error: v.optional(shape({ code: v.picklist(['judge_nonsense', 'judge_unavailable']), message: v.string() })),
});
export type Reward = v.InferOutput<typeof rewardSchema>;

/** Answer of `POST /v1/reward`. */
export const rewardResponseSchema = shape({ rewards: v.array(rewardSchema) });
export type RewardResponse = v.InferOutput<typeof rewardResponseSchema>;
