import * as v from 'valibot';
import { compareVerdictSchema, comparisonSchema } from './compare.ts';
import { itemIdSchema, itemSchema, itemUrlSchema } from './item.ts';
import { moneySchema } from './money.ts';
import { orderSchema, trackingSchema } from './order.ts';
import { shape } from './shape.ts';

/** Version of every data part; a widget shows a part of another version as a quiet fallback. */
export const PART_VERSION = 1;
const version = { v: v.literal(PART_VERSION) };
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the search behind a card asked for, so that the card opens with it: the offer, the term, the facts. */
export const askedForSchema = shape({
  offer_kind: v.optional(v.picklist(['sell', 'lease'])),
  rental_days: v.optional(v.number()),
  /** Keys of attributes that were asked about. */
  facts: v.optional(v.array(v.string())),
});
export type AskedFor = v.InferOutput<typeof askedForSchema>;

/** One product. What it says comes from the catalogue; `reason` is the adviser's, guarded. */
export const itemCardSchema = shape({
  ...version,
  item: itemSchema,
  reason: v.optional(v.string()),
  checked_at: v.string(),
  asked: v.optional(askedForSchema),
});
export type ItemCardData = v.InferOutput<typeof itemCardSchema>;

/** The rest of a search: `search` and `cursor` go to `POST /v1/search`. */
export const moreItemsSchema = shape({
  ...version,
  search: v.record(v.string(), v.unknown()),
  cursor: v.string(),
  total: natural,
  preview: v.pipe(v.array(itemSchema), v.maxLength(3)),
});
export type MoreItemsData = v.InferOutput<typeof moreItemsSchema>;

/** Asks for the one missing condition. Option ids are `o1`, `o2`…; `count` is how many items have that label. */
export const askCardSchema = shape({
  ...version,
  question: v.string(),
  options: v.array(shape({ id: v.string(), label: v.string(), count: v.optional(natural) })),
  multi: v.boolean(),
});
export type AskCardData = v.InferOutput<typeof askCardSchema>;

export const compareTableSchema = shape({ ...version, ...comparisonSchema.entries });
export type CompareTableData = v.InferOutput<typeof compareTableSchema>;

/** Which rows the sentences of a verdict stand on; the sentences themselves come as text before it. */
export const compareVerdictPartSchema = shape({ ...version, ...compareVerdictSchema.entries });

export const videoCardSchema = shape({
  ...version,
  item_id: itemIdSchema,
  title: v.string(),
  url: itemUrlSchema,
  type: v.string(),
  poster: v.optional(itemUrlSchema),
  duration_s: v.optional(v.number()),
  captions: v.optional(itemUrlSchema),
});
export type VideoCardData = v.InferOutput<typeof videoCardSchema>;

/** A kit with one total. */
export const bundleCardSchema = shape({
  ...version,
  title: v.string(),
  members: v.array(shape({ item: itemSchema, role: v.string(), quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)) })),
  totals: shape({
    price: v.optional(moneySchema),
    rent: v.optional(moneySchema),
    days: v.optional(v.number()),
    deposit: v.optional(moneySchema),
  }),
});
export type BundleCardData = v.InferOutput<typeof bundleCardSchema>;

export const orderCardSchema = shape({ ...version, order: orderSchema });
export type OrderCardData = v.InferOutput<typeof orderCardSchema>;

export const trackingCardSchema = shape({ ...version, ...trackingSchema.entries });
export type TrackingCardData = v.InferOutput<typeof trackingCardSchema>;

/** Predicted next questions. */
export const suggestionsSchema = shape({ ...version, prompts: v.array(v.string()) });
export type SuggestionsData = v.InferOutput<typeof suggestionsSchema>;

/** What the adviser noted about the wish; the shopper can erase each. */
export const noteSchema = shape({ key: v.string(), label: v.string(), value: v.string() });
export type Note = v.InferOutput<typeof noteSchema>;
export const notesSchema = shape({ ...version, notes: v.array(noteSchema) });
export type NotesData = v.InferOutput<typeof notesSchema>;

export const noticeCodes = [
  'withheld',
  'amount_withheld',
  'degraded',
  'price_changed',
  'gone',
  'cut_short',
  'identity_needed',
  'nothing_found',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];
export const noticeSchema = shape({ ...version, code: v.picklist(noticeCodes), text: v.string() });
export type NoticeData = v.InferOutput<typeof noticeSchema>;

/** Transient: what is being done, in words a shopper understands. */
export const statusSchema = shape({ ...version, phase: v.string(), text: v.string() });
export type StatusData = v.InferOutput<typeof statusSchema>;

/** Drop what you have and load the conversation. */
export const resyncSchema = shape({ ...version });
export type ResyncData = v.InferOutput<typeof resyncSchema>;

/** Every data part by its stream type. A new part is one line here, and the compiler names every table that lacks it. */
export const dataParts = {
  'data-itemCard': itemCardSchema,
  'data-moreItems': moreItemsSchema,
  'data-askCard': askCardSchema,
  'data-compareTable': compareTableSchema,
  'data-compareVerdict': compareVerdictPartSchema,
  'data-videoCard': videoCardSchema,
  'data-bundleCard': bundleCardSchema,
  'data-orderCard': orderCardSchema,
  'data-trackingCard': trackingCardSchema,
  'data-suggestions': suggestionsSchema,
  'data-notes': notesSchema,
  'data-notice': noticeSchema,
  'data-status': statusSchema,
  'data-resync': resyncSchema,
} as const;
export type DataPartType = keyof typeof dataParts;
export type DataPartOf<T extends DataPartType> = v.InferOutput<(typeof dataParts)[T]>;

/** A data part as a frame: a discriminated union over {@link dataParts}. */
export type DataPart = { [T in DataPartType]: { type: T; data: DataPartOf<T>; id?: string; transient?: boolean } }[DataPartType];
