import type { Wish } from '../wish.ts';

/** A {@link Wish} while the readers fill it in. */
export type Draft = {
  -readonly [K in keyof Wish]: Wish[K] extends readonly (infer T)[]
    ? T[]
    : Wish[K] extends Readonly<Partial<Record<infer F extends string, readonly string[]>>>
      ? Partial<Record<F, string[]>>
      : Wish[K];
};

/** A wish that says nothing yet. */
export function emptyDraft(language: Wish['language']): Draft {
  return {
    language,
    talk: null,
    edit: null,
    leans: false,
    terms: {},
    models: [],
    conditions: [],
    exclude: {},
    attributes: [],
    price: null,
    deposit_max: null,
    deposit_free: false,
    offer_kind: null,
    buyout: false,
    rental_days: null,
    start_date: null,
    rating_min: null,
    in_stock: false,
    quantity: null,
    sort: null,
    sort_attribute: null,
    unstated: [],
    strangers: [],
    words: [],
    noun: null,
  };
}
