import * as v from 'valibot';
import { pageContextSchema } from './chat.ts';
import type { Frame } from './frames.ts';
import { shape } from './shape.ts';

/** How a run ended. */
export const runOutcomes = ['finished', 'stopped', 'disconnected', 'error', 'interrupted'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const ids = v.array(v.string());

/** A call as the model wrote it; `arguments` is JSON text, not yet checked. */
const recordedCallSchema = shape({ id: v.string(), name: v.string(), arguments: v.string() });

/** One message of a recorded request, as the model read it. */
export const recordedMessageSchema = v.variant('role', [
  shape({ role: v.literal('system'), text: v.string() }),
  shape({ role: v.literal('user'), text: v.string() }),
  shape({
    role: v.literal('assistant'),
    text: v.string(),
    calls: v.array(recordedCallSchema),
    provider: v.optional(v.record(v.string(), v.unknown())),
  }),
  shape({ role: v.literal('tool'), call_id: v.string(), name: v.string(), text: v.string(), ok: v.boolean() }),
]);
export type RecordedMessage = v.InferOutput<typeof recordedMessageSchema>;

/** The exact prompt of one model call: what was sent, before a provider's own shape. */
export const recordedRequestSchema = shape({
  messages: v.array(recordedMessageSchema),
  tools: v.array(shape({ name: v.string(), description: v.string(), parameters: v.record(v.string(), v.unknown()) })),
  tool_choice: v.optional(v.literal('none')),
  max_output_tokens: v.number(),
  facts: v.record(v.string(), v.unknown()),
});
export type RecordedRequest = v.InferOutput<typeof recordedRequestSchema>;

/** Tokens of one model call, by the provider's own account. */
export const usageSchema = shape({
  input_tokens: v.optional(natural),
  output_tokens: v.optional(natural),
  cached_tokens: v.optional(natural),
});

/** A frame as it was sent. `readFrame` checked it where it was made. */
const frameSchema = v.custom<Frame>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
  'a frame has a type',
);

const entry = { seq: v.pipe(natural, v.minValue(1)), at: v.number(), step: v.optional(v.pipe(natural, v.minValue(1))) };

/**
 * One numbered entry of a run. `seq` counts from 1 without a gap; `at` is in milliseconds since 1970; `step` counts from 1.
 * Design, "The picture", third idea.
 */
export const runEntrySchema = v.variant('kind', [
  shape({
    ...entry,
    kind: v.literal('run-started'),
    message: shape({ id: v.string(), text: v.string() }),
    locale: v.string(),
    page: v.optional(pageContextSchema),
    /** What the conversation knew when the run began: a replay begins there too. */
    before: v.optional(
      shape({
        /** How many of the conversation's turns, and of its ledger's ids (oldest first), were there. */
        turns: natural,
        ledger: natural,
        noted: v.optional(v.record(v.string(), v.unknown())),
        search_state: v.optional(v.record(v.string(), v.unknown())),
      }),
    ),
    /** The shopper lets the shop train models with this run. */
    training: v.optional(v.literal(true)),
  }),
  shape({ ...entry, kind: v.literal('model-called'), model: v.string(), request: recordedRequestSchema }),
  shape({ ...entry, kind: v.literal('model-text'), text: v.string() }),
  shape({ ...entry, kind: v.literal('tool-called'), call_id: v.string(), name: v.string(), arguments: v.string() }),
  shape({
    ...entry,
    kind: v.literal('tool-returned'),
    call_id: v.string(),
    ok: v.boolean(),
    item_ids: v.optional(ids),
    total: v.optional(v.number()),
    revision: v.optional(v.string()),
    passage_ids: v.optional(ids),
    why: v.optional(v.unknown()),
    ms: v.number(),
    text: v.string(),
    /** The rest of the tool's result, for a replay: items, passages and parts as they were. */
    result: v.optional(v.record(v.string(), v.unknown())),
  }),
  shape({
    ...entry,
    kind: v.literal('verdict'),
    rule: v.string(),
    outcome: v.string(),
    subject: v.string(),
    reason: v.string(),
  }),
  shape({ ...entry, kind: v.literal('part'), n: natural, frame: frameSchema }),
  shape({ ...entry, kind: v.literal('step-finished'), reason: v.string(), usage: v.optional(usageSchema), ms: v.number() }),
  shape({ ...entry, kind: v.literal('run-finished'), outcome: v.picklist(runOutcomes) }),
]);
export type RecordedEntry = v.InferOutput<typeof runEntrySchema>;
