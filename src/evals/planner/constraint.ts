import { convert } from '../../bff/language/units.ts';
import type { Item } from '../../protocol/item.ts';
import { minimumDays, rateFor, totalFor } from '../../protocol/total.ts';

/**
 * A condition in the notation of the case files, checked against the item's own data and nothing else:
 *
 *     type=相机|camera        the last name of a category has one of these
 *     brand=Aurel  brand!=X   title=4090  feature=防水|waterproof  use=星空  color=黑|black  color!=…
 *     @weight<=400            a stated number, in the item's unit   @weight(g)<=400   in grams   @efficiency=gold   a stated text
 *     sale<=5000  sale>=…     a sale price in whole units of the currency   price<=300   that, or the shortest rental
 *     total(5)<=300           rent for five days      days=5   can be rented so long      day<=100   rate a day
 *     rents  sells  free      a rental, a sale, a rental with no deposit or a waivable one
 *     deposit<=500  rated>=4.5  for=长辈|older   an audience     instock
 */
export interface Constraint {
  readonly text: string;
  readonly holds: (item: Item) => boolean;
}

const NOTATION = /^(@?[\p{L}\p{N}_]+)(?:\(([\p{L}\d]+)\))?(!=|<=|>=|=)?(.*)$/u;

/** @throws when the notation has no such condition. */
export function parseConstraint(text: string): Constraint {
  const [, name = '', argument, operator = '', value = ''] = NOTATION.exec(text.trim()) ?? [];
  const names = value.split('|').map((each) => each.trim().toLowerCase());
  const bound = (amount: number | null | undefined): boolean => amount !== null && amount !== undefined && within(amount, operator, value);
  const some = (stated: readonly unknown[]): boolean => {
    const hit = stated.some((each) =>
      names.some((wanted) =>
        String(each ?? '')
          .toLowerCase()
          .includes(wanted),
      ),
    );
    return operator === '!=' ? !hit : hit;
  };
  const holds = (item: Item): boolean => {
    const leases = item.offers.filter((offer) => offer.lease);
    const sales = item.offers.filter((offer) => !offer.lease);
    if (name.startsWith('@')) {
      const fact = item.attributes?.[name.slice(1)];
      const values = fact?.values ?? (fact?.value === undefined ? [] : [fact.value]);
      const numeric = Number.isFinite(Number(value)) && operator !== '!=';
      const told = (each: unknown): number => {
        const figure = typeof each === 'number' ? each : Number.parseFloat(String(each));
        return argument && fact?.unit ? (convert(figure, fact.unit, argument) ?? Number.NaN) : figure;
      };
      return numeric ? values.some((each) => bound(told(each))) : some(values);
    }
    switch (name) {
      case 'type':
        return some((item.categories ?? []).slice(-1).map((category) => category.value.split(' > ').at(-1)));
      case 'brand':
        return some([item.brand]);
      case 'title':
        return some([item.title, item.model]);
      case 'feature':
        return some(item.features ?? []);
      case 'use':
        return some(item.use_cases ?? []);
      case 'for':
        return some(item.audience ?? []);
      case 'instock':
        return item.availability?.available !== false;
      case 'color':
        return some(looks(item));
      case 'sale':
        return sales.some((offer) => bound(offer.price.amount / 100));
      case 'price':
        return item.offers.some((offer) => bound(amountOf(totalFor(offer, offer.lease ? minimumDays(offer.lease) : 1))));
      case 'total':
        return leases.some((offer) => bound(amountOf(totalFor(offer, Number(argument)))));
      case 'days':
        return leases.some((offer) => totalFor(offer, Number(value)) !== null && minimumDays(offer.lease as never) <= Number(value));
      case 'day':
        return leases.some((offer) => {
          const rate = rateFor(offer);
          return rate !== null && bound((rate.price.amount * 24) / rate.hours / 100);
        });
      case 'rents':
        return leases.length > 0;
      case 'sells':
        return sales.length > 0;
      case 'free':
        return leases.some((offer) => offer.lease?.deposit === null || offer.lease?.deposit?.waivable === true);
      case 'deposit':
        return leases.some((offer) => offer.lease?.deposit !== undefined && bound((offer.lease.deposit?.amount.amount ?? 0) / 100));
      case 'rated':
        return bound(((item.rating?.value ?? 0) * 5) / (item.rating?.scale_max ?? 5));
      default:
        throw new Error(`no such condition: ${text}`);
    }
  };
  return { text: text.trim(), holds };
}

const amountOf = (money: { readonly amount: number } | null): number | null => money && money.amount / 100;

function within(amount: number, operator: string, value: string): boolean {
  const wanted = Number(value);
  if (operator === '<=') return amount <= wanted;
  if (operator === '>=') return amount >= wanted;
  return Math.abs(amount - wanted) < 1e-9;
}

function looks(item: Item): unknown[] {
  const facts = Object.entries(item.attributes ?? {}).filter(([key, fact]) => /colou?r|颜色/i.test(key + fact.label));
  return [
    ...(item.options ?? []).filter((option) => /colou?r|颜色/i.test(option.name)).map((option) => option.value),
    ...facts.flatMap(([, fact]) => fact.values ?? [fact.value]),
  ];
}

/** The number an item is ordered by: `@weight`, `sale`; a leading `-` turns the order round. Infinity where it states none. */
export function orderKey(order: string): (item: Item) => number {
  const sign = order.startsWith('-') ? -1 : 1;
  const name = order.replace(/^-/, '');
  return (item) => {
    const value = name.startsWith('@') ? item.attributes?.[name.slice(1)]?.value : item.offers.find((offer) => !offer.lease)?.price.amount;
    return typeof value === 'number' ? sign * value : Number.POSITIVE_INFINITY;
  };
}
