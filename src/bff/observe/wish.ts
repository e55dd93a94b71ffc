import { type Language, languageOf } from '../../protocol/locale.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import { fold } from '../language/tokens.ts';

/** What a search asks for. */
export interface Wish {
  /** The thing, in folded words without what may be personal; empty where it cannot be named. */
  readonly what: string;
  /** What narrows it: without this the shop may well have such things. */
  readonly under: readonly string[];
}

const LONGEST = 160;
const HAN = /\p{Script=Han}/u;
/** E-mail addresses, and runs of seven digits and more however they are grouped: telephones, orders, cards. */
const PERSONAL = /[^\s@]+@[^\s@]+|\+?\d(?:[\s().-]?\d){6,}/g;

/** Fields that say how results are reckoned, sorted and paged; with those that have words of their own below. */
const NO_CONDITION: ReadonlySet<string> = new Set([
  ...['query', 'product_types', 'brands', 'models', 'key_features', 'use_cases', 'audience', 'colors', 'sizes', 'materials', 'attributes'],
  ...['currency', 'rental_days', 'start_date', 'sort', 'sort_attribute', 'limit', 'cursor', 'direct', 'locale', 'conversation_id'],
  ...['offer_kind', 'price_range'],
]);

const words = {
  en: { sell: 'to buy', lease: 'to rent', price: 'price', day: 'a day', month: 'a month', more: 'with more conditions' },
  zh: { sell: '购买', lease: '租赁', price: '价格', day: '每天', month: '每月', more: '另有条件' },
} as const;

/** Names in the reader's language, a path's last step alone, where a list holds each name in both languages. */
function oncePerName(names: readonly string[], language: Language): string[] {
  const inReaders = names.filter((name) => HAN.test(name) === (language === 'zh'));
  const isPaired = inReaders.length * 2 === names.length;
  const leaves = (isPaired ? inReaders : names).map((name) => name.split(' > ').at(-1) ?? name);
  return [...new Set(leaves)].sort();
}

function priceText({ min, max, basis }: NonNullable<SearchArguments['price_range']>, search: SearchArguments, language: Language): string {
  const own = words[language];
  const amount = min !== undefined && max !== undefined ? `${min}–${max}` : max !== undefined ? `≤ ${max}` : `≥ ${min}`;
  const per = basis === 'day' || basis === 'month' ? own[basis] : undefined;
  return [own.price, amount, search.currency, per].filter((each) => each !== undefined).join(' ');
}

function conditionsOf(search: SearchArguments, language: Language): string[] {
  const own = words[language];
  const { offer_kind, price_range } = search;
  const hasPrice = price_range?.min !== undefined || price_range?.max !== undefined;
  const isGiven = (value: unknown): boolean =>
    value !== undefined && value !== null && value !== false && (typeof value !== 'object' || Object.keys(value).length > 0);
  const hasMore = Object.entries(search).some(([name, value]) => !NO_CONDITION.has(name) && isGiven(value));
  return [
    ...(offer_kind ? [own[offer_kind]] : []),
    ...(hasPrice ? [priceText(price_range, search, language)] : []),
    ...(hasMore ? [own.more] : []),
  ];
}

/** @param locale the shopper's: names that a search gives in both languages are said in this one */
export function wishOf(search: SearchArguments, locale: string): Wish {
  const { query, product_types, brands, models, key_features, use_cases, audience, colors, sizes, materials, attributes } = search;
  const language = languageOf(locale);
  const lists = [product_types, brands, models, key_features, use_cases, audience, colors, sizes, materials];
  const named = [
    query,
    ...lists.flatMap((list) => oncePerName(list ?? [], language)),
    ...(attributes ?? []).map(({ name, op, value, unit = '' }) => `${name} ${op} ${value}${unit}`),
  ];
  const text = named.filter((word) => word !== undefined && word.trim() !== '').join(' · ');
  const what = [...fold(text).replace(PERSONAL, '…')].slice(0, LONGEST).join('');
  return { what, under: what === '' ? [] : conditionsOf(search, language) };
}

/** As operators read it: "camera · to buy · price ≤ 500". */
export const wishText = ({ what, under }: Wish): string => [what, ...under].join(' · ');

/**
 * The wishes of one turn, each thing once. A search is often made again with a condition less: where that finds nothing
 * either, the condition was not what was missing.
 */
export function distinctWishes(wishes: readonly Wish[]): Wish[] {
  const kept = new Map<string, Wish>();
  for (const wish of wishes) {
    const before = kept.get(wish.what);
    if (wish.what !== '' && (!before || wish.under.length < before.under.length)) kept.set(wish.what, wish);
  }
  return [...kept.values()];
}
