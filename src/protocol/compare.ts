import * as v from 'valibot';
import { MESSAGE_LIMIT } from './chat.ts';
import { itemIdSchema, itemSchema } from './item.ts';
import { localeSchema } from './locale.ts';
import { shape } from './shape.ts';

/** Items one comparison holds. */
export const compareLimits = { least: 2, most: 6 } as const;

/**
 * Body of `POST /v1/compare`: two to six ids. How many are left without repeats and without what is gone decides; a request
 * that cannot be compared is answered with a sentence and one of {@link compareRefusals}, so the form itself allows more.
 */
export const compareRequestSchema = shape({
  ids: v.pipe(v.array(itemIdSchema), v.maxLength(50)),
  days: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650))),
  locale: v.optional(localeSchema),
  conversation_id: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Idempotency key of a streamed verdict, as `message.id` is of a message; made by the server where the client names none. */
  message_id: v.optional(v.pipe(v.string(), v.uuid('message_id is a UUID'))),
  /** The shopper's message of a streamed verdict, as the client shows it; the BFF words it where the client does not. */
  text: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MESSAGE_LIMIT))),
  /** Keys of the rows the shopper opened: what mattered, noted in the conversation. */
  opened: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(50))),
});
export type CompareRequest = v.InferOutput<typeof compareRequestSchema>;

/** Why a request cannot be compared: `reason` of the `invalid_request` that says so in a sentence. */
export const compareRefusals = ['one_item', 'too_many_items', 'items_gone'] as const;
export type CompareRefusal = (typeof compareRefusals)[number];

/** One fact of one item; null where the catalogue does not say, shown as "not stated". */
export const compareCellSchema = v.nullable(shape({ text: v.string(), value: v.optional(v.unknown()), source: v.string() }));
export type CompareCell = v.InferOutput<typeof compareCellSchema>;

export const compareRowSchema = shape({
  key: v.string(),
  label: v.string(),
  group: v.string(),
  cells: v.array(compareCellSchema),
  differs: v.boolean(),
  /** Index of the best cell, only where a direction of "better" is known. */
  best: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** What the best cell is, in a word: "lightest", 最轻. Present wherever `best` is. */
  best_label: v.optional(v.string()),
});
export type CompareRow = v.InferOutput<typeof compareRowSchema>;

/**
 * How a verdict came about. `agreed`: the model named the same item in both orders; `depends`: it named none in either;
 * `disagreed`: the orders disagreed, so no winner is named; `rules`: made from the rows, without a model.
 */
export const verdictBases = ['agreed', 'depends', 'disagreed', 'rules'] as const;
export type VerdictBasis = (typeof verdictBases)[number];

/** What the verdict under a table says, sentence by sentence, each with the rows it stands on. The text is streamed as text too. */
export const compareVerdictSchema = shape({
  basis: v.picklist(verdictBases),
  winner: v.optional(itemIdSchema),
  sentences: v.array(shape({ text: v.string(), rows: v.array(v.string()) })),
});
export type CompareVerdict = v.InferOutput<typeof compareVerdictSchema>;

/** A comparison from catalogue facts only. */
export const comparisonSchema = shape({
  items: v.array(itemSchema),
  days: v.optional(v.number()),
  rows: v.array(compareRowSchema),
  note: v.optional(v.string()),
});
export type Comparison = v.InferOutput<typeof comparisonSchema>;
