import { parseChineseNumber } from './chinese-number.ts';

/** "$120 for 3 days": the length behind an amount. */
export function forLength(text: string, end: number): string | undefined {
  return /^ ?for \d+ ?(?:days?|weeks?|months?)/i.exec(text.slice(end, end + 20))?.[0];
}

const LENGTH = /(\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(天|日|days?\b|周|weeks?\b|个月|months?\b|年|years?\b)/gi;
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:周|week)/i, 7],
  [/^(?:个月|month)/i, 30],
  [/^(?:年|year)/i, 365],
];

/** Rental lengths in days that a piece of text names. */
export function lengthsIn(text: string): number[] {
  return [...text.matchAll(LENGTH)].flatMap(([, count = '', unit = '']) => {
    const number = /\d/.test(count) ? count : parseChineseNumber(count)?.value;
    return number === undefined ? [] : [Number(number) * (DAYS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1)];
  });
}
