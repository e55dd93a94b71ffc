import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import type { Item } from '../../../protocol/item.ts';
import { formatMoney, type Money } from '../../../protocol/money.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { maximumDays, minimumDays, periodHours, rateFor, totalFor } from '../../../protocol/total.ts';
import { textsFor } from '../../language/texts.ts';
import { bestOf, type CompareContext, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

const saleOf = (item: Item): Offer | undefined => item.offers.find((offer) => !offer.lease);
const leaseOf = (item: Item): Offer | undefined => item.offers.find((offer) => offer.lease);

/** Longest rental that is looked at for the break-even day. */
const HORIZON_DAYS = 730;

/** The last day up to which renting costs less than buying; null where it never does, or always. */
export function breakEvenDays(sale: Offer, lease: Offer): number | null {
  const price = totalFor(sale, 1);
  if (!price || !lease.lease || price.currency !== lease.price.currency) return null;
  const first = minimumDays(lease.lease);
  const last = Math.min(maximumDays(lease.lease) ?? HORIZON_DAYS, HORIZON_DAYS);
  let even: number | null = null;
  for (let days = first; days <= last; days += 1) {
    const total = totalFor(lease, days);
    if (!total || total.amount >= price.amount) return even;
    even = days;
  }
  return null;
}

/** Amounts of one currency as numbers that may be ranked; nothing is ranked across currencies. */
function rankable(amounts: readonly (Money | null | undefined)[]): (number | null)[] {
  const currencies = new Set(amounts.flatMap((money) => money?.currency ?? []));
  return amounts.map((money) => (money && currencies.size === 1 ? money.amount : null));
}

function moneyRow(
  context: CompareContext,
  key: string,
  label: string,
  amounts: readonly (Money | null)[],
  write = (text: string) => text,
): CompareRow[] {
  const cells = amounts.map(
    (money): CompareCell => money && { text: write(formatMoney(money, context.locale)), value: money, source: 'offers' },
  );
  return rowOf({ key, label, group: compareWords(context.locale).groups.price }, cells, bestOf(rankable(amounts), 'less'));
}

/** Price, rent, total for the term, deposit, shortest rental, and the day up to which renting is cheaper. */
export function offerRows(context: CompareContext): CompareRow[] {
  const { items, locale, days } = context;
  const words = compareWords(locale);
  const group = words.groups.price;
  const leases = items.map(leaseOf);
  const rates = leases.map((offer) => (offer ? rateFor(offer, days) : null));
  const periods = textsFor(locale).perUnit;
  const rateCells = rates.map((rate, index): CompareCell => {
    const period = leases[index]?.lease?.billing_period;
    if (!rate || !period) return null;
    const unit = period.count === 1 ? periods[period.unit] : `${period.count} ${periods[period.unit]}`;
    return { text: words.per(formatMoney(rate.price, locale), unit), value: rate.price, source: 'offers' };
  });
  // Rates per day as fractions over one common number of hours, so that a weekly rate ranks beside a daily one.
  const common = leases.reduce((product, offer) => product * (offer?.lease ? periodHours(offer.lease) : 1), 1);
  const perHour = rankable(
    rates.map((rate) => rate && { amount: (rate.price.amount * common) / rate.hours, currency: rate.price.currency }),
  );
  const deposits = leases.map((offer) => offer?.lease?.deposit);
  const depositCells = deposits.map((deposit): CompareCell => {
    if (deposit === undefined) return null;
    if (deposit === null) return { text: words.noDeposit, value: 0, source: 'offers' };
    const amount = formatMoney(deposit.amount, locale);
    return { text: deposit.waivable ? words.waivable(amount) : amount, value: deposit.amount, source: 'offers' };
  });
  const even = items.map((item) => {
    const [sale, lease] = [saleOf(item), leaseOf(item)];
    return sale && lease ? breakEvenDays(sale, lease) : null;
  });
  return [
    ...moneyRow(
      context,
      'price',
      words.price,
      items.map((item) => saleOf(item)?.price ?? null),
    ),
    ...rowOf({ key: 'rate', label: words.rate, group }, rateCells, bestOf(perHour, 'less')),
    ...(days === undefined
      ? []
      : moneyRow(
          context,
          'total',
          words.total(days),
          leases.map((offer) => (offer ? totalFor(offer, days) : null)),
        )),
    ...rowOf(
      { key: 'deposit', label: words.deposit, group },
      depositCells,
      bestOf(
        rankable(
          deposits.map((deposit, index) =>
            deposit === null ? { amount: 0, currency: leases[index]?.price.currency ?? '' } : deposit?.amount,
          ),
        ),
        'less',
      ),
    ),
    ...rowOf(
      { key: 'minimum', label: words.minimum, group },
      leases.map(
        (offer): CompareCell =>
          offer?.lease ? { text: words.days(minimumDays(offer.lease)), value: minimumDays(offer.lease), source: 'offers' } : null,
      ),
    ),
    ...rowOf(
      { key: 'break_even', label: words.breakEven, group },
      even.map((value): CompareCell => (value === null ? null : { text: words.breakEvenDays(value), value, source: 'offers' })),
    ),
  ];
}
