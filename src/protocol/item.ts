import * as v from 'valibot';
import { hasHidden } from './display-text.ts';
import { localeSchema } from './locale.ts';
import { offerSchema } from './offer.ts';
import { shape } from './shape.ts';

const text = v.pipe(v.string(), v.minLength(1));
const words = v.optional(v.array(text));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Why a string cannot be an item's id, in words; null when it can. */
export function idFault(id: string): string | null {
  const length = [...id].length;
  if (length < 1 || length > 128) return 'an id has 1 to 128 characters';
  if (/[,"'<>\n\t]/.test(id) || hasHidden(id)) return 'an id has no comma, quote, angle bracket, control or invisible character';
  if (id !== id.trim()) return 'an id does not start or end with white space';
  return null;
}

/** An item's id, compared by code unit everywhere (guard contract G2). */
export const itemIdSchema = v.pipe(
  v.string(),
  v.check(
    (id) => idFault(id) === null,
    (issue) => idFault(String(issue.input)) ?? 'not an id',
  ),
);

/** Whether an address may stand in a card: absolute `https:`, root-relative, or `http:` on loopback. */
export function isItemUrl(url: string): boolean {
  if (/^\/(?![/\\])/.test(url)) return !hasHidden(url) && !/[\s\\]/.test(url);
  const parsed = URL.parse(url);
  if (!parsed || parsed.username || parsed.password) return false;
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(parsed.hostname));
}

/** An address as {@link isItemUrl} wants it. */
export const itemUrlSchema = v.pipe(v.string(), v.check(isItemUrl, 'an address is https:, starts with one slash, or is http: on loopback'));

export const mediaSchema = shape({
  type: v.picklist(['image', 'video']),
  url: itemUrlSchema,
  alt_text: v.optional(v.string()),
  /** Pixels. */
  width: v.optional(natural),
  /** Pixels. */
  height: v.optional(natural),
  poster: v.optional(itemUrlSchema),
  duration_s: v.optional(v.pipe(v.number(), v.minValue(0))),
  captions: v.optional(itemUrlSchema),
});
export type Media = v.InferOutput<typeof mediaSchema>;

const attributeValue = v.union([v.string(), v.number(), v.boolean()]);
/** One stated fact: a value or several, with the unit the numbers are in. */
export const attributeSchema = v.pipe(
  shape({ label: text, value: v.optional(attributeValue), values: v.optional(v.array(attributeValue)), unit: v.optional(text) }),
  v.check((fact) => (fact.value === undefined) !== (fact.values === undefined), 'an attribute has `value` or `values`, not both'),
);
export type Attribute = v.InferOutput<typeof attributeSchema>;

export const conditions = ['new', 'open_box', 'like_new', 'very_good', 'good', 'fair', 'refurbished'] as const;
export type Condition = (typeof conditions)[number];

export const ratingSchema = shape({
  value: v.pipe(v.number(), v.minValue(0)),
  scale_max: v.pipe(v.number(), v.minValue(1)),
  count: natural,
});
export const reviewAspectSchema = shape({ aspect: text, positive: natural, negative: natural, quote: v.optional(v.string()) });

export const availabilitySchema = shape({
  available: v.boolean(),
  /** Such as `in_stock`, `preorder`, `backorder`, `out_of_stock`, `rented_out`. */
  status: text,
  quantity: v.optional(natural),
  /** ISO 8601 date from which it can be had. */
  from: v.optional(text),
});

export const sellerSchema = shape({
  id: text,
  name: text,
  location: v.optional(text),
  /** Year or ISO date since when the seller trades. */
  since: v.optional(v.union([text, v.number()])),
  certifications: v.optional(v.array(shape({ name: text, covers: v.optional(v.string()) }))),
  links: v.optional(v.array(shape({ label: v.optional(text), url: itemUrlSchema }))),
});

/** A promise of the shop about this item: a return window, a damage waiver (免赔保障), cover for the term (租期质保). */
export const policySchema = shape({ type: text, label: text, description: v.optional(v.string()), url: v.optional(itemUrlSchema) });
export type Policy = v.InferOutput<typeof policySchema>;

/**
 * Something the shop offers, in one locale. UCP-shaped, so feeds import naturally. A catalogue holds one record for
 * each (id, locale); offers, stock and attribute keys are the same in all of them.
 */
export const itemSchema = shape({
  id: itemIdSchema,
  title: text,
  offers: v.array(offerSchema),
  locale: localeSchema,
  /** ISO 8601 instant. */
  updated_at: text,
  /** Groups variants: search shows the best one of each. */
  product_id: v.optional(text),
  sku: v.optional(text),
  barcodes: words,
  subtitle: v.optional(v.string()),
  description: v.optional(shape({ plain: v.string(), markdown: v.optional(v.string()) })),
  url: v.optional(itemUrlSchema),
  brand: v.optional(text),
  model: v.optional(text),
  /** From general to special; a value may be a path joined by ` > `. The last one is the item's type. */
  categories: v.optional(v.array(shape({ value: text, taxonomy: v.optional(text) }))),
  options: v.optional(v.array(shape({ name: text, value: text }))),
  media: v.optional(v.array(mediaSchema)),
  condition: v.optional(v.picklist(conditions)),
  attributes: v.optional(v.record(text, attributeSchema)),
  features: words,
  use_cases: words,
  audience: words,
  tags: words,
  rating: v.optional(ratingSchema),
  review_aspects: v.optional(v.array(reviewAspectSchema)),
  popularity: v.optional(v.pipe(v.number(), v.integer())),
  created_at: v.optional(text),
  availability: v.optional(availabilitySchema),
  shipping: v.optional(shape({ regions: v.optional(v.array(text)), days: v.optional(shape({ min: natural, max: natural })) })),
  seller: v.optional(sellerSchema),
  policies: v.optional(v.array(policySchema)),
  source: v.optional(shape({ system: text, external_id: text, revision: v.optional(v.string()) })),
});
export type Item = v.InferOutput<typeof itemSchema>;

/** The item's own type: the last name of its last category. */
export function itemType(item: Item): string | undefined {
  return item.categories?.at(-1)?.value.split(' > ').at(-1)?.trim();
}
