import { plainText } from './directives.ts';
import type { RememberedFact, Words } from './words.ts';

const conditions: Readonly<Record<string, string>> = {
  query: '描述',
  brands: '品牌',
  models: '型号',
  key_features: '功能',
  use_cases: '用途',
  audience: '人群',
  offer_kind: '租或买',
  buyout: '买断',
  price_range: '价格',
  rental_days: '租期',
  start_date: '起租日',
  deposit_max: '押金',
  deposit_free: '押金',
  service_guarantees: '服务保障',
  conditions: '成色',
  colors: '颜色',
  sizes: '尺码',
  materials: '材质',
  rating_min: '评分',
  in_stock: '现货',
  quantity: '数量',
};

export const zh: Words = {
  talk: {
    greeting: '你好，我是店里的智能导购。想找什么，或者打算用在哪儿，说一句就行。',
    thanks: '不客气。还想看什么，随时说。',
    bye: '好的，再见。',
    who: '我是这家店的智能导购，一个自动程序，不是真人。你说需求，我在店里的商品里帮你找。',
    help: '我可以按类型、品牌、价格、租期、功能和用途帮你在店里找商品，也能按价格、评分或参数排序。说说你想要什么？',
    person: '我是自动导购，没法替你转接人工。',
    fine: '好。想继续看，告诉我还在意什么就行。',
    policy: '店铺规则我这里查不到，请以店铺说明为准。想挑商品的话，我可以继续帮你找。',
    order: '订单信息我这里查不到，请在店铺的订单页面查看。',
    tracking: '物流信息我这里查不到，请在店铺的订单页面查看。',
    'off-topic': '这个我帮不上。我可以在店里找商品、做对比，也能查店铺规则和你的订单。想看点什么？',
    unclear: '我没看懂。告诉我想找什么类型的商品，或者用在哪儿？',
  },
  found: (total, shown, noun) => {
    const what = noun ? `符合的${noun}` : '符合的';
    if (total === 1) return `${what}有一款：`;
    if (total <= shown) return `${what}有 ${total} 款：`;
    return `${what}有 ${total} 款，先看这${['', '一', '两', '三'][shown] ?? '几'}款：`;
  },
  ordered: (order) =>
    ({
      price_asc: '按价格从低到高。',
      price_desc: '按价格从高到低。',
      deposit_asc: '按押金从低到高。',
      rating: '按评分从高到低。',
      popularity: '按热门程度排。',
      newest: '按上新时间排。',
    })[order],
  orderedBy: (attribute, ascending) => `按${attribute}从${ascending ? '小到大' : '大到小'}排。`,
  noMore: {
    cheaper: (name) => (name ? `符合条件的里面，最便宜的就是${name}。` : '符合条件的里面，没有更便宜的了。'),
    dearer: '符合条件的里面，没有更高价位的了。',
    others: '符合条件的已经都看过了。想放宽哪个条件，告诉我。',
  },
  noMoreOf: (quality) => `符合条件的里面，刚才那几款的${quality}已经到头了。`,
  widened: (names, total, noun) =>
    `没有完全符合的${noun ?? ''}。${total > 0 ? `不看${zhJoin(names)}的话，有 ${total} 款：` : `下面没有考虑${zhJoin(names)}：`}`,
  unmentioned: (wanted, total, noun) => `店里的说明没有提到${zhJoin(wanted.map(zhQuoted))}。其他条件都符合的${noun ?? ''}有 ${total} 款：`,
  onlyRented: (total, noun) => `这个价位没有卖的${noun ?? ''}，可以租的有 ${total} 款：`,
  nearest: (name, noun) => `没有${name}在这个范围里的${noun ?? '商品'}，最接近的是：`,
  notStated: (names, noun) => `这些${noun ?? '商品'}没有标注${zhJoin(names)}，所以没法按这一点挑。`,
  otherwise: (total) => `只看其他条件，有 ${total} 款：`,
  nothing: (noun) => `店里没有符合这些条件的${noun ?? '商品'}。可以放宽一两个条件再试。`,
  notCarried: (wanted) => `店里没有和${zhJoin(wanted.map(zhQuoted))}有关的商品。`,
  carries: (types) => `这里有${zhJoin(types)}等。`,
  saleOnly: '这家店的商品只卖不租。',
  leaseOnly: '这家店的商品只租不卖。',
  foreignPrice: (currency) => `店里的价格是 ${currency}，我没法换算，所以先不看价格。`,
  searchFailed: '店里的搜索现在没有回应。你的问题我留着，请稍后再试一次。',
  repair: '刚才的商品没能显示。换个说法，或者把条件说具体一点，我再找一次。',
  compareUnavailable: '要比哪几款？说出型号，或者先让我找一批，再说“对比前两个”。',
  oneInCart: '购物车里只有一件。告诉我拿什么和它比，或者让我找几款类似的。',
  rentOrBuy: {
    costs: (name, days, rent, price) => `${name}：租 ${days} 天合计 ${rent}，买要 ${price}。`,
    bought: (name, price) => `${name}：买要 ${price}。`,
    weighed: (text) => `${text}。`,
    onlyLet: (name) => `${name}：只租不卖。`,
    onlySold: (name) => `${name}：只卖不租。`,
    neither: (name) => `${name}：店里没有写明价格。`,
  },
  costs: {
    kit: '这一套的租金、售价和押金，卡片上都合计好了：',
    each: '分开算：',
    line: (name, ways) => `${name}：${ways.join('')}`,
    howLong: '告诉我租几天，我把总价算给你。',
  },
  shownOnly: (count) => `这里只有${count === 1 ? '这一款' : `这 ${count} 款`}。想看别的，说“换一批”。`,
  compared: {
    winner: (name, label, figure) => `看${label}的话，${zhSpaced(name)}更好${figure ? `：${figure}` : ''}。`,
    undecided: (label) => `${label}上分不出高下。`,
    unstated: '你问的这一点，店里没有都写明。',
    leads: (name, labels) => `${zhSpaced(name)}领先的是${labels}`,
    joined: (leads) => `${leads.join('；')}。`,
    even: '能分高下的项目上，它们不相上下；不同之处都在表里。',
    differ: (types) => `它们不是同一类东西（${zhJoin(types)}），只能比都写明了的项目。`,
    yours: '看重哪一点，就选那一款。',
  },
  kit: {
    here: (title, people, members) => `${title}${people === null ? '' : `，按 ${people} 人配`}，共 ${members} 样：`,
    over: '这个预算配不齐，最便宜的一套是这样：',
    alone: '那就只剩这一样：',
    none: '店里的东西配不成这样一套。告诉我最需要哪一件，我先帮你找它。',
    without: (names) => `${zhJoin(names)}店里没有合适的，没有放进来。`,
    spared: (names) => `为了省下花费，没有放${zhJoin(names)}。`,
    unmet: (names) => `${zhJoin(names)}没有完全符合要求的，先配了别的。`,
    stays: (name) => `店里没有别的合适的${name}可换，先留着原来这款。`,
    small: (names) => `没有能容纳这么多人的${zhJoin(names)}，放的是最大的一款。`,
  },
  videos: (count) => (count > 1 ? '这几款有视频：' : '这一款有视频：'),
  noVideo: '刚才看的商品没有视频。',
  remembered: (facts) => `按之前说的：${facts.map(zhRemembered).join('，')}。`,
  itemUnavailable: '这一款的细节请看页面上的说明，我这里查不到更多。也可以说说你的需求，我帮你找合适的。',
  itemFacts: '店里对这一款是这样写的：',
  itemNotStated: '店里没有写明这一款是否合适，能确定的都在这里：',
  browse: '好的。告诉我想要哪一类，或者用来做什么，我来找。',
  whatFor: '想找哪一类？',
  quoted: zhQuoted,
  condition: (parameter) => conditions[parameter] ?? '这一条',
  question: (field, label, noun) => {
    const what = noun ?? '';
    switch (field) {
      case 'product_types':
        return `想要哪一种${what || '商品'}？`;
      case 'use_cases':
        return `${what}主要用来做什么？`;
      case 'audience':
        return `${what}给谁用？`;
      case 'brands':
        return `${what}有偏好的品牌吗？`;
      case 'key_features':
        return `${what}更看重哪一点？`;
      case 'colors':
        return `${what}想要什么颜色？`;
      default:
        return `${what ? `${what}的` : ''}${label}想要哪种？`;
    }
  },
  inOtherWords: (said, found) => `店里没有写作${zhJoin(said.map(zhQuoted))}的，下面是按${zhJoin(found.map(zhQuoted))}找到的。`,
  values: (label, values, noun, more) =>
    `${noun ?? '刚才找的商品'}的${label}有：${values.map((each) => `${plainText(each.label)}（${each.count} 款）`).join('、')}${more ? '等' : ''}。`,
  notTold: (noun) => `${noun ?? '刚才找的商品'}没有标注这一点，我没法列出来。`,
  join: zhJoin,
};

function zhQuoted(words: string): string {
  return `“${plainText(words).slice(0, 40)}”`;
}

function zhJoin(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names.at(-1)}`;
}

function zhRemembered(fact: RememberedFact): string {
  switch (fact.kind) {
    case 'days':
      return `租 ${fact.days} 天`;
    case 'lease':
      return '要租';
    case 'sell':
      return '要买';
    case 'budget':
      return '同样的预算';
    case 'not-brands':
      return `不要${zhJoin(fact.brands.map(plainText))}`;
    case 'looked-at':
      return `对比时你看过${plainText(fact.label)}，按它排序`;
  }
}

/** A name that ends in a Latin letter or digit, with the space that Chinese sets before what follows. */
const zhSpaced = (name: string): string => (/[a-z\d]$/i.test(name) ? `${name} ` : name);
