import { convert } from '../../../language/units.ts';
import type { Draft } from './draft.ts';
import type { Passage } from './passage.ts';
import type { Quantity } from './quantities.ts';

const LEASE = /租(?![金客房])|借用|\b(?:rent(?:al|als|ing|ed)?|lease|leasing|hire|hiring)\b/g;
const SELL = /(?<!租后)买(?!断)|购买|购入|入手|\b(?:buy|buying|purchase|to own|for sale)\b/g;
const BUYOUT = /先租后买|租后买断|以租代购|租完?(?:可以?|能)?买断|可?买断|\b(?:rent[ -]to[ -]own|buy[ -]?out|rent then buy)\b/g;
/** "不租了", "I don't want to rent": the other kind of offer is meant. */
const NO_LEASE =
  /(?:不|别|不想|不要|不用)(?:再)?租了?(?!金)|\b(?:not|don'?t want to|rather not|instead of|no) (?:rent|lease|hire)(?:ing|al|als)?\b/g;
const NO_SALE = /(?:不|别|不想|不要|不用)(?:再)?(?:购?买)了?(?!断)|\b(?:not|don'?t want to|rather not|instead of|no) buy(?:ing)?\b/g;
/** Lengths that are words of their own. */
const NAMED_LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/(?:租|用|借|for )?(?:一?个?周末|周六日|周六周日|(?:a|the|this|over the|one) weekend|\bweekend\b)(?:两天|2天)?/g, 2],
  [/半年|half a year|six months/g, 180],
  [/半个月|half a month|\ba?\s?fortnight\b/g, 15],
  [/\b(?:for )?(?:a|one|per)? ?full week\b|\bfor a week\b|(?<!\d )\ba week(?:'s|long)?\b(?! (?:budget|at))|\bweeklong\b/g, 7],
  [/\bfor a month\b|(?<!\d )\ba month(?:'s|long)?\b/g, 30],
  [/\bfor a year\b/g, 365],
  [/\bfor (?:a|the) day\b/g, 1],
];
const NOT_RENTAL = /(?:保修|质保|联保|保|warranty|guarantee|续航|待机|退|送达|发货|到货|deliver\w*|within)\s*$/;

/** Reads whether it is to be rented or bought; claims the words. */
export function readOfferKind(passage: Passage, draft: Draft): void {
  if (passage.take(BUYOUT)) {
    draft.buyout = true;
    draft.offer_kind = 'lease';
  }
  if (passage.take(NO_LEASE)) draft.offer_kind ??= 'sell';
  else if (passage.take(NO_SALE)) draft.offer_kind ??= 'lease';
  const lease = passage.take(LEASE);
  const sell = passage.take(SELL);
  if (lease && !draft.offer_kind) draft.offer_kind = 'lease';
  // "租还是买" leaves both open.
  else if (sell && !lease && !draft.offer_kind) draft.offer_kind = 'sell';
  if (lease && sell && !draft.buyout) draft.offer_kind = null;
}

/** Reads lengths without a figure: a weekend, 半年. */
export function readNamedLength(passage: Passage, draft: Draft): void {
  for (const [pattern, days] of NAMED_LENGTHS) if (draft.rental_days === null && passage.take(pattern)) draft.rental_days = days;
}

/**
 * Days a quantity says, where it is a rental length: its unit is one of time, it is no price period, warranty or delivery.
 * @returns null where it is none.
 */
export function rentalDaysOf(quantity: Quantity, passage: Passage): number | null {
  const value = Number(quantity.max ?? quantity.min);
  if (quantity.unit === null || quantity.currency !== null || !Number.isFinite(value) || value <= 0) return null;
  if (NOT_RENTAL.test(passage.text.slice(Math.max(0, quantity.start - 12), quantity.start))) return null;
  const nights = /^(?:晚|夜|nights?)$/i.test(quantity.unit);
  const days = nights ? value : convert(value, quantity.unit, 'd');
  if (days === null || days > 3650 || /^(?:s|secs?|seconds?|ms|m|mins?|minutes?|分钟?|秒)$/i.test(quantity.unit)) return null;
  return Math.max(days, 0.01);
}
