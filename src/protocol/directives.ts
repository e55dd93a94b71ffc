import * as v from 'valibot';
import { shape } from './shape.ts';

/** Names of the inline tags by which model text asks for a card; nothing else is one (guard contract G3). */
export const directiveNames = ['itemCard', 'moreItems', 'compareTable', 'videoCard', 'askCard', 'bundleCard'] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** Limits of guard contract G6, G8 and G9, in characters unless said otherwise. */
export const directiveLimits = {
  tag: 4096,
  value: 512,
  reason: 300,
  bundleTitle: 80,
  itemCards: 24,
  listedIds: 6,
  /** Bytes of UTF-8. */
  visibleText: 64 * 1024,
  /** Bytes of UTF-8. */
  askBody: 8 * 1024,
  question: 200,
  option: 60,
} as const;

const length = (max: number) => v.check((text: string) => [...text].length <= max);
const option = v.pipe(v.string(), v.trim(), v.minLength(1), length(directiveLimits.option));

/** Body of `<askCard>`; extra fields are ignored. */
export const askBodySchema = shape({
  question: v.pipe(v.string(), v.trim(), v.minLength(1), length(directiveLimits.question)),
  options: v.pipe(v.array(option), v.minLength(2), v.maxLength(6)),
  multi: v.optional(v.boolean(), false),
});
export type AskBody = v.InferOutput<typeof askBodySchema>;

/** A directive that the guard let through: well-formed, and every id in the ledger. */
export type Directive =
  | { readonly name: 'itemCard'; readonly id: string; readonly reason?: string }
  | { readonly name: 'moreItems' }
  | { readonly name: 'compareTable'; readonly ids: readonly string[] }
  | { readonly name: 'videoCard'; readonly id: string }
  | ({ readonly name: 'askCard' } & AskBody)
  | {
      readonly name: 'bundleCard';
      readonly title: string;
      readonly members: readonly { readonly id: string; readonly quantity: number }[];
    };
