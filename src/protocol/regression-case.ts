import * as v from 'valibot';
import { pageContextSchema } from './chat.ts';
import { itemSchema } from './item.ts';
import { localeSchema } from './locale.ts';
import { recordedMessageSchema } from './run-entries.ts';
import { shape } from './shape.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const json = v.record(v.string(), v.unknown());

/**
 * A tool's recorded answer. A replayed call gets it when name and arguments are the same, the arguments compared as
 * canonical JSON without nulls; of several equal calls each is used once, in order, and the last one again.
 */
export const recordedResultSchema = shape({
  name: v.string(),
  arguments: json,
  ok: v.boolean(),
  /** What the model was told. */
  text: v.string(),
  /** The rest of the tool's result: items, passages, parts, data for the planner. */
  result: v.optional(json),
});
export type RecordedResult = v.InferOutput<typeof recordedResultSchema>;

/** What must hold of the answer. A field left out is not tested; an empty list asks for none. */
export const expectationSchema = shape({
  /** Calls in order, with exactly these arguments (canonical JSON). */
  calls: v.optional(v.array(shape({ name: v.string(), arguments: json }))),
  /** Cards in order: the part's type without `data-`, and the items on it. */
  cards: v.optional(v.array(shape({ type: v.string(), items: v.array(v.string()) }))),
  /** Texts the answer has, and texts it must not have; compared without case and width. */
  says: v.optional(v.array(v.string())),
  never: v.optional(v.array(v.string())),
  /** How many things the guard dropped or replaced, at most. */
  rejected_at_most: v.optional(natural),
});
export type Expectation = v.InferOutput<typeof expectationSchema>;

/**
 * A regression case: `case.json` in a folder of its own, as `npm run replay -- <run> --save-case <dir>` and `POST
 * /v1/runs/:id/case` make it from a run, and as people write it. Personal data is replaced before it gets here.
 */
export const regressionCaseSchema = shape({
  v: v.literal(1),
  /** Name of the folder: small letters, digits, hyphens. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'small letters, digits and hyphens')),
  /** Where it came from; absent in one that somebody wrote. */
  saved_from: v.optional(shape({ run_id: v.string(), at: v.string(), models: v.array(v.string()) })),
  note: v.optional(v.string()),
  locale: localeSchema,
  message: v.string(),
  page: v.optional(pageContextSchema),
  /** Whether the shopper was signed in; who it was is not kept. */
  signed_in: v.optional(v.boolean()),
  /** What the conversation knew before the message. */
  before: shape({
    turns: v.array(shape({ message: v.string(), history: v.array(recordedMessageSchema) })),
    ledger: v.array(v.string()),
    noted: v.optional(json),
    search_state: v.optional(json),
  }),
  /** Items of the ledger and of the results, so that the case needs no catalogue. */
  items: v.array(itemSchema),
  results: v.array(recordedResultSchema),
  /** Later pages of its searches, as a "more" card showed them: by the cursor they were read at. */
  pages: v.optional(v.array(shape({ cursor: v.string(), items: v.array(v.string()), total: natural }))),
  expect: expectationSchema,
});
export type RegressionCase = v.InferOutput<typeof regressionCaseSchema>;

/** Body of `POST /v1/runs/:id/case`; the answer is 201 with the case, for the console to hand to the operator as a file. */
export const saveCaseRequestSchema = shape({
  name: v.optional(regressionCaseSchema.entries.name),
  note: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});
export type SaveCaseRequest = v.InferOutput<typeof saveCaseRequestSchema>;
