import { CueTable } from './cue.ts';

/** What a promise is about: what would have to stand in a passage or policy to back it. `action`: something done, which no tool can do. */
export type PromiseTopic = 'action' | 'refund' | 'price' | 'warranty' | 'delivery' | 'quality';

/** A promise in the shop's name. `end` is before the mark that ends its clause. */
export interface Commitment {
  readonly start: number;
  readonly end: number;
  readonly topic: PromiseTopic;
  /** What stands close before it: the "7 天" of 支持7天无理由退货. */
  readonly lead: string;
}

const cross = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']);

const ACTIONS_ZH = '下单 下好单 预留 预订 预定 预约 锁定 保留 申请 安排 取消 退款 办理 登记 减免 改价 留 订好 升级 延长'.split(' ');
const actionsZh = [
  ...cross(['已', '已经'], ['为', '帮', '给', '替'], ['您', '你'], ['', '成功'], ACTIONS_ZH),
  ...cross(
    ['我', '我们'],
    ['', '会', '将', '可以', '能', '已', '已经', '这就', '现在就', '马上'],
    ['为', '帮', '给', '替'],
    ['您', '你'],
    ACTIONS_ZH,
  ),
  ...cross(['订单', '预约', '预订'], ['已', '已经'], ['提交', '确认', '生成', '成功']),
];
const SHOP_ZH = ['我们', '本店', '店铺', '平台', '商家', '我'];
const promisesZh = cross(SHOP_ZH, ['', '都', '会', '均', '可以', '向您', '向你'], ['保证', '承诺', '担保']);
const phrasesZh: readonly (readonly [PromiseTopic, string])[] = [
  ...['保证最低', '保证全网', '最低价保证', '全网最低价', '买贵必赔', '买贵退差', '买贵包赔', '保价', '补差价'].map(
    (words) => ['price', words] as const,
  ),
  ...[
    '保证退',
    '包退',
    '无理由退',
    '全额退款',
    '随时退',
    '随时可退',
    '不满意就退',
    '不满意可退',
    '无条件退',
    '可以退款',
    '可全额退',
    '支持退款',
    '坏了包赔',
    '损坏免赔',
    '免费退换',
  ].map((words) => ['refund', words] as const),
  ...['保证正品', '假一赔', '正品保证', '保证是正品', '保证质量', '保证不会坏'].map((words) => ['quality', words] as const),
  ...[
    '终身保修',
    '终身质保',
    '免费保修',
    '全国联保',
    '只换不修',
    '保修一年',
    '保修两年',
    '保修三年',
    '质保一年',
    '质保两年',
    '质保三年',
  ].map((words) => ['warranty', words] as const),
  ...[
    '保证当天',
    '保证今天',
    '保证明天',
    '保证次日',
    '保证准时',
    '次日达',
    '当天发货',
    '当日达',
    '保证有货',
    '保证送达',
    '明天一定到',
    '一定会准时',
  ].map((words) => ['delivery', words] as const),
];

const SUBJECTS = ['we', 'i'];
const AUXILIARIES = ['', "'ve", ' have', "'ll", ' will', ' can', ' do', ' am', "'m", ' are', "'re"];
const ADVERBS = ['', ' already', ' just', ' personally', ' also', ' always'];
const subjects = cross(SUBJECTS, AUXILIARIES, ADVERBS);
const PROMISES_EN = ['guarantee', 'promise', 'assure you', 'ensure you', 'pledge', 'guaranteeing'];
const ACTIONS_EN = [
  'reserved',
  'reserve',
  'reserving',
  'booked',
  'book',
  'placed your order',
  'placed the order',
  'placed an order',
  'place your order',
  'place the order',
  'ordered it',
  'ordered this',
  'ordered one',
  'order it',
  'refunded',
  'cancelled',
  'canceled',
  'scheduled',
  'set it aside',
  'set one aside',
  'put it aside',
  'hold it',
  'held it',
  'arranged',
  'applied a',
  'applied the',
  'confirmed your',
  'upgraded',
  'extended your',
  'waive',
  'waived',
];
const REFUNDS_EN = [
  'refund',
  'reimburse',
  'compensate',
  'take it back',
  'replace it',
  'exchange it',
  'offer a refund',
  'offer a full refund',
  'offer refunds',
  'offer full refunds',
  'accept returns',
  'offer returns',
];
const PRICES_EN = ['match any price', 'match the price', 'price match', 'beat any price'];
const WARRANTY_EN = ['repair it for free', 'fix it for free', 'cover any damage', 'cover all damage', 'cover damage'];
const DELIVERY_EN = ['deliver it', 'deliver by', 'deliver tomorrow', 'deliver within', 'ship it', 'ship today', 'ship within'];
const withSubject = (words: readonly string[]) => cross(subjects, [' '], words);
const phrasesEn: readonly (readonly [PromiseTopic, string])[] = [
  ...[
    'guaranteed lowest price',
    'guaranteed best price',
    'lowest price guarantee',
    'lowest price guaranteed',
    'lowest price in town',
    'best price guarantee',
    'best price guaranteed',
  ].map((words) => ['price', words] as const),
  ...[
    'money-back guarantee',
    'money back guarantee',
    'full refund',
    'no questions asked',
    'satisfaction guaranteed',
    'satisfaction guarantee',
    'guaranteed refund',
    'refund guaranteed',
  ].map((words) => ['refund', words] as const),
  ...[
    'your order is confirmed',
    'your order has been placed',
    'your order is placed',
    'your order has been confirmed',
    'your booking is confirmed',
    'your reservation is confirmed',
    'reserved for you',
    'booked for you',
  ].map((words) => ['action', words] as const),
  ...['lifetime warranty', 'lifetime guarantee'].map((words) => ['warranty', words] as const),
  ...['guaranteed delivery', 'next-day delivery', 'same-day delivery', 'guaranteed to arrive', 'delivery guaranteed'].map(
    (words) => ['delivery', words] as const,
  ),
];

const topics = new Map<string, PromiseTopic | 'stated'>([
  ...actionsZh.map((words) => [words, 'action'] as const),
  ...promisesZh.map((words) => [words, 'stated'] as const),
  ...phrasesZh.map(([topic, words]) => [words, topic] as const),
  ...withSubject(PROMISES_EN).map((words) => [words, 'stated'] as const),
  ...withSubject(ACTIONS_EN).map((words) => [words, 'action'] as const),
  ...withSubject(REFUNDS_EN).map((words) => [words, 'refund'] as const),
  ...withSubject(PRICES_EN).map((words) => [words, 'price'] as const),
  ...withSubject(WARRANTY_EN).map((words) => [words, 'warranty'] as const),
  ...withSubject(DELIVERY_EN).map((words) => [words, 'delivery'] as const),
  ...phrasesEn.map(([topic, words]) => [words, topic] as const),
]);
const table = new CueTable(topics.keys());

/** First words of every promise, in lower case; half of one may stand at a stream's end. */
export const commitmentStartWords: readonly string[] = [
  ...new Set([...topics.keys()].map((words) => (/^[a-z]/.test(words) ? (/^[a-z]+/.exec(words)?.[0] ?? words) : words.slice(0, 2)))),
];

/** Where a promise may begin: the source of a pattern with the flag `i`. */
export const commitmentStartSource = commitmentStartWords
  .map((word) => (/^[a-z]/.test(word) ? String.raw`\b${word}(?![a-z])` : word))
  .join('|');

/** A clause ends at the latest here. */
const CLAUSE_LIMIT = 120;
const CLAUSE_END = /[,;!?\n,。;!?]|\.(?=\s|$)/g;
const NEGATED =
  /(?:不|没有?|无法|不能|未|是否|需要|要不要|能否|可否|如果|若|cannot|can't|n't|not|never|if|whether|should|shall|do you want me to|would you like me to)\s*$/i;
const ASKS = /[吗么呢]$/;
/** A clause that sends the shopper to the source promises nothing. */
const REFERS = /请看|请问|为准|咨询|店铺说明|\bask the shop|\bcheck (?:with )?the|\bsee the/i;

/**
 * Reads a promise that begins at `at`. A question, a denial or a condition is none.
 * @returns `more` while its words or its clause may go on.
 */
export function readCommitment(text: string, at: number, ended: boolean): Commitment | 'more' | null {
  const words = table.match(text, at, ended);
  if (words === 'more' || words === null) return words;
  if (NEGATED.test(text.slice(Math.max(0, at - 24), at))) return null;
  const from = at + words.length;
  const clause = text.slice(from, from + CLAUSE_LIMIT);
  CLAUSE_END.lastIndex = 0;
  const mark = CLAUSE_END.exec(clause);
  // A full stop at the end of what has come may be a decimal point.
  if (!ended && (!mark || mark.index === clause.length - 1) && clause.length < CLAUSE_LIMIT) return 'more';
  const length = mark?.index ?? clause.length;
  if (/[??]/.test(mark?.[0] ?? '') || ASKS.test(clause.slice(0, length)) || REFERS.test(clause.slice(0, length))) return null;
  if (/^(?:ed)? (?:by|them by|the results)/i.test(clause)) return null;
  const topic = topics.get(words);
  if (topic === undefined) return null;
  const lead =
    text
      .slice(Math.max(0, at - 8), at)
      .split(/[,。,;\n]/)
      .at(-1) ?? '';
  return { start: at, end: from + length, lead, topic: topic === 'stated' ? topicOf(words + clause.slice(0, length)) : topic };
}

/** Words of a topic in either language: what a promise is about, and what a passage says that backs it. */
export const topicWords: Record<Exclude<PromiseTopic, 'action'>, RegExp> = {
  refund: /退|赔|refund|return|money[- ]back|reimburse|compensat|exchange/i,
  price: /最低价|保价|差价|买贵|lowest price|best price|price match|match/i,
  warranty: /保修|质保|联保|维修|warrant|repair|guarantee|damage|损坏/i,
  delivery: /送达|发货|配送|到货|次日|当天|当日|准时|deliver|ship|arriv/i,
  quality: /正品|假一|质量|authentic|genuine|quality|certif/i,
};

function topicOf(text: string): PromiseTopic {
  for (const topic of ['refund', 'price', 'delivery', 'warranty', 'quality'] as const) if (topicWords[topic].test(text)) return topic;
  return 'quality';
}
