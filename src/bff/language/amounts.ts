import type { BillingUnit } from '../../protocol/offer.ts';
import { parseChineseNumber } from './chinese-number.ts';
import { CueTable } from './cue.ts';
import { shiftDecimal } from './decimal.ts';
import { foldWidth } from './fold.ts';
import { readFreeClaim } from './free-claims.ts';
import {
  type AmountRole,
  boundBehind,
  currencyBefore,
  currencyBehind,
  periodBefore,
  periodBehind,
  roleBefore,
  roleBehind,
  totalBefore,
} from './money-words.ts';
import { type FoundNumber, readNumberAt } from './numbers.ts';

interface Span {
  /** Positions in code units; `end` past the last. What stands between is what a neutral phrase would replace. */
  readonly start: number;
  readonly end: number;
}

/** An amount of money as a text states it. */
export interface MoneyAmount extends Span {
  readonly kind: 'money';
  /** Plain decimals: one, or both ends of a range. */
  readonly values: readonly string[];
  /** What the sign or word may mean; absent where none stands there. */
  readonly currencies?: readonly string[];
  /** What it buys; `total` where the text says so, absent where it does not say. */
  readonly unit?: BillingUnit | 'total';
  readonly role?: AmountRole;
  /** A bound ("under 500", 500元以内), not a statement of a price. */
  readonly bound: boolean;
  /** Only a bound word says that it is money ("up to 3000"): enough for a shopper's wish, not to judge an adviser's sentence. */
  readonly loose: boolean;
  /** Rental lengths in days that the clause names beside it: "$120 for 3 days". */
  readonly days: readonly number[];
}

/** "5折", "50% off". */
export interface DiscountAmount extends Span {
  readonly kind: 'discount';
  /** Percent taken off, plain decimal: 8折 is 20. */
  readonly percentOff: string;
}

/** "free shipping", 免押. */
export interface FreeAmount extends Span {
  readonly kind: 'free';
  readonly about: 'deposit' | 'shipping' | 'fee' | 'price';
}

export type Amount = MoneyAmount | DiscountAmount | FreeAmount;

/** The answer at one place of a text that may still grow. */
export type AmountReading =
  | { readonly kind: 'more' }
  | { readonly kind: 'none'; readonly next: number }
  | { readonly kind: 'amount'; readonly amount: Amount };

/** So much of the text before a place is looked at. */
export const LEFT_CONTEXT = 40;

const NUMERAL = '零〇一二两俩三四五六七八九十壹贰叁肆伍陆柒捌玖拾';
const CODES = 'cny rmb usd eur gbp hkd jpy twd sgd aud cad krw inr'.split(' ');
const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half'.split(
    ' ',
  );
const FREE_WORDS = 'free waive waives waived waiving complimentary no zero'.split(' ');
const HAN_STARTS =
  '人民币 美元 美金 欧元 港币 日元 免 零押 零首 零租 零利 零元 包邮 无押 无需押 无须押 不收押 不用押 不需押 不要押 不用交押 不需要押 押金全免 押金可免 押金免收'.split(
    ' ',
  );
const PAIRS = ['a hundred', 'a thousand', 'one hundred', 'one thousand'];

/** Words of more than one character that may begin an amount, in lower case: a stream's end may be half of one. */
export const amountStartWords: readonly string[] = [
  ...CODES,
  ...NUMBER_WORDS,
  ...FREE_WORDS,
  ...HAN_STARTS,
  ...PAIRS,
  ...'us$ hk$ nt$ au$ ca$ sg$ s$ a$ c$ r$'.split(' '),
];

/** Single characters that may begin an amount, for a character class. */
export const amountStartCharacters = String.raw`\d０-９$＄¥￥€£￡₩￦₹${NUMERAL}免`;

/** Where an amount may begin: the source of a pattern with the flag `i`. */
export const amountStartSource = String.raw`\d|\.(?=\d)|(?:\b(?:us|hk|nt|au|ca|sg|[sacr]))?\$|[¥€£₩₹${NUMERAL}]|${HAN_STARTS.join('|')}|0押|\b(?:${[...CODES, ...NUMBER_WORDS, ...FREE_WORDS, ...PAIRS].join('|')})(?![a-z])`;
const START = new RegExp(amountStartSource, 'gi');

const behind = new CueTable(
  [
    ...currencyBehind.keys(),
    ...periodBehind.keys(),
    ...roleBehind.keys(),
    ...boundBehind,
    '起',
    '左右',
    '多',
    '%',
    'percent',
    '折',
    'off',
    '元素',
  ].flatMap((word) => [word, ` ${word}`]),
);
/** At most so many such words are read behind a number. */
const MAX_CUES = 4;

/** Finds every amount of a text, left to right. Linear time. */
export function findAmounts(text: string): Amount[] {
  const folded = foldWidth(text);
  const amounts: Amount[] = [];
  for (let at = nextAmountStart(folded, 0); at >= 0; ) {
    const reading = readAmount(folded, at, true);
    if (reading.kind === 'amount') amounts.push(reading.amount);
    const next = reading.kind === 'amount' ? reading.amount.end : reading.kind === 'none' ? reading.next : folded.length;
    at = nextAmountStart(folded, Math.max(next, at + 1));
  }
  return amounts;
}

/** Where from `from` on an amount may begin; -1 where nowhere. `folded` as of {@link foldWidth}. */
export function nextAmountStart(folded: string, from: number): number {
  START.lastIndex = from;
  return START.exec(folded)?.index ?? -1;
}

/**
 * Reads what begins at `at`, a place {@link nextAmountStart} named. The answer for a text holds for every longer text unless it
 * is `more`.
 * @param folded the text with some of what was before, in half width ({@link foldWidth}).
 */
export function readAmount(folded: string, at: number, ended: boolean): AmountReading {
  if (countsThings(folded, at)) return { kind: 'none', next: at + 1 };
  const free = readFreeClaim(folded, at, ended);
  if (free === 'more') return { kind: 'more' };
  if (free) return { kind: 'amount', amount: { kind: 'free', start: at, end: free.end, about: free.about } };
  const spoken = readSpokenDiscount(folded, at, ended);
  if (spoken) return spoken;
  const before = readCurrencyBefore(folded, at);
  const numberAt = before ? skipBlanks(folded, before.end) : at;
  if (before && numberAt >= folded.length && !ended) return { kind: 'more' };
  const number = completeNumber(folded, numberAt, ended);
  if (number === 'more') return { kind: 'more' };
  if (!number) return { kind: 'none', next: before ? before.end : at + 1 };
  if (!before && number.inWord) return { kind: 'none', next: number.end };
  return readMoney(folded, at, number, before?.currencies, ended);
}

/** 一个, 三天, 第二: the commonest numerals of prose are told at a glance. */
function countsThings(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x4e00 || !NUMERAL.includes(text.charAt(at))) return false;
  return COUNTER.includes(text.charAt(at + 1)) ? at + 1 < text.length : text.charAt(at - 1) === '第';
}

/** Counters that no amount of money stands before. */
const COUNTER = '个款台天次下些般样定直部支只件张位名种项键体周年月夜份套层代档步回场格边旦';

/** 八五折: two digits said one by one, which are no number anywhere else. */
function readSpokenDiscount(text: string, at: number, ended: boolean): AmountReading | null {
  const [tens, ones, sign, next] = [...text.slice(at, at + 4)];
  const high = '一二三四五六七八九'.indexOf(tens ?? ' ') + 1;
  const low = '一二三四五六七八九'.indexOf(ones ?? ' ') + 1;
  if (high === 0 || low === 0 || sign !== '折') return null;
  if (next === undefined && !ended) return { kind: 'more' };
  if (NOT_A_DISCOUNT.test(next ?? '')) return null;
  return { kind: 'amount', amount: { kind: 'discount', start: at, end: at + 3, percentOff: String(100 - high * 10 - low) } };
}

/** What folds instead of costing less: 三折叠屏, 三折伞. */
const NOT_A_DISCOUNT = /[叠页痕射弯线返伞椅床凳桌]/;

function readCurrencyBefore(text: string, at: number): { end: number; currencies: readonly string[] } | null {
  for (let length = 3; length > 0; length--) {
    const currencies = currencyBefore.get(text.slice(at, at + length).toLowerCase());
    if (currencies) return { end: at + length, currencies };
  }
  return null;
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < at + 3 && /[\s:：]/.test(text[i] ?? '')) i++;
  return i;
}

/** A number at `at` that no further text can lengthen. */
function completeNumber(text: string, at: number, ended: boolean): FoundNumber | 'more' | null {
  const number = readNumberAt(text, at);
  const from = number?.end ?? at;
  const rest = text.slice(from, from + 30);
  if (!ended && mayGrow(number?.form, text.slice(at, from), rest)) return 'more';
  if (number?.form !== 'chinese') return number;
  const run = text.slice(at, number.end);
  // 两百一天 is two hundred a day, not 210 days.
  if (/[百千万]一$/.test(run) && /^(?:天|个月|周|小时|年|晚)/.test(rest)) {
    const shorter = parseChineseNumber(run.slice(0, -1));
    if (shorter) return { ...number, ...shorter, end: number.end - 1 };
  }
  return number;
}

function mayGrow(form: FoundNumber['form'] | undefined, number: string, rest: string): boolean {
  switch (form) {
    case 'digits':
      return (
        (rest.length < 24 && /^[\s.,'\d]*$/.test(rest)) ||
        (rest.length < 3 && /^[ 万千百亿kmw]/i.test(rest)) ||
        /^(?: \d{3})+[.,\d]*[ A-Z]{0,4}$/.test(rest)
      );
    case 'english':
      return rest.length < 20 && /^(?:[ \t-]{0,2}[a-z]*|[ \t]+and[ \t]+[a-z]*)$/i.test(rest);
    default:
      if (number === '' && rest.length < 20 && /^an?[ \t\u00A0]{0,2}[a-z]*$/i.test(rest)) return true;
      return rest.length < 3 && number.length + rest.length < 30;
  }
}

/** Money, a discount, or just a number. */
function readMoney(text: string, start: number, first: FoundNumber, before: readonly string[] | undefined, ended: boolean): AmountReading {
  const range = readRangeEnd(text, first.end, ended);
  if (range === 'more') return { kind: 'more' };
  const last = range ?? first;
  const cues: string[] = [];
  let end = last.end;
  while (cues.length < MAX_CUES) {
    const cue = behind.match(text, end, ended);
    if (cue === 'more') return { kind: 'more' };
    if (cue === null) break;
    cues.push(cue.trim());
    end += cue.length;
  }
  if (end >= text.length && !ended) return { kind: 'more' };
  const left = clauseBefore(text, start);
  if (!ended && mayTurn(text, last.end, end, left)) return { kind: 'more' };
  const discount = readDiscount(text, start, first, cues, left, text[end]);
  if (discount) return { kind: 'amount', amount: discount };
  const money = asMoney(text, start, range ? [first, range] : [first], before, cues, left, end);
  return money ? { kind: 'amount', amount: money } : { kind: 'none', next: last.end };
}

/** Whether what stands behind is too short to tell a measure ("deposit 7 days") or a length ("for 3 days"). */
function mayTurn(text: string, numberEnd: number, end: number, left: string): boolean {
  const rest = text.slice(end, end + 20);
  if (rest.length < 20 && /^ ?(?:f|fo|for|for \d*|for \d+ ?[a-z]*)$/i.test(rest)) return true;
  const next = text.slice(numberEnd, numberEnd + 16);
  return next.length < 16 && /^ ?(?:[a-z]*|\p{Script=Han}|[-/:])$/iu.test(next) && roleOf(left) !== undefined;
}

const roleOf = (left: string): AmountRole | undefined => roleBefore.find(([, pattern]) => pattern.test(left))?.[0];

/** The upper end of `99-199`, 99到199. */
function readRangeEnd(text: string, at: number, ended: boolean): FoundNumber | 'more' | null {
  const rest = text.slice(at, at + 8);
  const sign = /^(?:元|块|¥|\$)?(?: ?[-–—~～] ?|到|至| to )[¥$€£]?/.exec(rest);
  if (!sign) return !ended && rest.length < 8 && /^[元块¥$]?(?: ?[-–—~～]? ?| t?o? ?)[¥$€£]?$/.test(rest) && rest !== '' ? 'more' : null;
  const number = completeNumber(text, at + sign[0].length, ended);
  if (number === 'more') return 'more';
  return number && number.form !== 'english' ? { ...number, inWord: false } : null;
}

/** The clause before a place, at most {@link LEFT_CONTEXT} characters. */
function clauseBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LEFT_CONTEXT), at);
  const stop = Math.max(
    near.lastIndexOf('。'),
    near.lastIndexOf('\n'),
    near.lastIndexOf('!'),
    near.lastIndexOf('?'),
    near.lastIndexOf(';'),
    near.lastIndexOf('. '),
    near.lastIndexOf('！'),
    near.lastIndexOf('？'),
    near.lastIndexOf('；'),
  );
  return near.slice(stop + 1);
}

function readDiscount(
  text: string,
  start: number,
  number: FoundNumber,
  cues: readonly string[],
  left: string,
  next: string | undefined,
): DiscountAmount | null {
  const span = (cue: string) => {
    const at = text.toLowerCase().indexOf(cue, number.end);
    return { start, end: at + cue.length };
  };
  const value = number.base ?? number.value;
  if (cues[0] === '折' && !NOT_A_DISCOUNT.test(next ?? '')) {
    const paid = shiftDecimal(value, value.includes('.') || value.length === 1 ? 1 : 0);
    const off = 100 - Number(paid);
    return off > 0 && off < 100 ? { kind: 'discount', ...span('折'), percentOff: String(Math.round(off * 100) / 100) } : null;
  }
  if (cues[0] !== '%' && cues[0] !== 'percent') return null;
  const behindIt = /^(?:off|cheaper|less|discount)$/.exec(cues[1] ?? '');
  const beforeIt =
    /(?:省下?|节省|立减|直降|优惠|便宜了?|降价?|减|折扣|\bsav(?:e|es|ing)s?(?: you)?|\bdiscount)(?:了|约|高达|最高|大约|为|是|of|up to|about|an extra|\s){0,4}$/i.test(
      left,
    );
  if (!behindIt && !beforeIt) return null;
  return { kind: 'discount', ...(behindIt ? span(behindIt[0]) : span(cues[0] === '%' ? '%' : 'percent')), percentOff: value };
}

/** Measures and counters: a number before one of them is no money, whatever noun stands before. */
const MEASURE =
  /^ ?(?:天|日|个|小时|分钟|秒|年|周|号|点|次|台|件|款|部|张|片|只|支|枚|颗|条|套|本|人|位|名|米|厘米|毫米|公里|克|公斤|斤|升|毫升|寸|英寸|尺|度|瓦|毫安|伏|像素|帧|流明|分|格|倍|期|种|色|代|级|%|mm\b|cm\b|m\b|km\b|g\b|kg\b|lbs?\b|oz\b|ml\b|l\b|in\b|inch|ft\b|w\b|kw\b|wh\b|mah\b|v\b|hz\b|fps\b|mp\b|megapix|lumens?\b|db\b|[gtmk]b\b|x\b|times\b|days?\b|nights?\b|hours?\b|hrs?\b|min|weeks?\b|months?\b|years?\b|people|persons?|items?\b|units?\b|pieces?\b|options?\b|models?\b|cameras?\b|results?\b|stars?\b|reviews?\b|points?\b)/i;

function asMoney(
  text: string,
  start: number,
  numbers: readonly FoundNumber[],
  before: readonly string[] | undefined,
  cues: readonly string[],
  left: string,
  end: number,
): MoneyAmount | null {
  const last = numbers.at(-1);
  if (!last) return null;
  const currencyCue = cues.find((cue) => currencyBehind.has(cue));
  const currencies =
    before ?? (currencyCue && isCurrency(currencyCue, last, text, end, cues) ? currencyBehind.get(currencyCue) : undefined);
  const period = cues.map((cue) => periodBehind.get(cue)).find((unit) => unit !== undefined);
  if (!currencies && period === undefined && !mayBeBare(text, last, cues)) return null;
  const role = cues.map((cue) => roleBehind.get(cue)).find((known) => known !== undefined) ?? roleOf(left);
  if (!currencies && period === undefined && !(role !== undefined && bareNumberCounts(text, last, cues, role))) return null;
  if (!currencies && period !== undefined && role === undefined && !rateAlone(numbers, left)) return null;
  const beforePeriod = periodBefore.find(([, pattern]) => pattern.test(left))?.[0];
  const whole = totalBefore.test(left);
  const unit = period ?? beforePeriod ?? (whole || forLength(text, end) ? 'total' : undefined);
  const scaled = before !== undefined || currencies !== undefined || role !== undefined;
  return {
    kind: 'money',
    start,
    end: spanEnd(text, last.end, cues),
    values: numbers.flatMap((number) => valuesOf(number, scaled)),
    loose: !currencies && role === 'budget' && !/预算|budget/i.test(left),
    days: lengthsIn(`${left} ${forLength(text, end) ?? ''}`),
    bound: role === 'budget' || cues.some((cue) => boundBehind.has(cue)),
    ...(currencies ? { currencies } : {}),
    ...(unit ? { unit } : {}),
    // 加上押金共2515元: a sum, not the deposit.
    ...(role && !(whole && role === 'deposit') ? { role } : {}),
  };
}

/** 块 counts batteries too, and 元素 is chemistry. */
function isCurrency(cue: string, number: FoundNumber, text: string, end: number, cues: readonly string[]): boolean {
  if (cue !== '块' && cue !== '元') return true;
  const next = text[end] ?? '';
  if (cue === '元') return !/[素件器宇旦年]/.test(next) || cues.length > 1;
  if (cues.length > 1 || !/\p{Script=Han}/u.test(next) || /[的就起左上多以每一不到吧啊呢,]/.test(next)) return true;
  return number.value.length >= 3;
}

/** Words that may follow a bare amount; any other word is what the number counts. */
const CONTINUES =
  /^ (?:a|an|and|or|for|in|with|but|per|so|plus|which|that|is|are|was|each|includ|total|at|on|if|then|after|before|the|to|when|while|because|today|now|only|up|off)/i;

/** A number behind a money noun, with nothing behind it that makes it something else. */
function bareNumberCounts(text: string, number: FoundNumber, cues: readonly string[], role: AmountRole): boolean {
  if (!mayBeBare(text, number, cues)) return false;
  const rest = text.slice(number.end, number.end + 14);
  const [next = ''] = rest;
  if (/[-/:]/.test(next) && /\d/.test(rest[1] ?? '')) return false;
  if (role === 'budget')
    return number.value.length >= 3 && (/^\s*(?:$|[,.;!?,。;!?)）、以之内元块的左上起])/.test(rest) || /^\s/.test(rest));
  if (/\p{Script=Han}/u.test(next)) return /[起左的多到至以,]/.test(next);
  if (/^ [a-z]/i.test(rest) && !CONTINUES.test(rest)) return false;
  return number.value.length >= 2 && !/^-(?:star|year|day|piece|pack|mm|inch)/i.test(rest);
}

/** Whether a number without currency and period may be money at all, by what stands behind it. */
function mayBeBare(text: string, number: FoundNumber, cues: readonly string[]): boolean {
  if (number.form === 'english' || number.letter === 'm' || number.letter === 'w' || cues.includes('%') || cues.includes('折'))
    return false;
  return !MEASURE.test(text.slice(number.end, number.end + 14));
}

/** "40 per day" without a currency or noun: money, unless the number is small or counts what stands before it. */
function rateAlone(numbers: readonly FoundNumber[], left: string): boolean {
  const [number] = numbers;
  if (!number || number.form === 'english') return false;
  return number.value.length >= 2 && !/(?:\bof|\bx|×|\d)\s*$/i.test(left);
}

/** "$120 for 3 days": the length behind an amount. */
function forLength(text: string, end: number): string | undefined {
  return /^ ?for \d+ ?(?:days?|weeks?|months?)/i.exec(text.slice(end, end + 20))?.[0];
}

const LENGTH = /(\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(天|日|days?\b|周|weeks?\b|个月|months?\b|年|years?\b)/gi;
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:周|week)/i, 7],
  [/^(?:个月|month)/i, 30],
  [/^(?:年|year)/i, 365],
];

/** Rental lengths in days that a piece of text names. */
function lengthsIn(text: string): number[] {
  return [...text.matchAll(LENGTH)].flatMap(([, count = '', unit = '']) => {
    const number = /\d/.test(count) ? count : parseChineseNumber(count)?.value;
    return number === undefined ? [] : [Number(number) * (DAYS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1)];
  });
}

function valuesOf(number: FoundNumber, money: boolean): string[] {
  // "1.2w" is twelve thousand to a Chinese reader; "5m" beside a currency is five million.
  const value = money ? number.value : (number.base ?? number.value);
  return number.upTo === undefined ? [value] : [value, number.upTo];
}

/** End of what is said of the amount: number, currency and period, not the noun behind it. */
function spanEnd(text: string, from: number, cues: readonly string[]): number {
  let end = from;
  let at = from;
  for (const cue of cues) {
    at = text[at] === ' ' && !cue.startsWith(' ') ? at + 1 : at;
    at += cue.length;
    if (currencyBehind.has(cue) || periodBehind.has(cue) || cue === '起' || cue === '左右') end = at;
  }
  return end;
}
