import type { ErrorCode, RunErrorCode } from '../../protocol/errors.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import type { NoticeCode } from '../../protocol/parts.ts';

/** Every sentence the BFF says to a shopper by itself. Keyed by the code types, so that none can be forgotten. */
export interface Texts {
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly runErrors: Readonly<Record<RunErrorCode, string>>;
  readonly notices: Readonly<Record<NoticeCode, string>>;
  readonly status: {
    readonly reading: string;
    readonly writing: string;
    readonly searching: (what: string | undefined, count: number | undefined) => string;
    readonly checking: string;
    readonly comparing: string;
    readonly lookingUp: string;
    readonly orders: string;
    readonly shipment: string;
  };
  readonly summary: {
    readonly found: (total: number) => string;
    readonly nothingFound: string;
    readonly compared: (count: number) => string;
    readonly passages: (count: number) => string;
    readonly noPassages: string;
    readonly orders: (count: number) => string;
    readonly shipment: string;
    /** A shop's own tool answered (MCP); what it said is not known here. */
    readonly answered: string;
    readonly failed: string;
  };
  /** Why a message was not taken, where the code's own sentence says too little. */
  readonly refusals: Readonly<Record<'paused' | 'daily' | 'full' | 'items', string>>;
  /** Beside cards of a conversation that is loaded while the catalogue gives no answer. */
  readonly asLastSeen: string;
  /** Stands in for an answer of which nothing could be shown. */
  readonly nothingToSay: string;
  /** What a rate is for: the period after the stroke. */
  readonly perUnit: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', string>>;
}

const zh: Texts = {
  errors: {
    invalid_request: '这条请求的格式不对，没有发出去。',
    unauthorized: '这个页面还没有接入导购，请联系店铺。',
    forbidden: '这个网址没有使用导购的许可，请联系店铺。',
    not_found: '找不到这段对话，可能已经过期。可以重新开始。',
    turn_running: '上一条还在回答，等它说完再发。',
    too_large: '内容太长了，请缩短后再发。',
    unsupported_type: '这种内容格式无法读取。',
    wrong_host: '这个地址不属于本店。',
    id_reused: '这条消息的编号已经用过，请刷新页面再发。',
    rate_limited: '发得有点快，请稍等一会儿再试。',
    internal: '出了点问题，没能回答。你的问题还在，请再试一次。',
    unavailable: '导购现在没有空，请稍后再试。',
  },
  runErrors: {
    busy: '现在问的人太多。你的问题我留着，请过一会儿再试。',
    unavailable: '导购暂时连不上。你的问题我留着，请过一会儿再试。',
    interrupted: '回答中断了。上面的内容是有效的，可以再试一次。',
    timeout: '这次花的时间太长，先停下了。可以换个说法再试。',
    limit: '查了很多次还没有结论，先停下了。可以把条件说得更具体一点。',
    filtered: '这个问题我没法回答。换个和选购有关的问题试试。',
    internal: '出了点问题，没能回答完。你的问题还在，请再试一次。',
  },
  notices: {
    withheld: '有一个推荐没有显示：它不在本店的商品目录里。',
    amount_withheld: '有一处金额没有显示：请以卡片上的价格为准。',
    degraded: '智能模型暂时连不上，现在由内置的搜索来回答。',
    price_changed: '有商品的价格刚刚变了，卡片上是现在的价格。',
    gone: '有一件商品已经下架。',
    cut_short: '回答太长，后面的部分省略了。',
    identity_needed: '查询订单需要先登录店铺账号。',
    nothing_found: '没有找到符合条件的商品。',
  },
  status: {
    reading: '正在看你的问题…',
    writing: '正在整理回答…',
    searching: (what, count) => (what && count ? `正在看 ${count} 款${what}…` : what ? `正在找${what}…` : '正在翻商品目录…'),
    checking: '正在核对信息…',
    comparing: '正在逐项对比…',
    lookingUp: '正在查店铺说明…',
    orders: '正在查你的订单…',
    shipment: '正在查物流…',
  },
  summary: {
    found: (total) => `找到 ${total} 件`,
    nothingFound: '没有找到',
    compared: (count) => `对比了 ${count} 件`,
    passages: (count) => `查到 ${count} 条说明`,
    noPassages: '没有找到相关说明',
    orders: (count) => `查到 ${count} 个订单`,
    shipment: '查到物流信息',
    answered: '查到了',
    failed: '没有查到',
  },
  refusals: {
    paused: '导购暂时停下了。店铺照常营业，可以直接浏览商品，稍后再来问。',
    daily: '导购今天能回答的次数用完了，明天再来问。店铺照常营业，可以直接浏览商品。',
    full: '现在来问的人很多，导购忙不过来。你的问题还在，过几秒再试一次。',
    items: '这一小时里看过的商品已经很多了，过一会儿再来。店铺照常营业，可以直接浏览商品。',
  },
  asLastSeen: '商品目录暂时连不上。卡片上是上次核对的价格和库存，可能已有变化，稍后刷新页面会重新核对。',
  nothingToSay: '这次没能给出可靠的回答。换个说法，或者把条件说具体一点，我再查一次。',
  perUnit: { hour: '小时', day: '天', week: '周', month: '月', year: '年' },
};

const en: Texts = {
  errors: {
    invalid_request: 'The request was not in the right form and was not sent on.',
    unauthorized: 'This page is not connected to the adviser. Please tell the shop.',
    forbidden: 'This address may not use the adviser. Please tell the shop.',
    not_found: 'That conversation is not known; it may have expired. You can start a new one.',
    turn_running: 'The last question is still being answered. Send the next one when it is done.',
    too_large: 'That is too long. Please shorten it and send it again.',
    unsupported_type: 'That kind of content cannot be read.',
    wrong_host: 'This address does not belong to the shop.',
    id_reused: 'That message number was used before. Reload the page and send it again.',
    rate_limited: 'That was a little fast. Please wait a moment and try again.',
    internal: 'Something went wrong and there is no answer. Your question is kept; please try again.',
    unavailable: 'The adviser has no room right now. Please try again in a moment.',
  },
  runErrors: {
    busy: 'Too many people are asking right now. I kept your question; try again in a moment.',
    unavailable: 'The adviser cannot be reached right now. I kept your question; try again in a moment.',
    interrupted: 'The answer was cut off. What is above holds; you can try again.',
    timeout: 'That took too long, so I stopped. Try asking it another way.',
    limit: 'I looked many times without a conclusion, so I stopped. A more specific wish would help.',
    filtered: 'I cannot answer that. Ask me something about choosing or renting.',
    internal: 'Something went wrong before the answer was done. Your question is kept; please try again.',
  },
  notices: {
    withheld: "One suggestion was held back: it is not in this shop's catalogue.",
    amount_withheld: 'One amount was held back: the price on the card is the one that holds.',
    degraded: 'The language model cannot be reached right now; the built-in search answers instead.',
    price_changed: 'A price has just changed; the card shows the price as it is now.',
    gone: 'One item is no longer in the shop.',
    cut_short: 'The answer was too long; the rest is left out.',
    identity_needed: 'To look up orders, sign in to the shop first.',
    nothing_found: 'Nothing in the shop fits that.',
  },
  status: {
    reading: 'Reading your question…',
    writing: 'Putting the answer together…',
    searching: (what, count) =>
      what && count
        ? count === 1
          ? `Looking at the shop’s one item under “${what}”…`
          : `Looking through the shop’s ${count} items under “${what}”…`
        : what
          ? `Looking under “${what}”…`
          : 'Looking through the catalogue…',
    checking: 'Checking the facts…',
    comparing: 'Putting them side by side…',
    lookingUp: "Reading the shop's own rules and guides…",
    orders: 'Looking up your orders…',
    shipment: 'Looking up the shipment…',
  },
  summary: {
    found: (total) => `${total} found`,
    nothingFound: 'Nothing found',
    compared: (count) => `${count} compared`,
    passages: (count) => (count === 1 ? '1 passage found' : `${count} passages found`),
    noPassages: 'No passage about it',
    orders: (count) => (count === 1 ? '1 order' : `${count} orders`),
    shipment: 'Shipment found',
    answered: 'Answered',
    failed: 'No answer',
  },
  refusals: {
    paused: 'The adviser is taking a break. The shop is open as usual: look around, and ask again later.',
    daily: 'The adviser has answered all it can today and is back tomorrow. The shop is open as usual: look around.',
    full: 'Many shoppers are asking right now and the adviser cannot take another question. Yours is kept: try again in a few seconds.',
    items: 'That is as many items as can be shown in an hour. Come back a little later; the shop is open as usual: look around.',
  },
  asLastSeen:
    'The catalogue cannot be reached right now. Cards show prices and stock as last checked, which may have changed; reload the page in a while to check again.',
  nothingToSay: 'I could not give an answer I trust this time. Put it another way, or name what matters most, and I will look again.',
  perUnit: { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' },
};

const byLanguage: Readonly<Record<Language, Texts>> = { zh, en };

/** The BFF's own sentences in the language of a locale. */
export function textsFor(locale: string): Texts {
  return byLanguage[languageOf(locale)];
}
