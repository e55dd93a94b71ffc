import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import type { Item } from '../../../protocol/item.ts';
import { formatMoney, type Money } from '../../../protocol/money.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { minimumDays, periodHours, rateFor, totalFor } from '../../../protocol/total.ts';
import { textsFor } from '../../language/texts.ts';
import { breakEven } from '../break-even.ts';
import { rowBetter } from '../directions.ts';
import { type CompareContext, type Ranked, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

/** The cheapest purchase of an item, fees included. */
const saleOf = (item: Item): Offer | undefined => cheapest(item, 'sell', 1);

/** The rental that costs least for the term; the first where no term is known. */
function leaseOf(item: Item, days: number | undefined): Offer | undefined {
  return days === undefined ? item.offers.find((offer) => offer.lease) : cheapest(item, 'lease', days);
}

/** Offers of one item are in one currency as a rule; where they are not, the first one's counts. */
function cheapest({ offers }: Item, kind: Offer['kind'], days: number): Offer | undefined {
  const [first, ...others] = offers.filter((offer) => offer.kind === kind);
  return others.reduce((best, offer) => {
    const [known, other] = [best && totalFor(best, days), totalFor(offer, days)];
    if (!other) return best;
    return !known || (other.currency === known.currency && other.amount < known.amount) ? offer : best;
  }, first);
}

/**
 * Amounts that may be ranked: of one currency, or none of them. An item that is only sold has no part in the rows of renting; one
 * without any offer might be the cheapest of all, so nothing is ranked beside it.
 */
function rankable(amounts: readonly (Money | null | undefined)[], items: readonly Item[]): Ranked[] {
  const currencies = new Set(amounts.flatMap((money) => money?.currency ?? []));
  return amounts.map((money, at) => (items[at]?.offers.length === 0 ? null : money && (currencies.size === 1 ? money.amount : null)));
}

/** Cells of a row that stands only where some item has an amount or a length in it: "for sale only" of all is no row. */
const whereAny = (cells: readonly CompareCell[]): readonly CompareCell[] => (cells.some((cell) => cell?.value !== undefined) ? cells : []);

/**
 * Price with the fees nobody is spared, rent, total for the term, deposit, shortest rental, purchase at the end of one, and
 * the day up to which renting is cheaper. An item that is only sold says so in the rows of renting, and the other way round:
 * "not stated" is for what an offer leaves open.
 */
export function priceRows(context: CompareContext): CompareRow[] {
  const { items, locale, days } = context;
  const words = compareWords(locale);
  const group = words.groups.price;
  const row = (key: string, label: string, cells: readonly CompareCell[], values?: readonly Ranked[]): CompareRow[] =>
    rowOf({ key, label, group }, cells, locale, values && { values, better: key === 'deposit' ? rowBetter.deposit : rowBetter.price });
  const money = (amount: Money): string => formatMoney(amount, locale);

  const sales = items.map(saleOf);
  const leases = items.map((item) => leaseOf(item, days));
  const isLet = leases.some((offer) => offer !== undefined);
  const isSold = sales.some((offer) => offer !== undefined);
  /** Cells of one kind of offer; where an item has only the other kind, that is said. */
  const cellsOf = (offers: readonly (Offer | undefined)[], cell: (offer: Offer) => CompareCell): CompareCell[] =>
    offers.map((offer, index): CompareCell => {
      if (offer) return cell(offer);
      if ((items[index]?.offers.length ?? 0) === 0) return null;
      return { text: offers === sales ? words.onlyLet : words.onlySold, source: 'offers' };
    });

  const prices = sales.map((offer) => offer && totalFor(offer, 1));
  const priceCells = cellsOf(sales, (offer) => {
    const total = totalFor(offer, 1);
    if (!total) return null;
    const fees = { amount: total.amount - offer.price.amount, currency: total.currency };
    return { text: fees.amount > 0 ? words.withFees(money(total), money(fees)) : money(total), value: total, source: 'offers' };
  });

  const rates = leases.map((offer) => offer && rateFor(offer, days));
  const units = textsFor(locale).perUnit;
  const rateCells = cellsOf(leases, (offer) => {
    const rate = rateFor(offer, days);
    if (!rate || !offer.lease) return days === undefined ? null : { text: words.tooLong(days), source: 'offers' };
    const { unit, count } = offer.lease.billing_period;
    const text = words.per(money(rate.price), count === 1 ? units[unit] : `${count} ${units[unit]}`);
    return { text, value: rate.price, source: 'offers' };
  });
  // Rates per hour as fractions over one common number of hours, so that a weekly rate ranks beside a daily one.
  const common = leases.reduce((product, offer) => product * (offer?.lease ? periodHours(offer.lease) : 1), 1);
  const perHour = rates.map((rate) => rate && { amount: (rate.price.amount * common) / rate.hours, currency: rate.price.currency });

  const totals = days === undefined ? [] : leases.map((offer) => offer && totalFor(offer, days));
  const totalCells = cellsOf(leases, (offer) => {
    const total = days === undefined ? null : totalFor(offer, days);
    return total ? { text: money(total), value: total, source: 'offers' } : { text: words.tooLong(days ?? 0), source: 'offers' };
  });

  const deposits = leases.map((offer): Money | null | undefined => {
    if (!offer?.lease) return undefined;
    const { deposit } = offer.lease;
    return deposit === null ? { amount: 0, currency: offer.price.currency } : (deposit?.amount ?? null);
  });
  const depositCells = cellsOf(leases, ({ lease }) => {
    if (lease?.deposit === undefined) return null;
    if (lease.deposit === null) return { text: words.noDeposit, value: null, source: 'offers' };
    const { amount, waivable } = lease.deposit;
    return { text: waivable ? words.waivable(money(amount)) : money(amount), value: amount, source: 'offers' };
  });

  return [
    ...(isSold ? row('price', words.price, priceCells, rankable(prices, items)) : []),
    ...(isLet
      ? [
          ...row('rate', words.rate, rateCells, rankable(perHour, items)),
          ...(days === undefined ? [] : row('total', words.total(days), totalCells, rankable(totals, items))),
          ...row('deposit', words.deposit, depositCells, rankable(deposits, items)),
          ...row(
            'minimum',
            words.minimum,
            cellsOf(leases, ({ lease }) =>
              lease ? { text: words.days(minimumDays(lease)), value: minimumDays(lease), source: 'offers' } : null,
            ),
          ),
          ...row(
            'buyout',
            words.buyout,
            whereAny(
              cellsOf(leases, ({ lease }): CompareCell => {
                const { buyout, billing_period } = lease ?? {};
                if (!buyout || !billing_period) return null;
                const length = words.periods(buyout.after_periods * billing_period.count, billing_period.unit);
                return { text: words.buyoutAfter(money(buyout.price), length), value: buyout.price, source: 'offers' };
              }),
            ),
          ),
        ]
      : []),
    ...row(
      'break_even',
      words.breakEven,
      whereAny(
        items.map((_, index): CompareCell => {
          const [sale, lease] = [sales[index], leases[index]];
          const even = sale && lease ? breakEven(sale, lease) : null;
          if (!sale !== !lease) return { text: lease ? words.onlyLet : words.onlySold, source: 'offers' };
          if (!even) return null;
          return { text: words.breakEvenText(even), value: even.kind === 'never' ? 0 : even.days, source: 'offers' };
        }),
      ),
    ),
  ];
}
