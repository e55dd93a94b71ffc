/**
 * What shoppers say beside what rules say: a shop writes 损坏, a shopper says 摔坏了. One line is one matter; any of its words
 * finds texts with any other. A shop's own words belong into the `keywords` of its documents, not here.
 */
const MATTERS: readonly string[] = [
  '损坏 摔坏 弄坏 用坏 坏 摔 破损 磕碰 划痕 刮花 进水 碎 裂',
  '丢失 弄丢 遗失 丢 被盗 被偷 偷',
  '赔偿 理赔 赔 扣款 扣钱',
  '保障 保险 免赔',
  '退款 退钱 退回 退还 返还 退给',
  '归还 退租 寄回 送回 交还 还回 怎么还 提前还 早点还',
  '续租 延期 延长 续期 多租 再租 接着租',
  '买断 买下 留下 归我',
  '免押 零押金 免交押金 不交押金 不用押金 不用交押金',
  '运费 邮费 快递费 包邮',
  '发货 到货 送达 送到 配送 寄到 快递',
  '取消 退订 改期 不想租 不想要',
  '逾期 超期 过期 晚还 晚几天 迟还 晚归还 忘了还',
  '发票 报销 开票',
  '质保 保修 维修 故障 修',
  '正品 真货 假货 翻新',
  '消毒 卫生 清洁 干净 洗',
  '起租 几天起租 最少租 最短',
  '隐私 数据 抹除 照片删',
  '会员 等级 积分',
  'damage|damaged|broken|broke|break|breaks|breaking|drop|dropped|crack|cracked|scratch|scratched|spill|spilled|water got',
  'lost|lose|losing|stolen|theft|steal',
  'compensation|compensate|charge me|charged for',
  'refund|refunded|money back|get back',
  'return|returned|returning|send back|send it back|give back|give it back|bring back|hand back',
  'extend|extending|extension|longer|prolong|renew|keep it for',
  'buyout|buy out|buy it|keep it|keep the|own it',
  'waive|waived|waiver|deposit free|without a deposit|no deposit|skip the deposit',
  'shipping|shipment|ship|postage|delivery|deliver|delivered|arrive|courier',
  'cancel|cancelled|canceled|cancelling|cancellation|change my mind',
  'late|overdue|past due|too late',
  'invoice|invoices|receipt|tax bill',
  'warranty|repair|repaired|guarantee|faulty|defect|stops working|stopped working',
  'genuine|authentic|original|fake|counterfeit',
  'hygiene|clean|cleaned|cleaning|disinfect|disinfected|washed|sanitise',
  'minimum|shortest|at least',
  'privacy|personal data|erase|erased|wipe|wiped|delete my',
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
    .map((text) => ({ text, pattern: new RegExp(isHan(text) ? escaped(text) : `\\b${escaped(text)}\\b`, 'g') })),
);

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
