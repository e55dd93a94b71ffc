import type { Attribute, Item } from '../../protocol/item.ts';
import type { Offer } from '../../protocol/offer.ts';
import { attributeValues, inUnit } from './fields.ts';
import { dayRate, saleTotal } from './price.ts';

const DAY = 86_400_000;

/** The numbers that every engine keeps of an item beside its record; null where not stated. */
export interface ItemFigures {
  readonly popularity: number | null;
  /** Milliseconds since 1970. */
  readonly created_at: number | null;
  /** On a scale of 5. */
  readonly rating: number | null;
  readonly rating_count: number | null;
  /** 1 or 0. */
  readonly available: number | null;
  readonly quantity: number | null;
  /** Days since 1970. */
  readonly available_from: number | null;
  /** Longest delivery in days. */
  readonly ships_in: number | null;
}

/** Days since 1970 of an ISO date; null for what is none. */
function dayOf(date: string | undefined): number | null {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : Math.floor(at / DAY);
}

export function itemFigures(item: Item): ItemFigures {
  const { availability: stock, rating, created_at } = item;
  return {
    popularity: item.popularity ?? null,
    created_at: created_at === undefined || Number.isNaN(Date.parse(created_at)) ? null : Date.parse(created_at),
    rating: rating ? (rating.value * 5) / rating.scale_max : null,
    rating_count: rating?.count ?? null,
    available: stock === undefined ? null : Number(stock.available),
    quantity: stock?.quantity ?? null,
    available_from: dayOf(stock?.from),
    ships_in: item.shipping?.days?.max ?? null,
  };
}

/** The cheapest sale and the cheapest day rate of an item in one currency. */
export interface LeastPrice {
  readonly currency: string;
  /** Minor units. */
  readonly sale: number | null;
  /** Minor units a day. */
  readonly rate: number | null;
}

export function leastPrices(offers: readonly Offer[]): LeastPrice[] {
  const least = (amounts: (number | null | undefined)[]) => {
    const known = amounts.filter((amount) => amount !== null && amount !== undefined);
    return known.length > 0 ? Math.min(...known) : null;
  };
  return [...new Set(offers.map((offer) => offer.price.currency))].map((currency) => {
    const own = offers.filter((offer) => offer.price.currency === currency);
    return { currency, sale: least(own.map((offer) => saleTotal(offer)?.amount)), rate: least(own.map((offer) => dayRate(offer))) };
  });
}

/**
 * The item as it is indexed: numbers in the unit the catalogue keeps, so that facets of one attribute are of one unit.
 * @param keptUnit the unit in which the catalogue keeps an attribute.
 */
export function inKeptUnits(item: Item, keptUnit: (key: string, stated: string | undefined) => string | undefined): Item {
  const attributes = Object.entries(item.attributes ?? {}).map(([key, attribute]): [string, Attribute] => {
    const kept = keptUnit(key, attribute.unit);
    if (kept === undefined || attribute.unit === undefined || attribute.unit === kept) return [key, attribute];
    const values = attributeValues(attribute).map((value) => (typeof value === 'number' ? inUnit(value, attribute.unit, kept) : value));
    if (values.some((value) => value === null)) return [key, attribute];
    return [key, { label: attribute.label, values: values.filter((value) => value !== null), unit: kept }];
  });
  return { ...item, attributes: Object.fromEntries(attributes) };
}
