import type { Item } from '../../../../protocol/item.ts';
import { minimumDays, rateFor, totalFor } from '../../../../protocol/total.ts';

/** A condition a shown item must meet, with a name for the report. */
export interface Check {
  readonly name: string;
  readonly holds: (item: Item) => boolean;
}

const check = (name: string, holds: Check['holds']): Check => ({ name, holds });
const includes = (text: string | undefined, part: string): boolean => (text ?? '').toLowerCase().includes(part.toLowerCase());

/** The item's own type, by its last category's name. */
export const type = (...names: string[]): Check =>
  check(`type ${names.join('|')}`, (item) => names.some((name) => includes(item.categories?.at(-1)?.value.split(' > ').at(-1), name)));
export const brand = (...names: string[]): Check =>
  check(`brand ${names.join('|')}`, (item) => names.some((name) => includes(item.brand, name)));
export const notBrand = (name: string): Check => check(`not ${name}`, (item) => !includes(item.brand, name));
export const titled = (part: string): Check =>
  check(`title has ${part}`, (item) => includes(item.title, part) || includes(item.model, part));

const listed = (values: readonly string[] | undefined, name: string): boolean => (values ?? []).some((value) => includes(value, name));
export const feature = (...names: string[]): Check =>
  check(`feature ${names[0]}`, (item) => names.some((name) => listed(item.features, name)));
export const use = (...names: string[]): Check => check(`use ${names[0]}`, (item) => names.some((name) => listed(item.use_cases, name)));

const looks = (item: Item): string[] => [
  ...(item.options ?? []).map((option) => option.value),
  ...Object.entries(item.attributes ?? {}).flatMap(([key, fact]) =>
    /colou?r|颜色/i.test(key + fact.label) ? [...(fact.values ?? [fact.value ?? ''])].map(String) : [],
  ),
];
export const color = (...names: string[]): Check => check(`color ${names[0]}`, (item) => names.some((name) => listed(looks(item), name)));
export const notColor = (...names: string[]): Check => check(`not ${names[0]}`, (item) => !names.some((name) => listed(looks(item), name)));

/** A stated number within bounds, in the catalogue's unit. */
export const stated = (
  key: string,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number },
): Check =>
  check(`${key} ${min}…${max}`, (item) => {
    const fact = item.attributes?.[key];
    return (fact?.values ?? [fact?.value]).some((value) => {
      const number = typeof value === 'number' ? value : Number.parseFloat(String(value));
      return number >= min && number <= max;
    });
  });
export const says = (key: string, ...values: string[]): Check =>
  check(`${key} is ${values.join('|')}`, (item) => {
    const fact = item.attributes?.[key];
    return (fact?.values ?? [fact?.value ?? '']).some((value) => values.some((wanted) => includes(String(value), wanted)));
  });

/** A sale price, in whole units of the currency. */
export const sale = ({ min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number }): Check =>
  check(`sale ${min}…${max}`, (item) =>
    item.offers.some((offer) => offer.kind === 'sell' && offer.price.amount >= min * 100 && offer.price.amount <= max * 100),
  );
/** A sale price or the total of the shortest rental. */
export const price = ({ min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number }): Check =>
  check(`price ${min}…${max}`, (item) =>
    item.offers.some((offer) => {
      const total = totalFor(offer, offer.lease ? minimumDays(offer.lease) : 0);
      return total !== null && total.amount >= min * 100 && total.amount <= max * 100;
    }),
  );
/** A rental of `days` for at most `max` in all. */
export const rental = (days: number, max = Number.POSITIVE_INFINITY): Check =>
  check(`${days} days ≤ ${max}`, (item) =>
    item.offers.some((offer) => offer.lease && (totalFor(offer, days)?.amount ?? Number.POSITIVE_INFINITY) <= max * 100),
  );
/** A rental rate of at most `max` a day. */
export const daily = (max: number): Check =>
  check(`≤ ${max} a day`, (item) =>
    item.offers.some((offer) => {
      const rate = rateFor(offer);
      return rate !== null && rate.price.amount * 24 <= max * 100 * rate.hours;
    }),
  );
export const rents: Check = check('can be rented', (item) => item.offers.some((offer) => offer.kind === 'lease'));
export const sells: Check = check('is sold', (item) => item.offers.some((offer) => offer.kind === 'sell'));
export const noDeposit: Check = check('no deposit', (item) =>
  item.offers.some((offer) => offer.lease && (offer.lease.deposit === null || offer.lease.deposit?.waivable === true)),
);
export const deposit = (max: number): Check =>
  check(`deposit ≤ ${max}`, (item) =>
    item.offers.some((offer) => offer.lease && offer.lease.deposit !== undefined && (offer.lease.deposit?.amount.amount ?? 0) <= max * 100),
  );
export const rated = (min: number): Check =>
  check(`rated ${min}`, (item) => (item.rating?.value ?? 0) * (5 / (item.rating?.scale_max ?? 5)) >= min);
