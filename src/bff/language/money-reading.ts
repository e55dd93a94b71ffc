import { CueTable } from './cue.ts';
import { type AmountReading, LEFT_CONTEXT, type MoneyAmount } from './money-amount.ts';
import { bareNumberCounts, isCurrency, mayBeBare, rateAlone } from './money-bare.ts';
import { readDiscount } from './money-discount.ts';
import { forLength, lengthsIn } from './money-lengths.ts';
import { readRangeEnd } from './money-number.ts';
import {
  type AmountRole,
  boundBehind,
  currencyBehind,
  periodBefore,
  periodBehind,
  roleBefore,
  roleBehind,
  totalBefore,
} from './money-words.ts';
import type { FoundNumber } from './numbers.ts';

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

/** What a number is by what stands around it: money, a discount, or just a number. */
export function readMoney(
  text: string,
  start: number,
  first: FoundNumber,
  before: readonly string[] | undefined,
  ended: boolean,
): AmountReading {
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
