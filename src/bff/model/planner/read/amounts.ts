import { shiftDecimal } from '../../../language/decimal.ts';
import type { PriceWish } from '../wish.ts';
import { attributeBeside, attributeFilters, countsPeople } from './attributes.ts';
import type { Draft } from './draft.ts';
import { factOfFigure } from './figures.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { rentalDaysOf } from './rental.ts';
import type { UnitWords } from './unit-words.ts';

const PRICE_WORD_BEFORE =
  /(?:预算|价格|价位|价钱|总价|单价|租金|房租|花费|花|price[ds]?|budget|cost(?:s|ing)?|spend|pay|for)\s*(?:is|of|range|在|是|为|大概|:|：|不要|最好)?\s*$/;
const BUDGET_BEHIND = /^\s?(?:的?(?:预算|价位|价格)|(?:budget|price range)\b)/;
const PERIOD_BEFORE =
  /(?:(?:每|一个?)(天|日|晚|月|周|星期)|(日|月|周)租金?|(daily|weekly|monthly)(?: (?:rent|rate|price))?(?: of)?|per (day|month|week))\s*(?:的?(?:预算|租金|价格|费用))?(?:大概|在|是|:|：)?\s*$/;
const DEPOSIT_BEFORE = /(?:押金|deposit)(?:\s|在|要|最好|是|金额|of|is|should be|:|：)*$/;
const DEPOSIT_BEHIND = /^\s?(?:的?押金|(?:of |in )?(?:a )?deposit\b)/;
const RATING_BEFORE = /(?:评分|评价|星级|口碑|rating|rated|score)(?:\s|在|要|of|is|:|：)*$/;
const RATING_BEHIND = /^\s?(?:的?(?:评分|评价|口碑)|(?:rating|rated|reviews?)\b)/;

/** Gives every number of a request its meaning: price, deposit, rating, rental length, pieces, or a stated fact. */
export function readAmounts(passage: Passage, context: Omit<Reading, 'passage'>, units: UnitWords): void {
  const reading: Reading = { passage, ...context };
  const quantities = findQuantities(passage, units);
  // Rates first: in "一天 100 以下" the day is what the price is for, and no length.
  for (const quantity of quantities) if (passage.isFree(quantity.start, quantity.end)) readDayRate(quantity, reading);
  for (const quantity of quantities) {
    if (!passage.isFree(quantity.start, quantity.end)) continue;
    for (const reader of [readDeposit, readRating, readPrice, readPeople, readAttribute, readLength, readPieces, readLoosePrice])
      if (reader(quantity, reading)) break;
  }
}

interface Reading {
  readonly passage: Passage;
  readonly lexicon: Lexicon;
  readonly kinds: Kinds;
  readonly draft: Draft;
}

type Reader = (quantity: Quantity, reading: Reading) => boolean;

const before = (passage: Passage, quantity: Quantity): string => passage.text.slice(Math.max(0, quantity.start - 24), quantity.start);
const behind = (passage: Passage, quantity: Quantity): string => passage.text.slice(quantity.end, quantity.end + 20);

/** Claims a quantity with words before and behind it. */
function claim(passage: Passage, quantity: Quantity, ahead: RegExpExecArray | null, after: RegExpExecArray | null): void {
  passage.claim(quantity.start - (ahead?.[0].length ?? 0), quantity.end + (after?.[0].length ?? 0));
}

const readDeposit: Reader = (quantity, { passage, draft }) => {
  const [ahead, after] = [DEPOSIT_BEFORE.exec(before(passage, quantity)), DEPOSIT_BEHIND.exec(behind(passage, quantity))];
  const amount = quantity.max ?? quantity.min;
  if ((!ahead && !after) || amount === undefined || (quantity.unit !== null && quantity.currency === null)) return false;
  draft.deposit_max = { amount, currency: quantity.currency };
  claim(passage, quantity, ahead, after);
  return true;
};

const readRating: Reader = (quantity, { passage, draft }) => {
  const [ahead, after] = [RATING_BEFORE.exec(before(passage, quantity)), RATING_BEHIND.exec(behind(passage, quantity))];
  const value = Number(quantity.min ?? quantity.max);
  const counted = /^(?:分|星级?|颗星|stars?|points?)$/i.test(quantity.unit ?? '');
  if (quantity.currency !== null || value > 5 || (!counted && !(quantity.unit === null && (ahead || after)))) return false;
  draft.rating_min = value;
  claim(passage, quantity, ahead, after);
  return true;
};

/** "一天 100 以下", "每月三千", "日租 50": the length is what the price is for. */
const readDayRate: Reader = (quantity, { passage, draft }) => {
  if (quantity.unit !== null) return false;
  const ahead = PERIOD_BEFORE.exec(before(passage, quantity));
  const rentedFor = ahead && /(?:租|用|借|for )$/.test(before(passage, quantity).slice(0, ahead.index));
  const worded = ahead && !rentedFor ? (ahead[1] ?? ahead[2] ?? ahead[3] ?? ahead[4]) : undefined;
  const per = quantity.per ?? (worded === undefined ? null : periodOf(worded));
  if (per === null) return false;
  const price = priceOf(quantity);
  if (per === 'week' && draft.rental_days === null) {
    // What a week costs is exact; a seventh of it a day is not.
    draft.price = { ...price, basis: 'total' };
    draft.rental_days = 7;
    draft.offer_kind ??= 'lease';
    claim(passage, quantity, worded === undefined ? null : ahead, BUDGET_BEHIND.exec(behind(passage, quantity)));
    return true;
  }
  const week = per === 'week' ? 7 : 1;
  draft.price = {
    ...(price.min === undefined ? {} : { min: divide(price.min, week) }),
    ...(price.max === undefined ? {} : { max: divide(price.max, week) }),
    currency: price.currency,
    basis: per === 'month' ? 'month' : 'day',
  };
  draft.offer_kind ??= 'lease';
  claim(passage, quantity, worded === undefined ? null : ahead, BUDGET_BEHIND.exec(behind(passage, quantity)));
  return true;
};

const readPrice: Reader = (quantity, { passage, draft }) => {
  const [ahead, after] = [PRICE_WORD_BEFORE.exec(before(passage, quantity)), BUDGET_BEHIND.exec(behind(passage, quantity))];
  const budget = (ahead && !/for\s*$/.test(ahead[0])) || after;
  if (quantity.currency === null && (quantity.unit !== null || !budget)) return false;
  // A second amount narrows what the first left open: 2000 以上 3000 以下.
  const price = priceOf(quantity, Boolean(budget));
  draft.price = draft.price && draft.price.basis === null ? { ...draft.price, ...price } : price;
  claim(passage, quantity, ahead, after);
  return true;
};

const readAttribute: Reader = (quantity, { passage, lexicon, kinds, draft }) => {
  const beside = attributeBeside(passage.text, quantity, lexicon, (start, end) => kinds.isTheOnly(start, end));
  // The name of a figure that was read before names no second one: "128 GB storage between 2000 and 3000".
  const named = beside && passage.isFree(beside.start, beside.end) ? beside : null;
  const fact = named ? null : factOfFigure(quantity, passage.text.slice(quantity.start, quantity.end), { lexicon, kinds });
  if (fact) {
    draft.attributes.push({ name: fact.key, op: 'eq', value: Number(quantity.min) });
    passage.claim(quantity.start, quantity.end);
    return true;
  }
  if (quantity.unit === null && !named) return false;
  const rented = rentalDaysOf(quantity, passage) !== null && (lexicon.vocabulary.has_lease || draft.offer_kind === 'lease');
  if (rented && !named) return false;
  const filters = attributeFilters(quantity, named, { lexicon, kinds, text: passage.text });
  if (!filters) return false;
  draft.attributes.push(...filters);
  passage.claim(quantity.start, quantity.end);
  if (named && passage.isFree(named.start, named.end)) passage.claim(named.start, named.end);
  return true;
};

/** "A tent for 4": of a kind that states how many people it is for, a bare number after "for" counts them. */
const readPeople: Reader = (quantity, { passage, lexicon, kinds, draft }) => {
  const { bare, unit, currency, per } = quantity;
  if (!bare || unit !== null || currency !== null || per !== null || !kinds.known) return false;
  const ahead = /\bfor (?:about |around |up to |the )?$/.exec(before(passage, quantity));
  if (!ahead || !ENDS_A_COUNT.test(behind(passage, quantity))) return false;
  const value = Number(quantity.min);
  const counts = lexicon.vocabulary.attributes.filter((each) => each.types && countsPeople(each) && kinds.state(each));
  if (!Number.isInteger(value) || !counts.some(({ max = 0 }) => value <= max)) return false;
  const filters = attributeFilters({ ...quantity, unit: 'people' }, null, { lexicon, kinds, text: passage.text });
  if (!filters) return false;
  draft.attributes.push(...filters);
  claim(passage, quantity, ahead, null);
  return true;
};

/** What may follow a number that counts no named things. */
const ENDS_A_COUNT = /^\s*(?:$|[,.;!?]|(?:and|with|in|on|to|under|below|from|at|for|that|which|please|this|next)\b)/;

const readLength: Reader = (quantity, { passage, draft }) => {
  const days = rentalDaysOf(quantity, passage);
  if (days === null || draft.rental_days !== null) return false;
  draft.rental_days = days;
  const ahead = /(?:\bfor|用|借|大概|租期)\s*(?:about |around )?$/.exec(before(passage, quantity));
  claim(passage, quantity, ahead, null);
  return true;
};

/** 两台, 3 pcs, two of them. One of something is no condition. */
const readPieces: Reader = (quantity, { passage, draft }) => {
  const counted = /^(?:台|个|部|件|套|只|副|pcs|pieces?|units?)$/i.test(quantity.unit ?? '');
  const ofThem = quantity.unit === null ? /^ of (?:them|these|those|it)\b/.exec(behind(passage, quantity)) : null;
  // 第二个 is a place in a list.
  if ((!counted && !ofThem) || /第$/.test(before(passage, quantity))) return false;
  const count = Number(quantity.min ?? quantity.max);
  if (!Number.isInteger(count) || count < 1) return false;
  if (count > 1 && count < 1000) draft.quantity = count;
  claim(passage, quantity, null, ofThem);
  return true;
};

/** A number that only a comparing word speaks for: "under 300", 两千以内. */
const readLoosePrice: Reader = (quantity, { passage, draft }) => {
  if (quantity.unit !== null || (quantity.bare && !/^\s?的/.test(behind(passage, quantity))) || draft.price) return false;
  const value = Number(quantity.max ?? quantity.min);
  if (!(value >= 5) || (quantity.bare && value < 50)) return false;
  draft.price = priceOf(quantity);
  claim(passage, quantity, PRICE_WORD_BEFORE.exec(before(passage, quantity)), null);
  return true;
};

/** @param budget the amount is named as a budget: nothing above it, anything below. */
function priceOf(quantity: Quantity, budget = false): PriceWish {
  const shared = { basis: null, currency: quantity.currency } as const;
  const { min, max } = quantity;
  if ((quantity.bare || quantity.about) && min !== undefined)
    return budget && quantity.bare
      ? { ...shared, max: min }
      : { ...shared, min: divide(times(min, 8), 10), max: divide(times(min, 12), 10) };
  return { ...shared, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Exact product of a plain decimal and a small whole number. */
function times(decimal: string, factor: number): string {
  const places = decimal.split('.')[1]?.length ?? 0;
  return shiftDecimal(String(BigInt(shiftDecimal(decimal, places)) * BigInt(factor)), -places);
}

/** A plain decimal divided by a small whole number, rounded down to cents. */
function divide(decimal: string, divisor: number): string {
  if (divisor === 1) return decimal;
  const cents = shiftDecimal(decimal, 2).split('.')[0] ?? '0';
  return shiftDecimal(String(BigInt(cents) / BigInt(divisor)), -2);
}

function periodOf(word: string): 'day' | 'week' | 'month' {
  if (/月|month/.test(word)) return 'month';
  return /周|星期|week/.test(word) ? 'week' : 'day';
}
