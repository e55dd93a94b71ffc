/**
 * What shoppers say beside what rules say: a shop writes 损坏, a shopper says 摔坏了. One line is one matter; any of its words
 * finds texts with any other. A shop's own words belong into the `keywords` of its documents, not here.
 */
const MATTERS: readonly string[] = [
  '损坏 炸机 坠机 泡水 淋湿 摔坏 弄坏 用坏 坏 摔 破损 磕碰 划痕 刮花 进水 碎 裂',
  '丢失 掉海里 掉水里 掉进 弄丢 遗失 丢 被盗 被偷 偷',
  '赔偿 理赔 赔 扣款 扣钱',
  '保障 保险 免赔',
  '退款 退钱 退回 到账 退还 返还 退给',
  '归还 退租 用完了 用完 寄到哪 寄回 送回 交还 还回 怎么还',
  '提前还 提前归还 早点还 提早 没到期 先还',
  '发错 错货 错的 颜色不对 不对 不符 货不对板',
  '续租 再多用 多用几天 延期 延长 续期 多租 再租 接着租',
  '买断 买下 留下 归我',
  '免押 零押金 免交押金 不交押金 不用押金 不用交押金',
  '运费 谁承担 谁出 谁付 邮费 快递费 包邮',
  '发货 拿到 到手 多长时间能 到货 送达 送到 配送 寄到 快递',
  '取消 撤销 退订 改期 不想租 不想要',
  '逾期 按时 来不及 晚一天 晚两天 罚 超期 过期 晚还 晚几天 迟还 晚归还 忘了还',
  '发票 报销 开票',
  '质保 保修 维修 故障 不能用 用不了 换货 给换 换新 换一台 修',
  '正品 真货 假货 假的 翻新',
  '消毒 卫生 清洁 干净 洗',
  '起租 几天起租 最少租 最短',
  '隐私 里的照片 照片 数据 抹除 照片删',
  '会员 等级 积分',
  '流程 步骤 怎么租 怎么弄 怎样租',
  '租还是买 租好还是买 买好还是租 租划算 买划算 租比买 买比租 租和买 租或买 租合适 买合适',
  '国外 海外 境外 出国 跨境',
  '付款 支付 刷卡 信用卡 花呗 微信 支付宝',
  '自提 自取 门店 实体店 到店 营业 开门 关门',
  'damage|damaged|crash|crashed|broken|broke|break|breaks|breaking|drop|dropped|crack|cracked|scratch|scratched|spill|spilled|wet|soaked|water got|fell in|fell into|dropped it in',
  'lost|lose|losing|stolen|theft|steal',
  'compensation|compensate|charge me|charged for',
  'refund|refunded|money back|get back',
  'early|earlier|ahead of time|before the end|before it ends',
  'wrong item|wrong colour|wrong color|wrong size|wrong one|wrong',
  'return|returned|returning|send back|send it back|give back|give it back|bring back|hand back|bring it back|when i am done|after use|send the parcel|send the package|where do i send',
  'extend|extending|extension|longer|prolong|renew|keep it for|keep it a few',
  'buyout|buy out|buy it|keep it|keep the|own it',
  'waive|waived|waiver|deposit free|without a deposit|no deposit|skip the deposit',
  'shipping|shipment|ship|postage|delivery|deliver|delivered|arrive|courier|get here',
  'call off|call it off|cancel|cancelled|canceled|cancelling|cancellation|change my mind',
  'late|overdue|past due|too late|on time|in time|fine|penalty',
  'invoice|invoices|receipt|tax bill',
  'warranty|repair|repaired|guarantee|faulty|defect|stops working|stopped working|not work|work at all|does not work|no longer works|replace|replacement|exchange|swap',
  'genuine|authentic|original|fake|counterfeit',
  'hygiene|last person|someone else used|clean|cleaned|cleaning|disinfect|disinfected|washed|sanitise',
  'minimum|shortest|at least',
  'privacy|personal data|files|pictures|photos|erase|erased|wipe|wiped|delete my',
  'how renting works|how does renting work|how does it work|how it works|how this works|process',
  'rent or buy|buy or rent|renting or buying|buying or renting|rent vs buy|renting cheaper|cheaper to rent|cheaper to buy',
  'abroad|overseas|international|internationally|foreign country|another country',
  'pay|payment|visa|mastercard|amex|credit card|debit card|apple pay|google pay|paypal|wechat|alipay|cash',
  'pick it up|pick up|collect it|collect|come by|pick the|myself|in person|visit|store|opening hours|open|close',
  'member|members|membership|level|levels',
];

/** A way to say something, and how it is looked for in a question. */
interface Saying {
  readonly text: string;
  readonly pattern: RegExp;
}

/** A matter that a question is about. */
export interface Matter {
  /** What the question says. */
  readonly said: readonly string[];
  /** All ways to say it. */
  readonly sayings: readonly string[];
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const matters: readonly (readonly Saying[])[] = MATTERS.map((line) =>
  line
    .split(line.includes('|') ? '|' : ' ')
    // The longest first, so that 摔坏 is taken whole and 摔 does not leave 坏 behind.
    .sort((a, b) => b.length - a.length)
    .map((text) => ({ text, pattern: new RegExp(isHan(text) ? escaped(text) : `\\b${escaped(text)}(?:s|es|d|ed)?\\b`, 'g') })),
);

/** Words that are as often said of things that are wanted: they tell nothing without the rest of a message. */
const OF_THINGS =
  /^(?:late|open|close|fine|pay|store|visit|at least|minimum|longer|clean|replace|fine|process|wet|修|洗|坏|丢|赔|碎|裂|等级|清洁|保障|质保|发货|现货)$/;

/** Whether a folded text names a matter of the shop beyond doubt. */
export const namesMatter = (text: string): boolean =>
  takeMatters(text).matters.some(({ said }) => said.some((saying) => !OF_THINGS.test(saying)));

/**
 * Takes the matters out of a folded question.
 * @returns them, and what is left of the question.
 */
export function takeMatters(question: string): { readonly matters: readonly Matter[]; readonly rest: string } {
  let rest = question;
  const taken: Matter[] = [];
  for (const sayings of matters) {
    const said = sayings.filter(({ pattern }) => {
      const without = rest.replace(pattern, ' ');
      const found = without !== rest;
      rest = without;
      return found;
    });
    if (said.length > 0) taken.push({ said: said.map(({ text }) => text), sayings: sayings.map(({ text }) => text) });
  }
  return { matters: taken, rest };
}
