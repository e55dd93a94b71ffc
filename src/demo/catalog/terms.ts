import type { Item } from '../../protocol/item.ts';
import type { Language } from '../../protocol/locale.ts';
import { say } from './bilingual.ts';
import { offersFor } from './offers.ts';
import { type PolicyKey, policies } from './policies.ts';
import type { Variant } from './variants.ts';

/** Offers, and the promises that follow from them. */
export function termsOf({ id, sheet, row, price }: Variant, language: Language): Pick<Item, 'offers' | 'policies'> {
  const terms = new Set<PolicyKey>([
    ...(row.deal === 'rent' ? [] : sheet.saleTerms),
    ...(row.deal === 'sale' ? [] : sheet.rentTerms),
    ...(row.terms ?? []),
  ]);
  const offers = offersFor(
    {
      id,
      product: row.id,
      price,
      ...(row.list && price === row.price ? { list: row.list } : {}),
      deal: row.deal ?? 'both',
      plan: { ...sheet.plan, ...row.plan },
      hasWaiver: terms.has('damage_waiver'),
    },
    language,
  );
  const leases = offers.flatMap(({ lease }) => lease ?? []);
  if (leases.some(({ deposit }) => deposit?.waivable)) terms.add('deposit_free');
  if (leases.some(({ buyout }) => buyout)) terms.add('rent_to_own');
  return {
    offers,
    policies: [...terms].map((type) => ({
      type,
      label: say(policies[type].label, language),
      description: say(policies[type].description, language),
    })),
  };
}
