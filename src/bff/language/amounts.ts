import { foldWidth } from './fold.ts';
import type { Amount, AmountReading } from './money-amount.ts';
import { readSpokenDiscount } from './money-discount.ts';
import { readFreeClaim } from './money-free.ts';
import { completeNumber } from './money-number.ts';
import { readMoney } from './money-reading.ts';
import { amountStartSource, NUMERAL } from './money-starts.ts';
import { currencyBefore } from './money-words.ts';

export { type Amount, type AmountReading, type DiscountAmount, type FreeAmount, LEFT_CONTEXT, type MoneyAmount } from './money-amount.ts';
export { amountStartCharacters, amountStartSource, amountStartWords } from './money-starts.ts';

const START = new RegExp(amountStartSource, 'gi');

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
