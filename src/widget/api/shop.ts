import * as v from 'valibot';

const link = v.pipe(
  v.string(),
  v.check((url) => /^(https:\/\/|mailto:|tel:|\/(?!\/))/.test(url), 'a link is https:, mailto:, tel: or root-relative'),
);

/** What the panel says about its shop: the shopper's half of the operator's `SHOP` profile. */
export const shopProfileSchema = v.object({
  name: v.string(),
  greeting: v.optional(v.string()),
  starters: v.optional(v.array(v.string()), []),
  contact: v.optional(v.object({ label: v.optional(v.string()), url: link })),
  privacy_url: v.optional(link),
});
export type ShopProfile = v.InferOutput<typeof shopProfileSchema>;
