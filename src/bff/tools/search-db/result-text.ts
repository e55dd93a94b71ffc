import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { SearchResult } from '../../catalog/engine.ts';
import { factText, itemHead, offerText } from '../item-text.ts';

/** The facts a search asked about, or else the first few the item states. */
function factsOf(item: Item, search: SearchArguments): Record<string, unknown> {
  const asked = new Set([
    ...(search.attributes ?? []).map((each) => each.name),
    ...(search.sort_attribute ? [search.sort_attribute.name] : []),
  ]);
  const all = Object.entries(item.attributes ?? {});
  const facts = all.filter(([key, fact]) => asked.has(key) || asked.has(fact.label));
  return Object.fromEntries((facts.length > 0 ? facts : all.slice(0, 4)).map(([, fact]) => [fact.label, factText(fact)]));
}

function itemText(item: Item, search: SearchArguments, locale: string, variants: number | undefined): Record<string, unknown> {
  return {
    ...itemHead(item),
    facts: factsOf(item, search),
    ...(item.features?.length ? { features: item.features.slice(0, 6) } : {}),
    ...(item.use_cases?.length ? { use_cases: item.use_cases.slice(0, 4) } : {}),
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
    ...(result.read_as ? { 'filed by the shop as': result.read_as } : {}),
    items: result.items.map((item) => itemText(item, search, locale, result.variants[item.id])),
    ...(result.cursor ? { more: true } : {}),
    ...(result.partial ? { partial: 'Nothing has all the words of the query; these have most of them. Say so.' } : {}),
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
