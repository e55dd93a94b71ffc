import type { BillingUnit } from '../../protocol/offer.ts';

/** Currencies a sign or word may mean; the first is the likeliest. */
const DOLLARS = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN'] as const;
const YUAN = ['CNY', 'TWD', 'HKD', 'JPY'] as const;

/** Signs and words before a number, longest first where one begins another. */
export const currencyBefore: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    us$: ['USD'],
    hk$: ['HKD'],
    nt$: ['TWD'],
    au$: ['AUD'],
    ca$: ['CAD'],
    sg$: ['SGD'],
    s$: ['SGD'],
    a$: ['AUD'],
    c$: ['CAD'],
    r$: ['BRL'],
    $: DOLLARS,
    '¥': ['CNY', 'JPY'],
    '€': ['EUR'],
    '£': ['GBP'],
    '₩': ['KRW'],
    '₹': ['INR'],
    cny: ['CNY'],
    rmb: ['CNY'],
    usd: ['USD'],
    eur: ['EUR'],
    gbp: ['GBP'],
    hkd: ['HKD'],
    jpy: ['JPY'],
    twd: ['TWD'],
    sgd: ['SGD'],
    aud: ['AUD'],
    cad: ['CAD'],
    krw: ['KRW'],
    inr: ['INR'],
    人民币: ['CNY'],
    美元: ['USD'],
    美金: ['USD'],
    欧元: ['EUR'],
    港币: ['HKD'],
    日元: ['JPY'],
  }),
);

/** Words and signs behind a number. */
export const currencyBehind: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...[...currencyBefore].filter(([word]) => !/^[a-z]{1,2}\$$/.test(word)),
  ['元', YUAN],
  ['元钱', YUAN],
  ['元人民币', ['CNY']],
  ['圆', YUAN],
  ['块', YUAN],
  ['块钱', YUAN],
  ['港元', ['HKD']],
  ['台币', ['TWD']],
  ['新台币', ['TWD']],
  ['英镑', ['GBP']],
  ['韩元', ['KRW']],
  ['yuan', ['CNY']],
  ['kuai', ['CNY']],
  ['dollar', DOLLARS],
  ['dollars', DOLLARS],
  ['us dollars', ['USD']],
  ['buck', DOLLARS],
  ['bucks', DOLLARS],
  ['euro', ['EUR']],
  ['euros', ['EUR']],
  ['quid', ['GBP']],
  ['yen', ['JPY']],
]);

const PERIOD_NOUNS: Record<BillingUnit, { readonly zh: readonly string[]; readonly en: readonly string[] }> = {
  hour: { zh: ['小时', '个小时', '钟头'], en: ['hour', 'hr'] },
  day: { zh: ['天', '日', '晚'], en: ['day', 'night'] },
  week: { zh: ['周', '星期', '个星期', '礼拜'], en: ['week', 'wk'] },
  month: { zh: ['月', '个月'], en: ['month', 'mo'] },
  year: { zh: ['年'], en: ['year', 'yr'] },
};
const ADVERBS: Record<BillingUnit, string> = { hour: 'hourly', day: 'daily', week: 'weekly', month: 'monthly', year: 'yearly' };

/** What behind an amount says what it buys: /天, 一个月, per day, a month, monthly. */
export const periodBehind: ReadonlyMap<string, BillingUnit> = new Map(
  (Object.keys(PERIOD_NOUNS) as BillingUnit[]).flatMap((unit) => {
    const { zh, en } = PERIOD_NOUNS[unit];
    return [
      ...zh.flatMap((noun) => [`/${noun}`, `/ ${noun}`, `每${noun}`, ...(noun === '月' || noun === '日' ? [] : [`一${noun}`])]),
      ...en.flatMap((noun) => [
        `/${noun}`,
        `/ ${noun}`,
        `per ${noun}`,
        `a ${noun}`,
        `an ${noun}`,
        `each ${noun}`,
        `every ${noun}`,
        `/per ${noun}`,
      ]),
      ADVERBS[unit],
    ].map((words) => [words, unit] as const);
  }),
);

/** A noun behind an amount that says what kind it is: 500元押金, a $500 deposit. */
export const roleBehind: ReadonlyMap<string, AmountRole> = new Map<string, AmountRole>([
  ['押金', 'deposit'],
  ['的押金', 'deposit'],
  ['保证金', 'deposit'],
  ['deposit', 'deposit'],
  ['security deposit', 'deposit'],
  ['refundable deposit', 'deposit'],
  ['off', 'difference'],
  ['cheaper', 'difference'],
  ['less', 'difference'],
  ['more', 'difference'],
  ['discount', 'difference'],
  ['的差价', 'difference'],
  ['差价', 'difference'],
]);

/** Words behind an amount that make it a bound: 500元以内. */
export const boundBehind: ReadonlySet<string> = new Set([
  '以内',
  '以下',
  '之内',
  '以上',
  '内',
  '上下',
  'or less',
  'or more',
  'max',
  'and up',
]);

export type AmountRole = 'deposit' | 'rent' | 'price' | 'fee' | 'difference' | 'budget';

/** A number without a currency is money behind one of these; what may stand between is {@link LINK}. */
const LINK =
  '(?:的?(?:价格|金额)|现?在?(?:是|为|=)|[:：]|大?约|差不多|只要|只需|仅需?|才|就|共|一共|合计|总共|需要?|要|收|付|交|到|低至|从|of|is|was|are|at|from|only|just|about|around|roughly|approximately|starts?|starting|as low as|comes to|=|\\*|\\s){0,5}';
const role = (words: string) => new RegExp(`(?:${words})${LINK}$`, 'i');

/** Tested against the text before a number, in this order. */
export const roleBefore: readonly (readonly [AmountRole, RegExp])[] = [
  [
    'budget',
    role(
      '预算|budget(?:s|ed)?|不超过|不高于|最多|最高|低于|少于|under|below|less than|up to|within|no more than|at most|max(?:imum)?|over|above|at least|more than|超过|高于',
    ),
  ],
  ['deposit', role('押金|保证金|\\bdeposits?')],
  ['fee', role('运费|邮费|手续费|服务费|清洁费|安装费|费用|\\b(?:shipping|delivery|cleaning|service|setup)(?: fees?)?|\\bfees?')],
  [
    'difference',
    role('便宜了?|省下?|节省|立减|直降|优惠|减|贵了?|差价|相差|降价?|\\bsav(?:e|es|ing)s?(?: you)?|\\bdiscount|\\bdifference'),
  ],
  [
    'rent',
    role(
      '租金|日租|月租|周租|年租|日租金|月租金|周租金|每天|每日|每月|每周|每小时|每年|一天|一个月|一周|\\brent(?:al)?(?: fee| price)?|\\brents for|\\b(?:daily|weekly|monthly|day|hourly)(?: rental)? (?:rate|rent|price|fee)|\\brate',
    ),
  ],
  [
    'price',
    role(
      '价格|售价|价钱|单价|原价|现价|总价|标价|买断价?|首付|到手价?|总计|合计|卖|报价|要价|特价|活动价|优惠价|会员价|券后价?|折后价?|租下来|拿下|只要|仅需|只需|低至|最低|不到|\\bprices?|\\bpriced|\\bcosts?(?: you)?|\\bsells? for|\\btotal|\\bbuy-?out|\\bpay(?:s|ing)?',
    ),
  ],
];

/** A period said before the amount: 每天99元, 日租 99, a daily rate of 40. */
export const periodBefore: readonly (readonly [BillingUnit, RegExp])[] = (
  [
    ['hour', '每小时|一小时|一个小时|时租金?|\\bhourly(?: rental)?(?: rate| rent| price| fee)?'],
    ['day', '每天|每日|一天|日租金?|日均|\\bdaily(?: rental)?(?: rate| rent| price| fee)?|\\bday rate|\\bper day'],
    ['week', '每周|一周|每星期|一星期|周租金?|\\bweekly(?: rental)?(?: rate| rent| price| fee)?'],
    ['month', '每个?月|一个月|月租金?|\\bmonthly(?: rental)?(?: rate| rent| price| fee| payment)?'],
    ['year', '每年|一年|年租金?|年费|\\byearly(?: rate| fee)?|\\bannual(?: fee| rate)?'],
  ] as const
).map(([unit, words]) => [unit, new RegExp(`(?:${words})(?:的?租金|的?价格|的?费用)?${LINK}$`, 'i')] as const);

/** Words that say the amount is for the whole term. */
export const totalBefore = new RegExp(
  `(?:\\d ?(?:天|日|个月|周|年)的?(?:租金|费用)?|[一二两三四五六七八九十]天|一共|总共|合计|共计|总计|总价|总租金|共|\\bin total|\\ba total(?: of)?|\\btotal(?: rent| price| cost)?|\\baltogether)${LINK}$`,
  'i',
);
