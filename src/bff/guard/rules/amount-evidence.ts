import type { Item } from '../../../protocol/item.ts';
import { decimalOf, type Money } from '../../../protocol/money.ts';
import type { BillingUnit, Offer } from '../../../protocol/offer.ts';
import { minimumDays, totalFor } from '../../../protocol/total.ts';
import { type Amount, type FreeAmount, findAmounts } from '../../language/amounts.ts';
import { tidyDecimal } from '../../language/decimal.ts';
import type { Evidence } from '../evidence.ts';

/** One amount that may be said, and how. */
export interface MoneyFact {
  /** Minor units; exact sums and differences are taken on these. */
  readonly money?: Money;
  /** Undefined: the source did not say (a shopper's "two thousand"). */
  readonly currencies?: readonly string[];
  /** `any`: the source did not say what it buys. */
  readonly unit: BillingUnit | 'total' | 'any';
  readonly kind: 'price' | 'deposit' | 'any';
}

/** A discount an item really has: `list` and `now` in minor units. */
export interface DiscountFact {
  readonly list: number;
  readonly now: number;
}

interface ItemFacts {
  readonly money: readonly MoneyFact[];
  readonly discounts: readonly DiscountFact[];
  readonly free: ReadonlySet<FreeAmount['about']>;
}

const byItem = new WeakMap<Item, ItemFacts>();
const DAYS_OF: Readonly<Record<number, BillingUnit>> = { 1: 'day', 7: 'week', 30: 'month', 365: 'year' };

/**
 * What may be said about money in one step (G15): amounts of the ledger's items, of passages, and of the shopper. Built when the
 * first amount turns up; a step's evidence does not change while it lasts.
 */
export class AmountEvidence {
  readonly #evidence: Evidence;
  #facts: Map<string, MoneyFact[]> | undefined;
  readonly #discounts: DiscountFact[] = [];
  readonly #statedDiscounts = new Set<string>();
  readonly #free = new Set<FreeAmount['about']>();
  readonly #leases: Offer[] = [];
  readonly #shown: MoneyFact[] = [];

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Facts whose value is exactly this plain decimal. */
  valued(decimal: string): readonly MoneyFact[] {
    return this.#index().get(decimal) ?? [];
  }

  /** Every fact with a known amount, to look for differences. */
  *all(): Iterable<MoneyFact> {
    for (const facts of this.#index().values()) yield* facts;
  }

  discounts(): readonly DiscountFact[] {
    this.#index();
    return this.#discounts;
  }

  /** Discounts that a passage or the shopper stated, percent off. */
  stated(percentOff: string): boolean {
    this.#index();
    return this.#statedDiscounts.has(percentOff);
  }

  free(about: FreeAmount['about']): boolean {
    this.#index();
    return this.#free.has(about) || (about === 'price' && this.#free.has('price'));
  }

  /** Totals of every lease for a length the text itself names. */
  totalsFor(days: number): Money[] {
    this.#index();
    return this.#leases.flatMap((offer) => totalFor(offer, days) ?? []);
  }

  /** G15: the totals of a bundle or comparison that this step showed. Quantity 1 for a comparison. */
  addShown(members: readonly { readonly id: string; readonly quantity: number }[]): void {
    const items = new Map<string, Item>();
    for (const item of this.#evidence.ledgerItems()) items.set(item.id, item);
    for (const kind of ['sell', 'lease', 'deposit'] as const)
      for (const days of kind === 'lease' ? [undefined, ...this.#evidence.rentalDays()] : [undefined]) {
        const total = sumOf(members, items, kind, days);
        if (total)
          this.#shown.push({ money: total, currencies: [total.currency], unit: 'total', kind: kind === 'deposit' ? 'deposit' : 'price' });
      }
    this.#facts = undefined;
  }

  #index(): Map<string, MoneyFact[]> {
    if (this.#facts) return this.#facts;
    const facts = new Map<string, MoneyFact[]>();
    const add = (decimal: string, fact: MoneyFact): void => {
      const known = facts.get(decimal);
      if (!known) facts.set(decimal, [fact]);
      else if (!known.some((other) => sameFact(other, fact))) known.push(fact);
    };
    const days = new Set(this.#evidence.rentalDays());
    for (const item of this.#evidence.ledgerItems()) {
      const known = factsOf(item);
      for (const fact of [...known.money, ...totalsOf(item, days)]) if (fact.money) add(tidyDecimal(decimalOf(fact.money)), fact);
      this.#discounts.push(...known.discounts);
      for (const about of known.free) this.#free.add(about);
      this.#leases.push(...item.offers.filter((offer) => offer.lease));
    }
    for (const fact of this.#shown) if (fact.money) add(tidyDecimal(decimalOf(fact.money)), fact);
    for (const text of this.#evidence.passages()) this.#addText(text, add, false);
    for (const text of this.#evidence.shopperTexts()) this.#addText(text, add, true);
    this.#facts = facts;
    return facts;
  }

  #addText(text: string, add: (decimal: string, fact: MoneyFact) => void, shopper: boolean): void {
    for (const amount of findAmounts(text.length > 20_000 ? text.slice(0, 20_000) : text)) {
      if (amount.kind === 'discount') this.#statedDiscounts.add(amount.percentOff);
      else if (amount.kind === 'free') this.#free.add(amount.about);
      else for (const value of amount.values) add(tidyDecimal(value), statedFact(amount, shopper));
    }
  }
}

function statedFact(amount: Extract<Amount, { kind: 'money' }>, shopper: boolean): MoneyFact {
  return {
    ...(amount.currencies ? { currencies: amount.currencies } : {}),
    unit: shopper ? 'any' : (amount.unit ?? 'total'),
    kind: amount.role === 'deposit' && !shopper ? 'deposit' : 'any',
  };
}

const sameFact = (a: MoneyFact, b: MoneyFact): boolean =>
  a.unit === b.unit && a.kind === b.kind && a.money?.currency === b.money?.currency && a.currencies?.join() === b.currencies?.join();

/** The amounts an item states by itself. */
function factsOf(item: Item): ItemFacts {
  let facts = byItem.get(item);
  if (!facts) {
    facts = readFacts(item);
    byItem.set(item, facts);
  }
  return facts;
}

function readFacts(item: Item): ItemFacts {
  const money: MoneyFact[] = [];
  const discounts: DiscountFact[] = [];
  const free = new Set<FreeAmount['about']>();
  const add = (amount: Money, unit: MoneyFact['unit'], kind: MoneyFact['kind'] = 'price') =>
    void money.push({ money: amount, currencies: [amount.currency], unit, kind });
  for (const offer of item.offers) {
    const { lease } = offer;
    const { count = 1, unit } = lease?.billing_period ?? {};
    const rate = unit && count === 1 ? unit : 'total';
    add(offer.price, rate);
    if (offer.list_price) {
      add(offer.list_price, rate);
      discounts.push({ list: offer.list_price.amount, now: offer.price.amount });
    }
    for (const fee of offer.fees) {
      add(fee.amount, 'any', 'any');
      if (fee.amount.amount === 0) free.add(/ship|deliver|运|邮|配送/i.test(`${fee.type} ${fee.label}`) ? 'shipping' : 'fee');
    }
    if (offer.price.amount === 0) free.add('price');
    for (const tier of lease?.price_tiers ?? []) {
      add(tier.price, rate);
      discounts.push({ list: offer.price.amount, now: tier.price.amount });
    }
    for (const pack of lease?.packages ?? []) add(pack.price, 'total');
    if (lease?.buyout) add(lease.buyout.price, 'total');
    if (lease?.deposit) {
      add(lease.deposit.amount, 'total', 'deposit');
      if (lease.deposit.waivable) free.add('deposit');
    } else if (lease?.deposit === null) free.add('deposit');
  }
  return { money, discounts, free };
}

/** `total_for` of the lengths the conversation named and of the shortest term, with and without the deposit. */
function totalsOf(item: Item, days: ReadonlySet<number>): MoneyFact[] {
  return item.offers.flatMap((offer) => {
    const lengths = offer.lease ? [minimumDays(offer.lease), ...days] : [1];
    return lengths.flatMap((length) => {
      const total = totalFor(offer, length);
      if (!total) return [];
      const deposit = offer.lease?.deposit?.amount.amount;
      const unit = offer.lease && days.has(length) ? DAYS_OF[length] : undefined;
      const units = ['total', ...(unit ? [unit] : [])] as const;
      const sums = deposit === undefined ? [total] : [total, { amount: total.amount + deposit, currency: total.currency }];
      return units.flatMap((each) => sums.map((money) => ({ money, currencies: [money.currency], unit: each, kind: 'price' as const })));
    });
  });
}

/** Sum over members that all have such an amount in one currency; null where one has not. */
function sumOf(
  members: readonly { readonly id: string; readonly quantity: number }[],
  items: ReadonlyMap<string, Item>,
  kind: 'sell' | 'lease' | 'deposit',
  days: number | undefined,
): Money | null {
  let sum = 0;
  let currency: string | undefined;
  const longest = Math.max(
    1,
    ...members.flatMap(({ id }) => items.get(id)?.offers.flatMap((offer) => (offer.lease ? minimumDays(offer.lease) : [])) ?? []),
  );
  for (const { id, quantity } of members) {
    const offer = items.get(id)?.offers.find((each) => (kind === 'sell') === (each.kind === 'sell'));
    if (!offer && kind === 'deposit') continue;
    const each =
      offer &&
      (kind === 'deposit'
        ? (offer.lease?.deposit?.amount ?? { amount: 0, currency: offer.price.currency })
        : totalFor(offer, days ?? longest));
    if (!each || (currency !== undefined && currency !== each.currency)) return null;
    currency = each.currency;
    sum += each.amount * quantity;
  }
  return currency === undefined ? null : { amount: sum, currency };
}
