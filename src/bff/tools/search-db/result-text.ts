import type { Attribute, Item } from '../../../protocol/item.ts';
import { itemType } from '../../../protocol/item.ts';
import { formatMoney } from '../../../protocol/money.ts';
import type { Offer } from '../../../protocol/offer.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { rateFor, totalFor } from '../../../protocol/total.ts';
import type { SearchResult } from '../../catalog/engine.ts';

const shown = (fact: Attribute): string => {
  const values = fact.values ?? (fact.value === undefined ? [] : [fact.value]);
  return `${values.join('–')}${fact.unit ? ` ${fact.unit}` : ''}`;
};

/** An offer in the words of the card: the model gets no amount that the card will not show. */
function offerText(offer: Offer, locale: string, days: number | undefined): Record<string, unknown> {
  if (!offer.lease) return { kind: 'sell', price: formatMoney(offer.price, locale) };
  const rate = rateFor(offer, days);
  const total = days === undefined ? null : totalFor(offer, days);
  const { deposit, billing_period } = offer.lease;
  return {
    kind: 'lease',
    rate: rate
      ? `${formatMoney(rate.price, locale)} / ${billing_period.count === 1 ? '' : `${billing_period.count} `}${billing_period.unit}`
      : null,
    ...(total ? { total: `${formatMoney(total, locale)} for ${days} days` } : {}),
    ...(deposit === undefined
      ? {}
      : { deposit: deposit === null ? 'none' : `${formatMoney(deposit.amount, locale)}${deposit.waivable ? ', can be waived' : ''}` }),
  };
}

/** The facts a search asked about, or else the first few the item states. */
function factsOf(item: Item, search: SearchArguments): Record<string, unknown> {
  const asked = new Set([
    ...(search.attributes ?? []).map((each) => each.name),
    ...(search.sort_attribute ? [search.sort_attribute.name] : []),
  ]);
  const all = Object.entries(item.attributes ?? {});
  const facts = all.filter(([key, fact]) => asked.has(key) || asked.has(fact.label));
  return Object.fromEntries((facts.length > 0 ? facts : all.slice(0, 4)).map(([, fact]) => [fact.label, shown(fact)]));
}

function itemText(item: Item, search: SearchArguments, locale: string, variants: number | undefined): Record<string, unknown> {
  return {
    id: item.id,
    title: item.title,
    ...(item.brand ? { brand: item.brand } : {}),
    ...(item.model ? { model: item.model } : {}),
    ...(itemType(item) ? { type: itemType(item) } : {}),
    facts: factsOf(item, search),
    ...(item.features?.length ? { features: item.features.slice(0, 6) } : {}),
    ...(item.use_cases?.length ? { use_cases: item.use_cases.slice(0, 4) } : {}),
    ...(item.rating ? { rating: `${item.rating.value}/${item.rating.scale_max} (${item.rating.count})` } : {}),
    ...(item.availability ? { availability: item.availability.status } : {}),
    offers: item.offers.length > 0 ? item.offers.map((offer) => offerText(offer, locale, search.rental_days)) : 'ask the shop',
    ...(variants && variants > 1 ? { variants } : {}),
  };
}

/**
 * A search result as a model reads it: JSON, so that ids are exact and catalogue text stays inside quotes, framed as
 * data. Arguments are repeated so that an answer many turns later still knows what was asked.
 */
export function searchResultText(result: SearchResult, search: SearchArguments, locale: string): string {
  const { direct: _, cursor: __, ...filters } = search;
  return JSON.stringify({
    total: result.total,
    applied: filters,
    ...(result.unsupported.length > 0 ? { 'not supported by this catalogue yet': result.unsupported } : {}),
    items: result.items.map((item) => itemText(item, search, locale, result.variants[item.id])),
    ...(result.cursor ? { more: true } : {}),
    ...(result.total === 0
      ? {
          relaxations: result.relaxations.map((each) => ({
            without: each.without,
            total: each.total,
            ...(each.not_stated ? { note: 'items do not state this fact' } : {}),
          })),
        }
      : {}),
    ...(result.facets.length > 0
      ? {
          facets: Object.fromEntries(
            result.facets
              .slice(0, 6)
              .map((facet) => [facet.label, Object.fromEntries(facet.values.slice(0, 8).map((each) => [each.value, each.count]))]),
          ),
        }
      : {}),
  });
}
