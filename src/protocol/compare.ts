import * as v from 'valibot';
import { itemIdSchema, itemSchema } from './item.ts';
import { localeSchema } from './locale.ts';

/** Body of `POST /v1/compare`: two to six ids. */
export const compareRequestSchema = v.object({
  ids: v.pipe(
    v.array(itemIdSchema),
    v.minLength(2, 'a comparison needs at least two items'),
    v.maxLength(6, 'a comparison holds at most six items'),
  ),
  days: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650))),
  locale: v.optional(localeSchema),
  conversation_id: v.optional(v.string()),
});
export type CompareRequest = v.InferOutput<typeof compareRequestSchema>;

/** One fact of one item; null where the catalogue does not say, shown as "not stated". */
export const compareCellSchema = v.nullable(v.object({ text: v.string(), value: v.optional(v.unknown()), source: v.string() }));
export type CompareCell = v.InferOutput<typeof compareCellSchema>;

export const compareRowSchema = v.object({
  key: v.string(),
  label: v.string(),
  group: v.string(),
  cells: v.array(compareCellSchema),
  differs: v.boolean(),
  /** Index of the best cell, only where a direction of "better" is known. */
  best: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type CompareRow = v.InferOutput<typeof compareRowSchema>;

/** A comparison from catalogue facts only. */
export const comparisonSchema = v.object({
  items: v.array(itemSchema),
  days: v.optional(v.number()),
  rows: v.array(compareRowSchema),
  note: v.optional(v.string()),
});
export type Comparison = v.InferOutput<typeof comparisonSchema>;
