import type { Language } from '../../protocol/locale.ts';
import type { Money } from '../../protocol/money.ts';
import type { Deposit, Lease, Offer } from '../../protocol/offer.ts';
import { type Bi, say } from './bilingual.ts';
import { type Dice, diceFor } from './random.ts';
import type { RentPlan } from './sheet.ts';

/** What a variant's offers follow from. */
export interface Pricing {
  readonly id: string;
  /** The model's id: variants of a model differ in price, never in terms. */
  readonly product: string;
  /** Yuan. */
  readonly price: number;
  /** Yuan. */
  readonly list?: number;
  readonly deal: 'sale' | 'rent' | 'both';
  readonly plan: RentPlan;
  readonly hasWaiver: boolean;
}

const yuan = (amount: number): Money => ({ amount: amount * 100, currency: 'CNY' });
/** A share in basis points of whole yuan, rounded to whole yuan. */
const shareOf = (price: number, share: number) => Math.max(1, Math.round((price * share) / 10_000));
const toNearest = (amount: number, step: number) => Math.max(step, Math.round(amount / step) * step);

/** From so many periods on, that part (percent) of the first price. */
const tiers: Record<RentPlan['unit'], readonly (readonly [from: number, percent: number])[]> = {
  day: [
    [1, 100],
    [3, 88],
    [7, 72],
    [15, 58],
    [30, 45],
  ],
  month: [
    [1, 100],
    [3, 90],
    [6, 78],
    [12, 66],
  ],
};
const waivers: readonly Bi[] = [
  ['信用评估通过可免押', 'Waived after a passed credit check'],
  ['银卡及以上会员可免押', 'Waived for members from silver up'],
  ['实名认证且无逾期记录可免押', 'Waived for verified shoppers with no late return'],
];

/** Sale and rental offers of one variant. Amounts are the same in every language. */
export function offersFor(pricing: Pricing, language: Language): Offer[] {
  const { id, price, list, deal } = pricing;
  const offers: Offer[] = [];
  if (deal !== 'rent')
    offers.push({
      id: `${id}.sale`,
      kind: 'sell',
      price: yuan(price),
      ...(list && list > price ? { list_price: yuan(list), valid_until: '2026-12-31' } : {}),
      fees: [],
    });
  if (deal !== 'sale') offers.push(leaseFor(pricing, language));
  return offers;
}

function leaseFor({ id, product, price, plan, hasWaiver }: Pricing, language: Language): Offer {
  const dice = diceFor(`lease ${product}`);
  const first = shareOf(price, plan.rate + dice.whole(-20, 20));
  const steps = ladderOf(plan)
    .map(({ from, percent }) => ({ from, rate: Math.max(1, Math.round((first * percent) / 100)) }))
    .filter(({ rate }, at, all) => at === 0 || rate < (all[at - 1]?.rate ?? 0));
  const rateAt = (periods: number) => steps.findLast((step) => step.from <= periods)?.rate ?? first;
  const perDay = plan.unit === 'day';
  const buyout = perDay ? { share: 8200, after: Math.min(15, plan.max) } : { share: 4800, after: 6 };
  const lengths = plan.packages?.filter((periods) => periods >= plan.min && periods <= plan.max);
  const lease: Lease = {
    billing_period: { unit: plan.unit, count: 1 },
    term: { min: plan.min, max: plan.max },
    price_tiers: steps.map(({ from, rate }) => ({ min_periods: from, price: yuan(rate) })),
    ...(lengths && lengths.length > 0
      ? { packages: lengths.map((periods) => ({ periods, price: yuan(packagePrice(rateAt(periods) * periods, periods)) })) }
      : {}),
    ...(plan.deposit === 'unstated' ? {} : { deposit: depositFor(plan.deposit, plan.waivable, price, dice, language) }),
    ...(dice.whole(1, 100) <= plan.buyout
      ? { buyout: { price: yuan(toNearest(shareOf(price, buyout.share), 10)), after_periods: buyout.after } }
      : {}),
  };
  return {
    id: `${id}.rent`,
    kind: 'lease',
    price: yuan(rateAt(plan.min)),
    fees: [
      ...(plan.cleaning
        ? [{ type: 'cleaning', label: say(['清洁费', 'Cleaning'], language), amount: yuan(plan.cleaning), optional: false }]
        : []),
      ...(plan.delivery
        ? [
            {
              type: 'delivery',
              label: say(['送取费', 'Delivery and collection'], language),
              amount: yuan(plan.delivery.amount),
              optional: plan.delivery.optional,
            },
          ]
        : []),
      ...(hasWaiver
        ? [
            {
              type: 'damage_waiver',
              label: say(['免赔保障', 'Damage waiver'], language),
              amount: yuan(toNearest(Math.round(price / (perDay ? 250 : 120)), 5)),
              optional: true,
            },
          ]
        : []),
    ],
    lease,
  };
}

/** The tiers a plan can reach; the first one starts at its shortest term. */
function ladderOf({ unit, min, max }: RentPlan): { from: number; percent: number }[] {
  const all = tiers[unit];
  const entry = all.findLast(([from]) => from <= min)?.[1] ?? 100;
  return [
    { from: min, percent: entry },
    ...all.filter(([from]) => from > min && from <= max).map(([from, percent]) => ({ from, percent })),
  ];
}

/** A package costs a little less than its days one by one; from sixty yuan up a figure that ends in 9. */
function packagePrice(byTier: number, periods: number): number {
  const cut = Math.max(1, Math.floor((byTier * (periods > 3 ? 92 : 95)) / 100));
  return cut < 60 ? cut : cut - ((cut - 9) % 10);
}

/** null where none is asked for: below three hundred yuan the shop does without. */
function depositFor(share: number, waivable: number, price: number, dice: Dice, language: Language): Deposit | null {
  if (share === 0 || price < 300) return null;
  const isWaivable = dice.whole(1, 100) <= waivable;
  return {
    amount: yuan(toNearest(shareOf(price, share), price < 2000 ? 50 : 100)),
    refundable: true,
    waivable: isWaivable,
    ...(isWaivable ? { waiver_condition: say(dice.pick(waivers), language) } : {}),
    refund_within_days: dice.pick([3, 3, 5, 7]),
  };
}
