import { sameDimension, unitSymbol } from './units.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const VALUES = new Map([
  ...ONES.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
  ['dozen', 12],
]);
/** Words before "a kilogram" that make it a bound. */
const COMPARED = /\b(?:under|below|over|above|than|most|least|within|to|about|around|exceeding) $/i;
/** Units people say in whole words; lengths of time are read by who knows what they are of. */
const isUnit = (word: string): boolean => word.length > 3 && unitSymbol(word) !== undefined && !sameDimension(word, 's');
const WORD = /[a-z]+/giy;
const GAP = /[ \t\u00A0]{1,2}(?:and[ \t\u00A0]{1,2})?|-/iy;

/** Words that may begin a number, for a pattern. */
export const englishNumberStarts = [...VALUES.keys(), 'a', 'an', 'half'].join('|');

/**
 * Reads an English number in words that starts at `from`: two, twenty-five, three hundred and fifty, a dozen, a hundred,
 * half a dozen, two and a half, half. A bare "a" is one only
 * where a unit is compared: "under a kilogram".
 */
export function readEnglishNumber(text: string, from: number): { readonly end: number; readonly value: string } | null {
  const first = wordAt(text, from);
  if (first === 'half') return readHalf(text, from);
  let at = from;
  let total = 0;
  let current: number | null = null;
  let end = from;
  if (first === 'a' || first === 'an') {
    at = gapAfter(text, from + first.length) ?? text.length;
    const next = wordAt(text, at) ?? '';
    if (!SCALES.has(next))
      return COMPARED.test(text.slice(Math.max(0, from - 16), from)) && isUnit(next) ? { end: from + first.length, value: '1' } : null;
    current = 1;
  }
  for (;;) {
    const word = wordAt(text, at);
    if (word === null) break;
    const value = VALUES.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) {
      if (current !== null && !fits(current, value)) break;
      current = (current ?? 0) + value;
    } else if (scale !== undefined && current !== null) {
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
    } else break;
    end = at + word.length;
    const next = gapAfter(text, end);
    if (next === null || total + (current ?? 0) > 1e12) break;
    at = next;
  }
  if (end === from) return null;
  const whole = String(total + (current ?? 0));
  const half = /^ and a half\b/i.exec(text.slice(end, end + 12));
  return half ? { end: end + half[0].length, value: `${whole}.5` } : { end, value: whole };
}

/** Whether `value` may be added after `current`: fifty-five, three hundred and six, two thousand six. */
function fits(current: number, value: number): boolean {
  if (current === 0) return true;
  if (current % 100 === 0) return value < 100;
  return current % 100 >= 20 && current % 10 === 0 && value > 0 && value < 10;
}

function readHalf(text: string, from: number): { end: number; value: string } | null {
  const dozen = /^half a dozen\b/i.exec(text.slice(from, from + 13));
  if (dozen) return { end: from + dozen[0].length, value: '6' };
  // "Half a terabyte", "half an hour".
  const of = /^half an?(?= [a-z])/i.exec(text.slice(from, from + 9));
  return { end: from + (of?.[0].length ?? 4), value: '0.5' };
}

function wordAt(text: string, at: number): string | null {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].toLowerCase() ?? null;
}

function gapAfter(text: string, at: number): number | null {
  GAP.lastIndex = at;
  return GAP.test(text) ? GAP.lastIndex : null;
}
