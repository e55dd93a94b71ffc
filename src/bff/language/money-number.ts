import { parseChineseNumber } from './chinese-number.ts';
import { type FoundNumber, readNumberAt } from './numbers.ts';

/** A number at `at` that no further text can lengthen. */
export function completeNumber(text: string, at: number, ended: boolean): FoundNumber | 'more' | null {
  const number = readNumberAt(text, at);
  const from = number?.end ?? at;
  const rest = text.slice(from, from + 30);
  if (!ended && mayGrow(number?.form, text.slice(at, from), rest)) return 'more';
  if (number && number.form !== 'chinese') return number;
  return spokenRate(text, at) ?? number;
}

const SPOKEN_RATE = /[零一二两三四五六七八九十百千万]{1,12}[百千万][一二三四五六七八九]?(?=一(?:天|个月|周|小时|年|晚))/y;

/** 两百一天 is two hundred a day, not 210 days; 一千二一个月 likewise. */
function spokenRate(text: string, at: number): FoundNumber | null {
  SPOKEN_RATE.lastIndex = at;
  const run = SPOKEN_RATE.exec(text)?.[0];
  const number = run === undefined ? null : parseChineseNumber(run);
  return run !== undefined && number ? { start: at, end: at + run.length, ...number, form: 'chinese', inWord: false } : null;
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
      if (number === '' && rest.length < 18 && /^[零一二两三四五六七八九十百千万]+个?$/.test(rest)) return true;
      return rest.length < 3 && number.length + rest.length < 30;
  }
}

/** The upper end of `99-199`, 99到199. */
export function readRangeEnd(text: string, at: number, ended: boolean): FoundNumber | 'more' | null {
  const rest = text.slice(at, at + 8);
  const sign = /^(?:元|块|¥|\$)?(?: ?[-–—~～] ?|到|至| to )[¥$€£]?/.exec(rest);
  if (!sign) return !ended && rest.length < 8 && /^[元块¥$]?(?: ?[-–—~～]? ?| t?o? ?)[¥$€£]?$/.test(rest) && rest !== '' ? 'more' : null;
  const number = completeNumber(text, at + sign[0].length, ended);
  if (number === 'more') return 'more';
  return number && number.form !== 'english' ? { ...number, inWord: false } : null;
}
