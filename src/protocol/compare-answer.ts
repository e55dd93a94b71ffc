import * as v from 'valibot';
import { compareVerdictSchema, comparisonSchema } from './compare.ts';
import { noteSchema } from './parts.ts';
import { shape } from './shape.ts';

/** What `POST /v1/compare` answers as JSON: the table, and what can be said of it without a model. */
export const compareAnswerSchema = shape({
  ...comparisonSchema.entries,
  /** Made from the rows; a verdict for this shopper is streamed. */
  verdict: v.optional(compareVerdictSchema),
  /** Everything noted so far, where the request named a conversation. */
  notes: v.optional(v.array(noteSchema)),
});
export type CompareAnswer = v.InferOutput<typeof compareAnswerSchema>;
