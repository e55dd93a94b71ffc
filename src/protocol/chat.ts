import * as v from 'valibot';
import { itemIdSchema } from './item.ts';
import { localeSchema } from './locale.ts';
import { shape } from './shape.ts';

/** Longest message, in code points. */
export const MESSAGE_LIMIT = 4000;
/** Largest request body, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** What the shopper is looking at, as the host page tells it. Never identity. */
export const pageContextSchema = shape({
  url: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  item_id: v.optional(itemIdSchema),
  cart: v.optional(
    v.pipe(
      v.array(shape({ item_id: itemIdSchema, quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)) })),
      v.maxLength(100),
    ),
  ),
  compare: v.optional(v.pipe(v.array(itemIdSchema), v.maxLength(6))),
});
export type PageContext = v.InferOutput<typeof pageContextSchema>;

/** Body of `POST /v1/chat`. `message.id` is made by the client and is the idempotency key. */
export const chatRequestSchema = shape({
  conversation_id: v.optional(v.pipe(v.string(), v.maxLength(200))),
  message: shape({
    id: v.pipe(v.string(), v.uuid('message.id is a UUID')),
    text: v.pipe(
      v.string(),
      v.check((text) => text.trim() !== '', 'message.text is empty'),
      v.check((text) => [...text].length <= MESSAGE_LIMIT, `message.text has more than ${MESSAGE_LIMIT} characters`),
    ),
  }),
  locale: v.optional(localeSchema),
  page: v.optional(pageContextSchema),
  /** What the shopper has agreed to besides being answered: that the shop may train models with this message's run. */
  consent: v.optional(shape({ training: v.optional(v.literal(true)) })),
});
export type ChatRequest = v.InferOutput<typeof chatRequestSchema>;

/** Body of `POST /v1/feedback`. */
export const feedbackRequestSchema = shape({
  run_id: v.string(),
  verdict: v.picklist(['up', 'down']),
  note: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});
export type FeedbackRequest = v.InferOutput<typeof feedbackRequestSchema>;

/** Body of `POST /v1/events`, sent only with the shopper's consent. */
export const eventRequestSchema = shape({
  run_id: v.optional(v.string()),
  kind: v.picklist(['card_seen', 'item_click', 'add_to_cart', 'compare']),
  item_id: itemIdSchema,
});
export type EventRequest = v.InferOutput<typeof eventRequestSchema>;
