import type { CompareRefusal } from '../../protocol/compare.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';

/** Names of groups and rows that are not the catalogue's own. */
export interface CompareWords {
  readonly groups: Readonly<Record<'price' | 'facts' | 'suits' | 'reviews' | 'service' | 'maker', string>>;
  readonly price: string;
  readonly rate: string;
  readonly total: (days: number) => string;
  readonly minimum: string;
  readonly days: (days: number) => string;
  readonly deposit: string;
  readonly noDeposit: string;
  readonly waivable: (amount: string) => string;
  readonly perDay: (amount: string) => string;
  readonly per: (amount: string, period: string) => string;
  readonly breakEven: string;
  readonly breakEvenDays: (days: number) => string;
  readonly rating: string;
  readonly availability: string;
  readonly available: string;
  readonly unavailable: string;
  readonly from: (date: string) => string;
  readonly delivery: string;
  readonly features: string;
  readonly useCases: string;
  readonly guarantees: string;
  readonly seller: string;
  readonly certifications: string;
  readonly condition: string;
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
  groups: { price: '价格', facts: '参数', suits: '适合', reviews: '评价', service: '服务', maker: '商家' },
  price: '售价',
  rate: '租金',
  total: (days) => `租 ${days} 天合计`,
  minimum: '起租',
  days: (days) => `${days} 天`,
  deposit: '押金',
  noDeposit: '无押金',
  waivable: (amount) => `${amount}，可免`,
  perDay: (amount) => `${amount}/天`,
  per: (amount, period) => `${amount}/${period}`,
  breakEven: '租买平衡',
  breakEvenDays: (days) => `${days} 天以内租更省`,
  rating: '评分',
  availability: '库存',
  available: '有货',
  unavailable: '暂时没有',
  from: (date) => `${date} 起有货`,
  delivery: '送达',
  features: '特点',
  useCases: '用途',
  guarantees: '保障',
  seller: '商家',
  certifications: '资质',
  condition: '成色',
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
  groups: { price: 'Price', facts: 'Specifications', suits: 'Good for', reviews: 'Reviews', service: 'Service', maker: 'Seller' },
  price: 'Price',
  rate: 'Rent',
  total: (days) => `Total for ${days} ${days === 1 ? 'day' : 'days'}`,
  minimum: 'Shortest rental',
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
  deposit: 'Deposit',
  noDeposit: 'none',
  waivable: (amount) => `${amount}, can be waived`,
  perDay: (amount) => `${amount}/day`,
  per: (amount, period) => `${amount}/${period}`,
  breakEven: 'Rent or buy',
  breakEvenDays: (days) => `renting is cheaper up to ${days} days`,
  rating: 'Rating',
  availability: 'Availability',
  available: 'in stock',
  unavailable: 'not available',
  from: (date) => `from ${date}`,
  delivery: 'Delivery',
  features: 'Features',
  useCases: 'Uses',
  guarantees: 'Guarantees',
  seller: 'Seller',
  certifications: 'Certificates',
  condition: 'Condition',
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
