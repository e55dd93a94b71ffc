import { type FoundNumber, findNumbers } from '../../../language/numbers.ts';
import { CURRENCY_AFTER, currencyAfter, currencyBefore } from './currency-words.ts';
import type { Passage } from './passage.ts';
import type { UnitWords } from './unit-words.ts';

/**
 * A number of the request with what stands around it. `min` and `max` are plain decimals; both are there for a range,
 * both the same for a number nobody compared (`bare`) or that is near (`about`).
 */
export interface Quantity {
  /** Comparing words, currency and unit included. */
  readonly start: number;
  readonly end: number;
  readonly min?: string;
  readonly max?: string;
  readonly bare: boolean;
  readonly about: boolean;
  /** Three letters, `any` for 块 and bucks; null without a sign. */
  readonly currency: string | null;
  /** The unit as written. */
  readonly unit: string | null;
  /** The length a price is for: 300/天, $50 a week. */
  readonly per: 'day' | 'week' | 'month' | null;
}

const MAX_BEFORE =
  /(?:under|below|less than|fewer than|no more than|not more than|not over|not exceed(?:ing)?|at most|up to|within|max(?:imum)?(?: of)?|(?:cheap|low|light|small|short|quiet)er than|<=?|≤|不超过|不要超过|别超过|不高于|不大于|不多于|最多|最高|最大|至多|低于|小于|少于|不到|不足|便宜于|轻于|控制在|压到)\s*(?:of |to |about |around )?$/;
const MIN_BEFORE =
  /(?:over|above|more than|greater than|at least|no less than|no fewer than|not less than|min(?:imum)?(?: of)?|from|starting at|(?:larg|bigg|long|heavi|bright)er than|>=?|≥|至少|最少|最低|最小|不低于|不少于|不小于|高于|大于|多于|超过|起码|得有|重于)\s*(?:of |about |around |要|有)?$/;
const ABOUT_BEFORE = /(?:about|around|roughly|approximately|approx\.?|near|~|大概|大约|约|差不多)\s*$/;
const RANGE_BEFORE = /(?:between|from|从|在|介于)\s*$/;
const MAX_AFTER =
  /^\s?(?:以内|之内|以下|之下|及以下|或以下|封顶|内(?!存|置|胆)|or (?:less|under|below|cheaper|lighter|lower|fewer|smaller)|and (?:under|below)|max(?:imum)?\b|at most|tops\b)/;
const MIN_AFTER =
  /^\s?(?:以上|之上|及以上|或以上|往上|起(?!步价)|or (?:more|over|above|higher|better|longer|larger|bigger|up)|and (?:up|above|over|more)|at least|min(?:imum)?\b|plus\b|\+)/;
const ABOUT_AFTER = /^\s?(?:左右|上下|前后|or so\b|ish\b)/;
const PER = /^\s?(?:(?:\/|每|一|per |an? |each |every )\s?(天|日|晚|个?月|周|星期|day|night|month|week)|(daily|weekly|monthly))/;
/** A number of people, by what they gather for: an annual party of 300. */
const GATHERING =
  /\b(?:part(?:y|ies)|audience|group|crowd|event|wedding|meeting|conference|family|team|class|gathering|ceremony|banquet|seminar|hall|room) (?:of|for) (?:about |around |up to |at least )?$/;
const JOINER = /^\s?(?:-|–|—|~|～|到|至|to|and|和)\s?$/;

/** Every free number of the request that is no part of a name, ranges joined. Nothing is claimed. */
export function findQuantities(passage: Passage, units: UnitWords): Quantity[] {
  const numbers = findNumbers(passage.cased).filter((number) => !number.inWord && passage.isFree(number.start, number.end));
  const quantities: Quantity[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i];
    if (!first) continue;
    const next = numbers[i + 1];
    const last = next && joins(passage, first, next, units) ? next : undefined;
    if (last) i++;
    quantities.push(quantityOf(passage, first, last, units));
  }
  return quantities;
}

/** The number, without the letter behind it where that letter is rather a unit than a multiplier: 65W, 5m. */
function plain(number: FoundNumber): { value: string; end: number } {
  return number.letter === undefined || number.letter === 'k' || number.base === undefined
    ? { value: number.value, end: number.end }
    : { value: number.base, end: number.end - 1 };
}

/** Whether two numbers are the ends of one range: 2000-3000, 10到20英寸, $100 to $150, between 10 and 20. */
function joins({ text, cased }: Passage, first: FoundNumber, next: FoundNumber, units: UnitWords): boolean {
  const from = plain(first).end;
  let between = text.slice(from, next.start);
  if (between.length > 16 || Number(plain(first).value) >= Number(plain(next).value) * (/[千万k]$/i.test(plain(next).value) ? 1000 : 1))
    return false;
  between = between.replace(/(?:us ?)?[$¥€£]\s?$/, '');
  const sign = CURRENCY_AFTER.exec(between)?.[0].length ?? units.lengthAt(cased.slice(from, from + between.length));
  const joiner = between.slice(sign);
  if (!JOINER.test(joiner)) return false;
  return (
    !/and|和/.test(joiner) || /(?:between|介于|在)\s*(?:us ?)?[$¥€£]?\s?$/.test(text.slice(Math.max(0, first.start - 12), first.start))
  );
}

function quantityOf({ text, cased }: Passage, first: FoundNumber, last: FoundNumber | undefined, units: UnitWords): Quantity {
  let start = first.start;
  let end = plain(last ?? first).end;
  const low = plain(first).value;
  const high = last ? plain(last).value : (first.upTo ?? low);

  const before = currencyBefore(text.slice(0, start));
  if (before) start -= before.length;
  const after = currencyAfter(text.slice(end, end + 14));
  const between = last ? currencyAfter(text.slice(plain(first).end, last.start)) : null;
  if (after) end += after.length;
  const unitLength = after || before ? 0 : units.lengthAt(cased.slice(end, end + 18));
  const counted = !last && !after && !before && unitLength === 0 && GATHERING.test(text.slice(Math.max(0, start - 24), start));
  const unit = unitLength > 0 ? cased.slice(end, end + unitLength).trim() : counted ? 'people' : null;
  end += unitLength;

  let per: Quantity['per'] = null;
  const readPer = () => {
    const hit = unit === null ? PER.exec(text.slice(end, end + 14)) : null;
    if (!hit || per !== null) return;
    per = periodOf(hit[1] ?? hit[2] ?? '');
    end += hit[0].length;
  };
  const take = (pattern: RegExp, where: 'before' | 'after'): boolean => {
    const hit = pattern.exec(where === 'after' ? text.slice(end, end + 16) : text.slice(Math.max(0, start - 28), start));
    if (!hit) return false;
    if (where === 'after') end += hit[0].length;
    else start -= hit[0].length;
    return true;
  };
  readPer();
  const ranged = last !== undefined || first.upTo !== undefined;
  let side: 'min' | 'max' | 'about' | null = null;
  if (take(MAX_AFTER, 'after')) side = 'max';
  else if (take(MIN_AFTER, 'after')) side = 'min';
  else if (take(ABOUT_AFTER, 'after')) side = 'about';
  readPer();
  if (last) take(RANGE_BEFORE, 'before');
  else if (side === null) {
    side = sideBefore(text.slice(Math.max(0, start - 28), start));
    if (side) take(side === 'max' ? MAX_BEFORE : side === 'min' ? MIN_BEFORE : ABOUT_BEFORE, 'before');
  }
  const min = side === 'max' && !last ? undefined : low;
  const max = side === 'min' && !ranged ? undefined : high;
  return {
    start,
    end,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    bare: !ranged && side === null,
    about: side === 'about',
    currency: before?.code ?? between?.code ?? after?.code ?? null,
    unit,
    per,
  };
}

/** Which bound the words before a number set; the longest wins, for 不超过 ends in 超过. */
function sideBefore(text: string): 'min' | 'max' | 'about' | null {
  const lengthOf = (pattern: RegExp): number => {
    const hit = pattern.exec(text);
    return !hit || (/^[a-z]/.test(hit[0]) && /[a-z]/.test(text[hit.index - 1] ?? '')) ? 0 : hit[0].length;
  };
  const [max, min, about] = [lengthOf(MAX_BEFORE), lengthOf(MIN_BEFORE), lengthOf(ABOUT_BEFORE)];
  if (max === 0 && min === 0) return about > 0 ? 'about' : null;
  return max >= min ? 'max' : 'min';
}

function periodOf(word: string): 'day' | 'week' | 'month' {
  if (/月|month/.test(word)) return 'month';
  return /周|星期|week/.test(word) ? 'week' : 'day';
}
