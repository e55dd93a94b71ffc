import { CueTable } from './cue.ts';

/** What a text says costs nothing. */
export interface FreeClaim {
  readonly end: number;
  readonly about: 'deposit' | 'shipping' | 'fee' | 'price';
}

const DEPOSIT_ZH = [
  '免押金',
  '免押',
  '免收押金',
  '免交押金',
  '免付押金',
  '免除押金',
  '零押金',
  '零押',
  '0押金',
  '0押',
  '无押金',
  '无需押金',
  '无须押金',
  '无押',
  '不收押金',
  '不用押金',
  '不用交押金',
  '不需要押金',
  '不需押金',
  '不要押金',
  '押金全免',
  '押金可免',
  '押金免收',
];
const SHIPPING_ZH = ['免运费', '免邮费', '免邮', '包邮', '免收运费', '免费配送', '免费送货', '免费寄送', '免费邮寄', '免运'];
const FEE_ZH = [
  '免首付',
  '零首付',
  '免手续费',
  '免服务费',
  '免息',
  '零利息',
  '零手续费',
  '免费安装',
  '免费维修',
  '免费清洁',
  '免费保险',
  '免费退换',
  '免费退货',
  '免费换新',
  '免费升级',
  '免服务',
  '免维修费',
];
const PRICE_ZH = ['免费', '免租金', '免租', '零租金', '零元', '不要钱', '白送'];
const aboutZh = new Map<string, FreeClaim['about']>([
  ...DEPOSIT_ZH.map((word) => [word, 'deposit'] as const),
  ...SHIPPING_ZH.map((word) => [word, 'shipping'] as const),
  ...FEE_ZH.map((word) => [word, 'fee'] as const),
  ...PRICE_ZH.map((word) => [word, 'price'] as const),
]);
const chinese = new CueTable([...aboutZh.keys()].map((word) => word.toLowerCase()));

const SHIPPING_EN = [
  'shipping',
  'delivery',
  'postage',
  'pickup',
  'express delivery',
  'express shipping',
  'shipping fee',
  'shipping fees',
  'delivery fee',
  'delivery fees',
];
const FEE_EN = [
  'returns',
  'return',
  'returns and exchanges',
  'repair',
  'repairs',
  'insurance',
  'cleaning',
  'setup',
  'installation',
  'upgrade',
  'upgrades',
  'fee',
  'fees',
  'hidden fees',
  'extra fees',
  'extra fee',
  'interest',
  'down payment',
  'charge',
  'charges',
  'cancellation',
  'service fee',
  'late fees',
  'cost',
  'extra cost',
  'additional cost',
  'extra charge',
  'additional charge',
];
const DEPOSIT_EN = ['deposit', 'deposits', 'security deposit', 'deposit required', 'deposit needed'];
const PRICE_EN = ['of charge', 'rental', 'rent', 'trial', 'day', 'days', 'week', 'month'];
const aboutEn = new Map<string, FreeClaim['about']>([
  ...SHIPPING_EN.map((word) => [word, 'shipping'] as const),
  ...FEE_EN.map((word) => [word, 'fee'] as const),
  ...DEPOSIT_EN.map((word) => [word, 'deposit'] as const),
  ...PRICE_EN.map((word) => [word, 'price'] as const),
]);
const ARTICLES = ['', 'the ', 'your ', 'all ', 'any ', 'our '];
const english = new CueTable([...aboutEn.keys()].flatMap((word) => ARTICLES.map((article) => ` ${article}${word}`)));

const NEGATED_ZH = /(?:不|没有?|未|非|无法|不能|不支持|不可|是否|能否|可否|要不要|想要?|需要|希望|优先|如果|若)(?:[^,。,、\s]{0,4})$/;
const WISHED_EN = /\b(?:whether|if|want|need|prefer|looking for|do you|would you)\b[^.,;!?\n]{0,32}$/i;
const NEGATED_EN =
  /(?:\bnot|n't|\bnever|\bwhether|\bif|\bneither|\bprefer|\bwant|\bneed|\blooking for|\bany)(?: (?:it|is|are|offer|a|an|be|to|the|have|get|completely|entirely))*\s*$/i;
const PREDICATE = /(?:\b(?:is|are|it's|be|comes?|completely|absolutely|totally|entirely|for|get (?:it|this|them)|yours)\s)$/i;
const MONEY_NOUN_BEFORE = /\b(?:deposits?|fees?|shipping|delivery|rent(?:al)?|charges?|costs?|interest)\b[^.,;!?\n]{0,24}$/i;
const COMPOUND = /\b(deposit|fee|interest|rent|cost|charge|shipping)[- ]$/i;

/**
 * Reads a claim that something costs nothing at `at`, a place that may begin one. A wish, a question or a denial is none;
 * nor is "hands-free" or "feel free".
 * @returns `more` when further text could make it one.
 */
export function readFreeClaim(text: string, at: number, ended: boolean): FreeClaim | 'more' | null {
  const first = text.charAt(at);
  if (/[免零0包无不押白]/.test(first)) return readChinese(text, at, ended);
  const word = /^(?:free|waiv(?:e|es|ed|ing)|complimentary|no|zero)(?![a-z])/i.exec(text.slice(at, at + 14))?.[0].toLowerCase();
  if (word === undefined) return null;
  if (at + word.length >= text.length && !ended) return 'more';
  return readEnglish(text, at, word, ended);
}

function readChinese(text: string, at: number, ended: boolean): FreeClaim | 'more' | null {
  const word = chinese.match(text, at, ended);
  if (word === 'more' || word === null) return word;
  const about = aboutZh.get(word);
  const left = text.slice(Math.max(0, at - 12), at);
  if (about === undefined || NEGATED_ZH.test(left)) return null;
  // The 0 of 50押金 is part of a number; 50免押 is an amount and a claim.
  if (/[0零]/.test(word.charAt(0)) && /\d[.,]?$/.test(left)) return null;
  const end = at + word.length;
  const next = text[end];
  if (next === undefined && !ended) return 'more';
  if (/[吗么?？]/.test(next ?? '')) return null;
  // 免费 before a verb or noun that is not money: 免费咨询.
  if (word === '免费' && /[咨问聊看了]/.test(next ?? '')) return null;
  return { end, about };
}

function readEnglish(text: string, at: number, word: string, ended: boolean): FreeClaim | 'more' | null {
  const left = text.slice(Math.max(0, at - 40), at);
  const noun = english.match(text, at + word.length, ended);
  if (noun === 'more') return 'more';
  if (NEGATED_EN.test(left) || WISHED_EN.test(left)) return null;
  const about = noun === null ? undefined : aboutEn.get(noun.trim().replace(/^(?:the|your|all|any|our) /, ''));
  const end = at + word.length + (noun?.length ?? 0);
  if (word === 'no' || word === 'zero') {
    const money =
      about === 'deposit' ||
      (about === 'fee' && !/returns?|repair|insurance|cleaning|setup|installation|upgrade/.test(noun ?? '')) ||
      /fees?$/.test(noun ?? '');
    return money && about ? { end, about } : null;
  }
  const joined = word === 'free' ? COMPOUND.exec(left)?.[1]?.toLowerCase() : undefined;
  if (joined) return { end: at + word.length, about: kindOf(joined) };
  if (about) return /\b(?:feel|hands|wire|tax|worry)[- ]$/i.test(left) ? null : { end, about };
  if (word === 'free') {
    const next = text[end];
    if (next === undefined && !ended) return 'more';
    return PREDICATE.test(left) && (next === undefined || /[.,!?;:)\n。,!?]/.test(next))
      ? { end, about: kindOf(MONEY_NOUN_BEFORE.exec(left)?.[0] ?? '') }
      : null;
  }
  const owed = MONEY_NOUN_BEFORE.exec(left)?.[0];
  return owed !== undefined && word.startsWith('waiv') ? { end, about: kindOf(owed) } : null;
}

function kindOf(noun: string): FreeClaim['about'] {
  if (/deposit/i.test(noun)) return 'deposit';
  if (/shipping|delivery/i.test(noun)) return 'shipping';
  return /fee|interest|charge|cost/i.test(noun) ? 'fee' : 'price';
}
