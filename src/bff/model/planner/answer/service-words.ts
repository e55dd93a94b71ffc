import type { Language } from '../../../../protocol/locale.ts';

/** What the planner says about one item, the shopper's orders and the shop itself. */
export interface ServiceWords {
  /** @param where an e-mail address or page; null where the shop gave none. */
  contact(where: string | null): string;
  /** No rule or guide of the shop says anything about it. */
  noRule: string;
  /** A tool of the shop's own gave no usable answer. */
  toolFailed: string;
  /** What such a tool answered. */
  toolSays(answer: string): string;
  signIn: string;
  noOrders: string;
  /** The same for somebody else's number and one that never was. */
  noSuchOrder: string;
  ordersDown: string;
  item: {
    /** Asked whether it has something, and it is stated that it has (not). */
    yes(facts: readonly string[]): string;
    no(facts: readonly string[]): string;
    facts(facts: readonly string[]): string;
    /** @param names what was asked about. */
    notStated(names: readonly string[]): string;
    /** What the shop says it is for, where it was asked about somebody or something else. */
    statedFor(names: readonly string[]): string;
    quote(sentence: string): string;
    deposit(amount: string, waiver: string | null): string;
    depositNone: string;
    depositUnstated: string;
    notLet: string;
    notSold: string;
    sale(amount: string): string;
    rent(amount: string, unit: string): string;
    /** @param length such as "5 days". */
    total(amount: string, length: string): string;
    term(min: string, max: string | null): string;
    buyout(amount: string): string;
    noBuyout: string;
    variants(label: string, values: readonly string[]): string;
    stock: Readonly<Record<'in_stock' | 'preorder' | 'out_of_stock' | 'rented_out', string>>;
    stockFrom(status: string, date: string): string;
    shipping(days: string | null, regions: readonly string[]): string;
    rating(value: string, scale: string, count: number): string;
    aspect(name: string, positive: number, negative: number): string;
    units: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', (count: number) => string>>;
    topics: Readonly<Record<'included' | 'colors' | 'sizes' | 'rating' | 'stock' | 'delivery' | 'guarantees', string>>;
  };
}

const stated = (names: readonly string[]): string[] => names.filter((name) => name !== '');
const plural =
  (unit: string) =>
  (count: number): string =>
    count === 1 ? unit : `${count} ${unit}s`;
const zhUnit =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? one : `${count} ${many}`;
const enJoin = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const zhJoin = (names: readonly string[]): string => names.join('、');

const en: ServiceWords = {
  contact: (where) => (where === null ? 'Please use the contact on the shop page.' : `You can ask the shop: ${where}`),
  noRule: 'I found nothing about that in what the shop has written down, and I will not guess.',
  toolSays: (answer) => `The shop answers: ${answer}`,
  toolFailed: 'The shop could not look that up just now.',
  signIn: 'Orders are shown only to the person who placed them. Please sign in to the shop, then ask me again.',
  noOrders: 'There are no orders in your account yet.',
  noSuchOrder: 'There is no such order in your account. Please check the number on the order page of the shop.',
  ordersDown: 'The order system of the shop does not answer right now. Please try again in a moment.',
  item: {
    yes: (facts) => `Yes. The shop states: ${facts.join('; ')}.`,
    no: (facts) => `No. The shop states: ${facts.join('; ')}.`,
    facts: (facts) => `The shop states: ${facts.join('; ')}.`,
    notStated: (names) =>
      `The shop does not state ${stated(names).length > 0 ? enJoin(stated(names)) : 'that'} for this one, and I will not guess.`,
    statedFor: (names) => `It is described as being for ${enJoin(names)}.`,
    quote: (sentence) => `The description says: “${sentence}”`,
    deposit: (amount, waiver) => `The deposit is ${amount}.${waiver ? ` ${waiver}.` : ''}`,
    depositNone: 'This one is let without a deposit.',
    depositUnstated: 'No deposit is stated for this one.',
    notLet: 'This one is for sale only and is not let.',
    notSold: 'This one is let only and is not for sale.',
    sale: (amount) => `It costs ${amount} to buy.`,
    rent: (amount, unit) => `Renting costs ${amount} per ${unit} at the first rate; longer rentals may cost less, as the card shows.`,
    total: (amount, length) => `Renting it for ${length === 'day' ? 'one day' : length} costs ${amount} in all, charges included.`,
    term: (min, max) => `It can be rented for at least ${min}${max ? ` and at most ${max}` : ''}.`,
    buyout: (amount) => `After renting it you may keep it for ${amount}.`,
    noBuyout: 'No buyout is stated for this one.',
    variants: (label, values) =>
      values.length === 1 ? `It comes in one ${label.toLowerCase()}: ${values[0]}.` : `It comes in ${values.length}: ${enJoin(values)}.`,
    stock: {
      in_stock: 'It is in stock.',
      preorder: 'It can be ordered ahead.',
      out_of_stock: 'It is out of stock.',
      rented_out: 'It is rented out at present.',
    },
    stockFrom: (status, date) => `${status} It can be had from ${date}.`,
    shipping: (days, regions) =>
      [...(days ? [`It arrives in ${days} days.`] : []), ...(regions.length > 0 ? [`It is sent to ${enJoin(regions)}.`] : [])].join(' '),
    rating: (value, scale, count) => `Rated ${value} of ${scale} by ${count} shoppers.`,
    aspect: (name, positive, negative) => `${name}: ${positive} good, ${negative} bad`,
    units: { hour: plural('hour'), day: plural('day'), week: plural('week'), month: plural('month'), year: plural('year') },
    topics: {
      included: 'what is in the box',
      colors: 'other colors',
      sizes: 'other sizes',
      rating: 'any reviews',
      stock: 'whether it is in stock',
      delivery: 'how long it takes to arrive',
      guarantees: 'such a guarantee',
    },
  },
};

const zh: ServiceWords = {
  contact: (where) => (where === null ? '可以用店铺页面上的联系方式问一问。' : `可以直接问店铺：${where}`),
  noRule: '店里的说明没有写到这一点，我不乱猜。',
  toolSays: (answer) => `店里的答复：${answer}`,
  toolFailed: '店里这会儿查不到。',
  signIn: '订单只给下单的本人看。请先在店铺登录，再来问我。',
  noOrders: '你的账号里还没有订单。',
  noSuchOrder: '你的账号里没有这个订单。请在店铺的订单页面核对单号。',
  ordersDown: '店铺的订单系统现在没有回应，请稍后再试。',
  item: {
    yes: (facts) => `是的，店里写明：${facts.join('；')}。`,
    no: (facts) => `不是，店里写明：${facts.join('；')}。`,
    facts: (facts) => `店里写明：${facts.join('；')}。`,
    notStated: (names) => `店里没有写明这一款${stated(names).length > 0 ? `的${zhJoin(stated(names))}` : '的这一点'}，我不乱猜。`,
    statedFor: (names) => `店里写的是适合：${zhJoin(names)}。`,
    quote: (sentence) => `说明里写着：“${sentence}”`,
    deposit: (amount, waiver) => `押金 ${amount}。${waiver ? `${waiver}。` : ''}`,
    depositNone: '这一款不收押金。',
    depositUnstated: '这一款没有标明押金。',
    notLet: '这一款只卖不租。',
    notSold: '这一款只租不卖。',
    sale: (amount) => `买的话 ${amount}。`,
    rent: (amount, unit) => `租的话起步档每${unit} ${amount}，租得久可能更低，以卡片为准。`,
    total: (amount, length) => `租 ${length === '天' ? '1 天' : length}合计 ${amount}，含必选费用。`,
    term: (min, max) => `最短租 ${min}${max ? `，最长 ${max}` : ''}。`,
    buyout: (amount) => `租满约定时间后可以 ${amount} 买断。`,
    noBuyout: '这一款没有标明买断价。',
    variants: (label, values) => (values.length === 1 ? `${label}只有一种：${values[0]}。` : `有 ${values.length} 种：${zhJoin(values)}。`),
    stock: { in_stock: '有现货。', preorder: '可以预订。', out_of_stock: '现在缺货。', rented_out: '现在都租出去了。' },
    stockFrom: (status, date) => `${status}${date} 起可以拿到。`,
    shipping: (days, regions) =>
      [...(days ? [`发货后 ${days} 天送到。`] : []), ...(regions.length > 0 ? [`可送：${zhJoin(regions)}。`] : [])].join(''),
    rating: (value, scale, count) => `评分 ${value}/${scale}，共 ${count} 条评价。`,
    aspect: (name, positive, negative) => `${name}：好评 ${positive}，差评 ${negative}`,
    units: {
      hour: zhUnit('小时', '小时'),
      day: zhUnit('天', '天'),
      week: zhUnit('周', '周'),
      month: zhUnit('个月', '个月'),
      year: zhUnit('年', '年'),
    },
    topics: {
      included: '随附的东西',
      colors: '其他颜色',
      sizes: '其他尺寸',
      rating: '评价',
      stock: '库存',
      delivery: '到货时间',
      guarantees: '这项保障',
    },
  },
};

const byLanguage: Readonly<Record<Language, ServiceWords>> = { zh, en };

/** These sentences in one language. */
export const serviceWordsFor = (language: Language): ServiceWords => byLanguage[language];
