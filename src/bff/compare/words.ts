import type { CompareRefusal } from '../../protocol/compare.ts';
import type { Condition } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import type { BillingUnit } from '../../protocol/offer.ts';
import type { BreakEven } from './break-even.ts';

/** Names of groups and rows that are not the catalogue's own. */
export interface CompareWords {
  readonly language: Language;
  readonly groups: Readonly<Record<'price' | 'facts' | 'basics' | 'suits' | 'reviews' | 'service' | 'maker', string>>;
  readonly price: string;
  readonly rate: string;
  readonly total: (days: number) => string;
  readonly minimum: string;
  readonly days: (days: number) => string;
  readonly deposit: string;
  readonly noDeposit: string;
  readonly waivable: (amount: string) => string;
  /** A price with the fees nobody is spared. */
  readonly withFees: (total: string, fees: string) => string;
  /** The item has no offer of the other kind. */
  readonly onlySold: string;
  readonly onlyLet: string;
  readonly tooLong: (days: number) => string;
  readonly buyout: string;
  readonly buyoutAfter: (price: string, length: string) => string;
  readonly periods: (count: number, unit: BillingUnit) => string;
  readonly per: (amount: string, period: string) => string;
  readonly breakEven: string;
  readonly breakEvenText: (even: BreakEven) => string;
  readonly rating: string;
  readonly ratingOf: (value: number, scale: number, count: number) => string;
  readonly quoted: (text: string, quote: string) => string;
  readonly availability: string;
  readonly available: string;
  readonly unavailable: string;
  readonly left: (count: number) => string;
  readonly from: (date: string) => string;
  readonly delivery: string;
  readonly shipsTo: string;
  readonly type: string;
  readonly brand: string;
  readonly model: string;
  readonly conditions: Readonly<Record<Condition, string>>;
  readonly audience: string;
  readonly features: string;
  readonly useCases: string;
  readonly guarantees: string;
  readonly seller: string;
  readonly location: string;
  readonly since: string;
  readonly sinceYear: (year: number, years: number) => string;
  readonly certifications: string;
  readonly covers: (name: string, covered: string) => string;
  readonly required: string;
  readonly noneRequired: string;
  readonly hasRequired: (name: string) => string;
  readonly lacksRequired: (name: string) => string;
  readonly atVoltage: (energy: string, charge: string, volts: number) => string;
  readonly condition: string;
  /** The shopper's message that asks for a comparison. */
  readonly ask: (titles: readonly string[], days: number | undefined) => string;
  readonly winner: (name: string) => string;
  readonly noWinner: string;
  /** Whole sentences, one after another. */
  readonly sentences: (sentences: readonly string[]) => string;
  readonly list: (names: readonly string[]) => string;
  readonly share: (percent: number, count: number) => string;
  readonly differentTypes: string;
  readonly refusals: Readonly<Record<CompareRefusal, string>>;
  readonly repeated: string;
  readonly gone: (count: number) => string;
  readonly currencies: (codes: readonly string[]) => string;
  readonly yes: string;
  readonly no: string;
}

const zh: CompareWords = {
  language: 'zh',
  groups: { price: '价格', facts: '参数', basics: '基本', suits: '适合', reviews: '评价', service: '服务', maker: '商家' },
  price: '售价',
  rate: '租金',
  total: (days) => `租 ${days} 天合计`,
  minimum: '起租',
  days: (days) => `${days} 天`,
  deposit: '押金',
  noDeposit: '无押金',
  waivable: (amount) => `${amount}，可免`,
  withFees: (total, fees) => `${total}（含必付费用 ${fees}）`,
  onlySold: '只卖不租',
  onlyLet: '只租不卖',
  tooLong: (days) => `不能租 ${days} 天`,
  buyout: '租满买断',
  buyoutAfter: (price, length) => `租满 ${length}后 ${price}`,
  periods: (count, unit) => `${count} ${{ hour: '小时', day: '天', week: '周', month: '个月', year: '年' }[unit]}`,
  per: (amount, period) => `${amount}/${period}`,
  breakEven: '租买平衡',
  breakEvenText: (even) =>
    even.kind === 'never'
      ? '买更省，最短的租期也不划算'
      : even.kind === 'always'
        ? `租更省，${even.longest ? '最长' : ''}租 ${even.days} 天也是`
        : `${even.days} 天以内租更省`,
  rating: '评分',
  ratingOf: (value, scale, count) => `${value} / ${scale}（${count} 条）`,
  quoted: (text, quote) => `${text}「${quote}」`,
  availability: '库存',
  available: '有货',
  unavailable: '暂时没有',
  left: (count) => `有货，还剩 ${count} 件`,
  from: (date) => `${date} 起有货`,
  delivery: '送达',
  shipsTo: '送到',
  type: '类别',
  brand: '品牌',
  model: '型号',
  conditions: {
    new: '全新',
    open_box: '开箱',
    like_new: '几乎全新',
    very_good: '很好',
    good: '良好',
    fair: '有使用痕迹',
    refurbished: '官翻',
  },
  audience: '适合谁',
  features: '特点',
  useCases: '用途',
  guarantees: '保障',
  seller: '商家',
  location: '所在地',
  since: '经营年限',
  sinceYear: (year, years) => `${year} 年起，${years} 年`,
  certifications: '资质',
  covers: (name, covered) => `${name}（${covered}）`,
  required: '这类商品应有的认证',
  noneRequired: '这类商品没有列出要求',
  hasRequired: (name) => `已注明：${name}`,
  lacksRequired: (name) => `没有注明：${name}`,
  atVoltage: (energy, charge, volts) => `${energy}（${charge}，${volts} V）`,
  condition: '成色',
  ask: (titles, days) => `对比：${titles.join('、')}${days === undefined ? '' : `（租 ${days} 天）`}`,
  winner: (name) => `更适合你的是 ${name}。`,
  noWinner: '选哪一件要看你更在意什么：',
  sentences: (sentences) => sentences.join(''),
  list: (names) => names.join('、'),
  share: (percent, count) => `${percent}% 好评（${count} 条）`,
  differentTypes: '这些商品不是同一类，只对比共有的部分。',
  refusals: {
    one_item: '一件商品没法对比，请再选一件，最多六件。',
    too_many_items: '一次最多对比六件，请去掉几件再试。',
    items_gone: '选中的商品里，还在卖或出租的不到两件，没法对比。请另选一件。',
  },
  repeated: '重复选中的商品只列一次。',
  gone: (count) => `有 ${count} 件商品已经下架，没有列出。`,
  currencies: (codes) => `价格用了不同的货币（${codes.join('、')}），金额之间不分高低。`,
  yes: '是',
  no: '否',
};

const en: CompareWords = {
  language: 'en',
  groups: {
    price: 'Price',
    facts: 'Specifications',
    basics: 'What it is',
    suits: 'Good for',
    reviews: 'Reviews',
    service: 'Service',
    maker: 'Seller',
  },
  price: 'Price',
  rate: 'Rent',
  total: (days) => `Total for ${days} ${days === 1 ? 'day' : 'days'}`,
  minimum: 'Shortest rental',
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
  deposit: 'Deposit',
  noDeposit: 'none',
  waivable: (amount) => `${amount}, can be waived`,
  withFees: (total, fees) => `${total}, of which ${fees} fees`,
  onlySold: 'for sale only',
  onlyLet: 'to rent only',
  tooLong: (days) => `not for ${days} ${days === 1 ? 'day' : 'days'}`,
  buyout: 'Keep it',
  buyoutAfter: (price, length) => `${price} after ${length}`,
  periods: (count, unit) => `${count} ${count === 1 ? unit : `${unit}s`}`,
  per: (amount, period) => `${amount}/${period}`,
  breakEven: 'Rent or buy',
  breakEvenText: (even) =>
    even.kind === 'never'
      ? 'buying is cheaper from the start'
      : even.kind === 'always'
        ? `renting is cheaper, even for ${even.longest ? 'the longest rental, ' : ''}${even.days} days`
        : `renting is cheaper up to ${even.days} ${even.days === 1 ? 'day' : 'days'}`,
  rating: 'Rating',
  ratingOf: (value, scale, count) => `${value} / ${scale} (${count})`,
  quoted: (text, quote) => `${text} “${quote}”`,
  availability: 'Availability',
  available: 'in stock',
  unavailable: 'not available',
  left: (count) => `in stock, ${count} left`,
  from: (date) => `from ${date}`,
  delivery: 'Delivery',
  shipsTo: 'Ships to',
  type: 'Kind',
  brand: 'Brand',
  model: 'Model',
  conditions: {
    new: 'new',
    open_box: 'open box',
    like_new: 'like new',
    very_good: 'very good',
    good: 'good',
    fair: 'fair',
    refurbished: 'refurbished',
  },
  audience: 'For whom',
  features: 'Features',
  useCases: 'Uses',
  guarantees: 'Guarantees',
  seller: 'Seller',
  location: 'Located in',
  since: 'Trading since',
  sinceYear: (year, years) => (years < 1 ? `${year}` : `${year}, ${years} ${years === 1 ? 'year' : 'years'}`),
  certifications: 'Certificates',
  covers: (name, covered) => `${name} (${covered})`,
  required: 'Certificate its kind requires',
  noneRequired: 'none listed for this kind',
  hasRequired: (name) => `stated: ${name}`,
  lacksRequired: (name) => `not stated: ${name}`,
  atVoltage: (energy, charge, volts) => `${energy} (${charge} at ${volts} V)`,
  condition: 'Condition',
  ask: (titles, days) => `Compare: ${titles.join(', ')}${days === undefined ? '' : ` (for ${days} ${days === 1 ? 'day' : 'days'})`}`,
  winner: (name) => `The better fit for you is ${name}.`,
  noWinner: 'Which one is better depends on what matters more to you:',
  sentences: (sentences) => sentences.join(' '),
  list: (names) => names.join(', '),
  share: (percent, count) => `${percent}% positive (${count})`,
  differentTypes: 'These are different kinds of things; only what they share is compared.',
  refusals: {
    one_item: 'One item has nothing to be compared with. Choose another one, up to six in all.',
    too_many_items: 'At most six items fit side by side. Take some away and try again.',
    items_gone: 'Fewer than two of these items are still in the shop, so there is nothing to compare. Choose another one.',
  },
  repeated: 'An item chosen twice is listed once.',
  gone: (count) =>
    count === 1 ? 'One item is no longer in the shop and is left out.' : `${count} items are no longer in the shop and are left out.`,
  currencies: (codes) => `The prices are in different currencies (${codes.join(', ')}), so no amount is called the lowest.`,
  yes: 'yes',
  no: 'no',
};

const byLanguage: Readonly<Record<Language, CompareWords>> = { zh, en };

/** The words of a comparison in the language of a locale. */
export function compareWords(locale: string): CompareWords {
  return byLanguage[languageOf(locale)];
}

/** Rows whose name is the comparison's own, by key. */
const rowWords = {
  price: 'price',
  rate: 'rate',
  deposit: 'deposit',
  minimum: 'minimum',
  buyout: 'buyout',
  break_even: 'breakEven',
  brand: 'brand',
  model: 'model',
  condition: 'condition',
  use_cases: 'useCases',
  audience: 'audience',
  features: 'features',
  rating: 'rating',
  availability: 'availability',
  delivery: 'delivery',
  ships_to: 'shipsTo',
  guarantees: 'guarantees',
  seller: 'seller',
  location: 'location',
  since: 'since',
  certifications: 'certifications',
  required_certificates: 'required',
} as const satisfies Readonly<Record<string, keyof CompareWords>>;

/** What a row of the comparison's own is called; undefined for a fact of the catalogue. */
export function rowLabel(key: string, locale: string): string | undefined {
  if (key === 'total') return languageOf(locale) === 'zh' ? '租期合计' : 'total for the term';
  return Object.hasOwn(rowWords, key) ? compareWords(locale)[rowWords[key as keyof typeof rowWords]] : undefined;
}
