import { CueTable } from './cue.ts';
import { shiftDecimal } from './decimal.ts';
import type { AmountReading, DiscountAmount } from './money-amount.ts';
import type { FoundNumber } from './numbers.ts';

/** Discounts without a number. */
const HALVES = new CueTable(['半价', 'half price', 'half-price', 'half off', 'half-off', 'half the price']);

/** 半价, "half off", and 八五折: two digits said one by one, which are no number anywhere else. */
export function readSpokenDiscount(text: string, at: number, ended: boolean): AmountReading | null {
  const half = HALVES.match(text, at, ended);
  if (half === 'more') return { kind: 'more' };
  if (half !== null) return { kind: 'amount', amount: { kind: 'discount', start: at, end: at + half.length, percentOff: '50' } };
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

/** 5折, "50% off", 省20%: a number with what makes it a discount. */
export function readDiscount(
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
