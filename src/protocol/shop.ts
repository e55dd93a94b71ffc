import * as v from 'valibot';
import { itemUrlSchema } from './item.ts';
import { shape } from './shape.ts';

/** Answer of `GET /v1/shop?locale=`: what the panel says before the first question. */
export const shopInfoSchema = shape({
  name: v.string(),
  greeting: v.optional(v.string()),
  starter_questions: v.array(v.string()),
  /** How to reach a person: an address, `mailto:` or `tel:`. */
  contact: v.optional(v.string()),
  privacy: v.optional(itemUrlSchema),
});
export type ShopInfo = v.InferOutput<typeof shopInfoSchema>;
