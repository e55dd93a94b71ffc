import type { AmountRole } from './money-words.ts';
import type { FoundNumber } from './numbers.ts';
import { hasHan } from './script.ts';

/** Measures and counters: a number before one of them is no money, whatever noun stands before. */
const MEASURE =
  /^ ?(?:天|日|个|小时|分钟|秒|年|周|号|点|次|台|件|款|部|张|片|只|支|枚|颗|条|套|本|人|位|名|米|厘米|毫米|公里|克|公斤|斤|升|毫升|寸|英寸|尺|度|瓦|毫安|伏|像素|帧|流明|分|格|倍|期|种|色|代|级|%|mm\b|cm\b|m\b|km\b|g\b|kg\b|lbs?\b|oz\b|ml\b|l\b|in\b|inch|ft\b|w\b|kw\b|wh\b|mah\b|v\b|hz\b|fps\b|mp\b|megapix|lumens?\b|db\b|[gtmk]b\b|x\b|times\b|days?\b|nights?\b|hours?\b|hrs?\b|min|weeks?\b|months?\b|years?\b|people|persons?|items?\b|units?\b|pieces?\b|options?\b|models?\b|cameras?\b|results?\b|stars?\b|reviews?\b|points?\b)/i;

/** 块 counts batteries too, and 元素 is chemistry. */
export function isCurrency(cue: string, number: FoundNumber, text: string, end: number, cues: readonly string[]): boolean {
  if (cue !== '块' && cue !== '元') return true;
  const next = text[end] ?? '';
  if (cue === '元') return !/[素件器宇旦年]/.test(next) || cues.length > 1;
  if (cues.length > 1 || !hasHan(next) || /[的就起左上多以每一不到吧啊呢,]/.test(next)) return true;
  return number.value.length >= 3;
}

/** Words that may follow a bare amount; any other word is what the number counts. */
const CONTINUES =
  /^ (?:a|an|and|or|for|in|with|but|per|so|plus|which|that|is|are|was|each|includ|total|at|on|if|then|after|before|the|to|when|while|because|today|now|only|up|off)/i;

/** A number behind a money noun, with nothing behind it that makes it something else. */
export function bareNumberCounts(text: string, number: FoundNumber, cues: readonly string[], role: AmountRole): boolean {
  if (!mayBeBare(text, number, cues)) return false;
  const rest = text.slice(number.end, number.end + 14);
  const [next = ''] = rest;
  if (/[-/:]/.test(next) && /\d/.test(rest[1] ?? '')) return false;
  if (role === 'budget')
    return number.value.length >= 3 && (/^\s*(?:$|[,.;!?,。;!?)）、以之内元块的左上起])/.test(rest) || /^\s/.test(rest));
  if (hasHan(next)) return /[起左的多到至以,]/.test(next);
  if (/^ [a-z]/i.test(rest) && !CONTINUES.test(rest)) return false;
  return number.value.length >= 2 && !/^-(?:star|year|day|piece|pack|mm|inch)/i.test(rest);
}

/** Whether a number without currency and period may be money at all, by what stands behind it. */
export function mayBeBare(text: string, number: FoundNumber, cues: readonly string[]): boolean {
  if (number.form === 'english' || number.letter === 'm' || number.letter === 'w' || cues.includes('%') || cues.includes('折'))
    return false;
  return !MEASURE.test(text.slice(number.end, number.end + 14));
}

/** "40 per day" without a currency or noun: money, unless the number is small or counts what stands before it. */
export function rateAlone(numbers: readonly FoundNumber[], left: string): boolean {
  const [number] = numbers;
  if (!number || number.form === 'english') return false;
  return number.value.length >= 2 && !/(?:\bof|\bx|×|\d)\s*$/i.test(left);
}
