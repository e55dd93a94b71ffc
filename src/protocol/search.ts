import * as v from 'valibot';
import { conditions, itemIdSchema, itemSchema } from './item.ts';
import { localeSchema } from './locale.ts';
import { currencySchema } from './money.ts';
import { shape } from './shape.ts';

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const list = v.optional(v.pipe(v.array(word), v.maxLength(50)));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A decimal amount: text (`"1299.50"`), or a JSON number whose shortest text is read instead of its float. */
export const decimalSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,13}(?:\.\d{1,6})?$/, 'an amount is a plain decimal such as "1299.50"'),
);

export const comparisonOperators = ['eq', 'ne', 'lte', 'gte', 'in', 'not_in', 'contains'] as const;
const attributeValue = v.union([v.string(), v.number(), v.boolean()]);

/** A condition on one stated fact. `value` is in `unit`, which is converted to the catalogue's. */
export const attributeFilterSchema = shape({
  name: word,
  op: v.picklist(comparisonOperators),
  value: v.union([attributeValue, v.array(attributeValue)]),
  unit: v.optional(word),
});
export type AttributeFilter = v.InferOutput<typeof attributeFilterSchema>;

export const sorts = ['relevance', 'price_asc', 'price_desc', 'deposit_asc', 'rating', 'popularity', 'newest', 'attribute'] as const;

/** `search_db`: every field optional, at least one given. Design, "Tools" and "Price rules". */
export const searchArgumentsSchema = shape({
  query: v.optional(v.pipe(v.string(), v.maxLength(400))),
  product_types: list,
  brands: list,
  models: list,
  key_features: list,
  use_cases: list,
  audience: list,
  offer_kind: v.optional(v.picklist(['sell', 'lease'])),
  buyout: v.optional(v.boolean()),
  price_range: v.optional(
    shape({
      min: v.optional(decimalSchema),
      max: v.optional(decimalSchema),
      basis: v.optional(v.picklist(['total', 'day', 'month'])),
    }),
  ),
  currency: v.optional(currencySchema),
  rental_days: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650))),
  start_date: v.optional(v.pipe(v.string(), v.isoDate())),
  deposit_max: v.optional(decimalSchema),
  deposit_free: v.optional(v.boolean()),
  service_guarantees: list,
  conditions: v.optional(v.array(v.picklist(conditions))),
  colors: list,
  sizes: list,
  materials: list,
  attributes: v.optional(v.pipe(v.array(attributeFilterSchema), v.maxLength(20))),
  rating_min: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5))),
  in_stock: v.optional(v.boolean()),
  quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  ships_to: v.optional(word),
  deliver_by: v.optional(v.pipe(v.string(), v.isoDate())),
  seller: v.optional(word),
  seller_location: v.optional(word),
  certifications: list,
  product_id: v.optional(word),
  exclude: v.optional(
    shape({
      brands: list,
      product_types: list,
      features: list,
      conditions: v.optional(v.array(v.picklist(conditions))),
      colors: list,
      words: list,
      ids: v.optional(v.pipe(v.array(itemIdSchema), v.maxLength(200))),
    }),
  ),
  sort: v.optional(v.picklist(sorts)),
  sort_attribute: v.optional(shape({ name: word, order: v.picklist(['asc', 'desc']) })),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
  cursor: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000))),
  direct: v.optional(v.boolean()),
});
export type SearchArguments = v.InferOutput<typeof searchArgumentsSchema>;

/** Fields that say how results are paged and sent, and for whom, but not what is wanted. */
const MANNER = new Set(['limit', 'direct', 'locale', 'conversation_id']);

/** Whether the arguments ask for anything at all. */
export function asksForSomething(search: SearchArguments): boolean {
  return Object.entries(search).some(([key, value]) => {
    if (value === undefined) return false;
    if (MANNER.has(key)) return false;
    return typeof value !== 'object' || Object.keys(value).length > 0;
  });
}

/** Body of `POST /v1/search`. */
export const searchRequestSchema = v.pipe(
  shape({ ...searchArgumentsSchema.entries, locale: v.optional(localeSchema), conversation_id: v.optional(v.string()) }),
  v.check((search) => asksForSomething(search), 'give at least one field to search by'),
);
export type SearchRequest = v.InferOutput<typeof searchRequestSchema>;

/** Answer of `POST /v1/search`. */
export const searchResponseSchema = shape({ items: v.array(itemSchema), total: natural, cursor: v.optional(v.string()) });
export type SearchResponse = v.InferOutput<typeof searchResponseSchema>;

/** Answer of `GET /v1/items`. */
export const itemsResponseSchema = shape({ items: v.array(itemSchema) });
export type ItemsResponse = v.InferOutput<typeof itemsResponseSchema>;
