import type { Item } from '../../protocol/item.ts';
import type { Language } from '../../protocol/locale.ts';
import { type Bi, say } from './bilingual.ts';
import { type Dice, diceFor } from './random.ts';
import { aspects } from './reviews.ts';
import { regions, sellerOf } from './sellers.ts';
import type { Row } from './sheet.ts';
import type { Variant } from './variants.ts';

/** What shoppers said about the model; what is only rented out is also judged by its worth. */
export function reviewsOf({ sheet, row }: Variant, dice: Dice, language: Language): Pick<Item, 'rating' | 'review_aspects'> {
  const count = dice.whole(8, 900);
  const value = dice.whole(39, 49) / 10;
  const review_aspects = [...sheet.aspects, ...(row.deal === 'rent' ? (['value'] as const) : [])].map((key) => {
    const said: readonly Bi[] = aspects[key].says;
    const positive = dice.whole(4, Math.max(6, Math.floor(count / 2)));
    const negative = dice.whole(0, Math.ceil(positive / (value > 4.5 ? 9 : 4)));
    const quote = negative * 5 > positive ? said.at(-1) : dice.pick(said.slice(0, -1));
    return { aspect: say(aspects[key].name, language), positive, negative, ...(quote ? { quote: say(quote, language) } : {}) };
  });
  return { rating: { value, scale_max: 5, count }, review_aspects };
}

/** Whether it can be had now, drawn by lot where the row does not say. */
export function availabilityOf(dice: Dice, row: Row): NonNullable<Item['availability']> {
  const lot = dice.whole(1, 100);
  const from = `2026-12-${String(dice.whole(1, 20)).padStart(2, '0')}`;
  const status =
    row.stock ?? (lot <= 5 ? 'out_of_stock' : lot <= 12 && row.deal === 'rent' ? 'rented_out' : lot <= 9 ? 'preorder' : 'in_stock');
  if (status === 'out_of_stock') return { available: false, status, quantity: 0 };
  if (status === 'rented_out') return { available: false, status, quantity: 0, from };
  if (status === 'preorder') return { available: true, status, from };
  return { available: true, status, quantity: dice.whole(1, 40) };
}

/** Who offers it, with the certificates that concern this type, and where it is sent. */
export function sellingOf({ sheet, row }: Variant, language: Language): Pick<Item, 'seller' | 'shipping'> {
  const key = row.seller ?? diceFor(`${row.id} seller`).pick(sheet.sellers);
  const { name, location, since, certifications, days, regions: reach } = sellerOf(key);
  const stated = certifications.filter((certificate) => !certificate.of || certificate.of.includes(sheet.type));
  return {
    seller: {
      id: key,
      name: say(name, language),
      location: say(location, language),
      since,
      ...(stated.length > 0
        ? { certifications: stated.map((one) => ({ name: say(one.name, language), covers: say(one.covers, language) })) }
        : {}),
    },
    shipping: { regions: regions[reach].map((region) => say(region, language)), days: { min: days[0], max: days[1] } },
  };
}
