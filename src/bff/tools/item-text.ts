import { type Attribute, type Item, itemType } from '../../protocol/item.ts';
import { formatMoney } from '../../protocol/money.ts';
import type { Offer } from '../../protocol/offer.ts';
import { rateFor, totalFor } from '../../protocol/total.ts';

/** One stated fact with its unit: `390 g`, `3–5`. */
export function factText(fact: Attribute): string {
  const values = fact.values ?? (fact.value === undefined ? [] : [fact.value]);
  return `${values.join('–')}${fact.unit ? ` ${fact.unit}` : ''}`;
}

/** An offer as a model reads it, in the words of the card: it gets no amount that the card will not show. */
export function offerText(offer: Offer, locale: string, days: number | undefined): Record<string, unknown> {
  if (!offer.lease) return { kind: 'sell', price: formatMoney(offer.price, locale) };
  const { deposit, billing_period } = offer.lease;
  const rate = rateFor(offer, days);
  const total = days === undefined ? null : totalFor(offer, days);
  const unit = billing_period.count === 1 ? billing_period.unit : `${billing_period.count} ${billing_period.unit}s`;
  return {
    kind: 'lease',
    rate: rate ? `${formatMoney(rate.price, locale)} / ${unit}` : 'not for that long',
    ...(total ? { total: `${formatMoney(total, locale)} for ${days} days` } : {}),
    ...(deposit === undefined
      ? {}
      : { deposit: deposit === null ? 'none' : `${formatMoney(deposit.amount, locale)}${deposit.waivable ? ', can be waived' : ''}` }),
  };
}

/** What every account of an item begins with. */
export function itemHead(item: Item): Record<string, unknown> {
  return {
    id: item.id,
    title: item.title,
    ...(item.brand ? { brand: item.brand } : {}),
    ...(item.model ? { model: item.model } : {}),
    ...(itemType(item) ? { type: itemType(item) } : {}),
    ...(item.rating ? { rating: `${item.rating.value}/${item.rating.scale_max} (${item.rating.count})` } : {}),
    ...(item.availability ? { availability: item.availability.status } : {}),
  };
}
