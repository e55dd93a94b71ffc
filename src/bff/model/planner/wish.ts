import type { Language } from '../../../protocol/locale.ts';
import type { AttributeFilter, SearchArguments } from '../../../protocol/search.ts';
import type { Concept } from './read/concepts.ts';
import type { TermField } from './read/lexicon.ts';

/** Fields of a wish that name values of the catalogue. */
export type ListField = Exclude<TermField, 'attribute'>;

/** How a message changes the search before it. */
export type Edit =
  | { readonly kind: 'cheaper' | 'dearer' | 'others' | 'unpriced' }
  /** More or less of one quality than what was shown: bigger, lighter. */
  | { readonly kind: 'more'; readonly concept: Concept; readonly order: 'asc' | 'desc' };

/** What kind of message it is, where it is not a wish for products. */
export type Talk =
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'who'
  | 'help'
  | 'person'
  | 'fine'
  | 'any'
  /** Somebody who only looks around, and wants to be led. */
  | 'browse'
  | 'policy'
  | 'order'
  | 'tracking'
  | 'compare'
  | 'this-item'
  | 'video'
  | 'off-topic'
  | 'unclear';

/** A price as the shopper set it, in plain decimals of `currency`. */
export interface PriceWish {
  readonly min?: string;
  readonly max?: string;
  readonly basis: 'total' | 'day' | 'month' | null;
  /** Named by the shopper; null where any currency is meant ("300 块"). */
  readonly currency: string | null;
}

/** Everything one message says about what is wanted. Pure reading: nothing of the conversation is in it. */
export interface Wish {
  readonly language: Language;
  readonly talk: Talk | null;
  readonly edit: Edit | null;
  /** The message leans on what was said before: "那…呢", "only", "what about", "instead". */
  readonly leans: boolean;
  readonly terms: Readonly<Partial<Record<ListField, readonly string[]>>>;
  readonly models: readonly string[];
  readonly conditions: NonNullable<SearchArguments['conditions']>;
  readonly exclude: NonNullable<SearchArguments['exclude']>;
  readonly attributes: readonly AttributeFilter[];
  readonly price: PriceWish | null;
  readonly deposit_max: { readonly amount: string; readonly currency: string | null } | null;
  readonly deposit_free: boolean;
  readonly offer_kind: 'sell' | 'lease' | null;
  readonly buyout: boolean;
  readonly rental_days: number | null;
  readonly start_date: string | null;
  readonly rating_min: number | null;
  readonly in_stock: boolean;
  readonly quantity: number | null;
  readonly sort: NonNullable<SearchArguments['sort']> | null;
  readonly sort_attribute: NonNullable<SearchArguments['sort_attribute']> | null;
  /** Qualities asked for that no attribute of this catalogue states. */
  readonly unstated: readonly Concept[];
  /** Words joined to a brand ("Sony or Aurel") that name none of this catalogue. */
  readonly strangers: readonly string[];
  /** Content words that nothing in the catalogue's vocabulary explains. */
  readonly words: readonly string[];
  /** The shopper's own word for the kind of product. */
  readonly noun: string | null;
}
