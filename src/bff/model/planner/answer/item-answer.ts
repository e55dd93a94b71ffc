import type { Attribute, Item } from '../../../../protocol/item.ts';
import { formatMoney } from '../../../../protocol/money.ts';
import type { Offer } from '../../../../protocol/offer.ts';
import { rateFor, totalFor } from '../../../../protocol/total.ts';
import type { Term, Vocabulary } from '../../../catalog/engine.ts';
import { hasHan, isWrittenIn } from '../../../language/script.ts';
import type { ItemQuestion, ItemTopic } from '../asks/item-question.ts';
import { namesOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import { attributeText } from './attribute-text.ts';
import { plainText } from './directives.ts';
import { type ServiceWords, serviceWordsFor } from './service-words.ts';

export interface ItemAnswerContext {
  readonly item: Item;
  /** The item and its variants, where they were read. */
  readonly variants: readonly Item[];
  readonly question: ItemQuestion;
  readonly vocabulary: Vocabulary;
  readonly language: 'zh' | 'en';
  /** Of the answer: amounts are written as on the card. */
  readonly locale: string;
  /** Length of a rental the message names. */
  readonly days: number | null;
}

/** What an item states about what was asked, in sentences; `missing` names what it does not state. */
export interface ItemAnswer {
  readonly sentences: readonly string[];
  readonly missing: readonly string[];
}

/** Facts quoted in one answer. */
const FACTS = 5;

/** Answers a question about one item from its record alone: what is not stated is said to be so, never guessed. */
export function itemAnswer(context: ItemAnswerContext): ItemAnswer {
  const { question } = context;
  const topics = question.topics.map((topic) => aboutTopic(topic, context));
  const quality = aboutQuality(context);
  const told = [...topics, quality].flatMap((part) => part.sentences);
  const more = topics.length > 0 && question.words.length === 0 ? [] : [aboutWords(context, told)];
  const parts = [...topics, quality, ...more];
  const sentences = [...new Set(parts.flatMap((part) => part.sentences))];
  // A word that one reader does not find another may: "waterproof" is a feature of one item and a depth of the next.
  const answered = parts.some((part) => part.missing.length === 0 && part.sentences.length > 0);
  return {
    sentences,
    missing: answered ? [] : [...new Set((quality.missing.length > 0 ? [quality] : parts).flatMap((part) => part.missing))],
  };
}

const nothing: ItemAnswer = { sentences: [], missing: [] };
const said = (...sentences: string[]): ItemAnswer => ({ sentences: sentences.filter((each) => each !== ''), missing: [] });
const missing = (...names: string[]): ItemAnswer => ({ sentences: [], missing: names });

function aboutTopic(topic: ItemTopic, context: ItemAnswerContext): ItemAnswer {
  const { item, locale, language, days } = context;
  const words = serviceWordsFor(language).item;
  const lease = item.offers.find((offer) => offer.lease);
  const sale = item.offers.find((offer) => !offer.lease);
  switch (topic) {
    case 'deposit':
      return said(lease ? depositOf(lease, locale, words) : words.notLet);
    case 'price':
      return said(
        sale ? words.sale(formatMoney(sale.price, locale)) : words.notSold,
        lease ? rentOf(lease, locale, words, days) : words.notLet,
      );
    case 'term':
      return said(lease ? termOf(lease, words) : words.notLet);
    case 'buyout':
      return said(lease?.lease?.buyout ? words.buyout(formatMoney(lease.lease.buyout.price, locale)) : words.noBuyout);
    case 'colors':
      return variantsOf(/colou?r|颜色/i, context) ?? missing(words.topics.colors);
    case 'sizes':
      return variantsOf(/size|尺|规格|版本/i, context) ?? missing(words.topics.sizes);
    case 'stock':
      return item.availability ? said(stockOf(item.availability, words)) : missing(words.topics.stock);
    case 'delivery': {
      const { days, regions = [] } = item.shipping ?? {};
      const range = days ? (days.min === days.max ? `${days.min}` : `${days.min}–${days.max}`) : null;
      return range || regions.length > 0 ? said(words.shipping(range, regions)) : missing(words.topics.delivery);
    }
    case 'rating': {
      const { rating, review_aspects = [] } = item;
      if (!rating) return missing(words.topics.rating);
      const aspects = review_aspects
        .slice(0, 3)
        .map(({ aspect, positive, negative }) => words.aspect(plainText(aspect), positive, negative));
      return said(
        words.rating(String(rating.value), String(rating.scale_max), rating.count),
        aspects.length > 0 ? `${aspects.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}` : '',
      );
    }
    case 'included': {
      const facts = factsOf(context, ([key, fact]) => /includ|in the box|包含|随附|标配/i.test(`${key} ${fact.label}`));
      // Asked for one thing in particular, it is looked for by its word.
      if (context.question.words.length > 0) return nothing;
      return facts.length > 0 ? said(words.facts(facts)) : missing(words.topics.included);
    }
    case 'guarantees': {
      const policies = item.policies ?? [];
      const meant = KINDS.find(({ asked }) => asked.test(context.question.text));
      const labels = (meant ? policies.filter(({ type, label }) => meant.stated.test(`${type} ${label}`)) : policies).map(({ label }) =>
        plainText(label),
      );
      return labels.length > 0 ? said(words.facts(labels.slice(0, FACTS))) : missing(words.topics.guarantees);
    }
  }
}

/** Promises that are asked for by one name. */
const KINDS: readonly { readonly asked: RegExp; readonly stated: RegExp }[] = [
  { asked: /warrant|质保|保修|售后/, stated: /warrant|quality|质保|保修/i },
  { asked: /waiver|免赔/, stated: /waiver|免赔/i },
  { asked: /包邮|shipping/, stated: /shipping|包邮/i },
];

function depositOf({ lease }: Offer, locale: string, words: ServiceWords['item']): string {
  if (lease?.deposit === undefined) return words.depositUnstated;
  if (lease.deposit === null) return words.depositNone;
  const { amount, waivable, waiver_condition } = lease.deposit;
  return words.deposit(formatMoney(amount, locale), waivable && waiver_condition ? plainText(waiver_condition) : null);
}

function rentOf(offer: Offer, locale: string, words: ServiceWords['item'], days: number | null): string {
  const total = days === null ? null : totalFor(offer, days);
  if (total && days !== null) return words.total(formatMoney(total, locale), words.units.day(days));
  const rate = rateFor(offer);
  const period = offer.lease?.billing_period;
  return rate && period ? words.rent(formatMoney(rate.price, locale), words.units[period.unit](period.count)) : '';
}

/** Sentences on what an item costs to buy and to rent; null for what it is not let or sold for. */
export function pricesOf(
  { offers }: Item,
  { locale, language, days }: Pick<ItemAnswerContext, 'locale' | 'language' | 'days'>,
): { readonly sale: string | null; readonly rent: string | null } {
  const words = serviceWordsFor(language).item;
  const lease = offers.find((offer) => offer.lease);
  const sale = offers.find((offer) => !offer.lease);
  return {
    sale: sale ? words.sale(formatMoney(sale.price, locale)) : null,
    rent: (lease && rentOf(lease, locale, words, days)) || null,
  };
}

function termOf({ lease }: Offer, words: ServiceWords['item']): string {
  if (!lease) return words.notLet;
  const { unit, count } = lease.billing_period;
  const length = (periods: number): string => {
    const units = periods * count;
    return units === 1 ? `1 ${words.units[unit](1)}` : words.units[unit](units);
  };
  return words.term(length(lease.term.min), lease.term.max === undefined ? null : length(lease.term.max));
}

function stockOf({ available, status, from }: NonNullable<Item['availability']>, words: ServiceWords['item']): string {
  const stock: Readonly<Record<string, string>> = words.stock;
  const sentence =
    (Object.hasOwn(stock, status) ? stock[status] : undefined) ?? (available ? words.stock.in_stock : words.stock.out_of_stock);
  return from ? words.stockFrom(sentence, from.slice(0, 10)) : sentence;
}

/** The values in which the variants of an item differ. */
function variantsOf(name: RegExp, { item, variants, language }: ItemAnswerContext): ItemAnswer | null {
  const all = variants.some((each) => each.id === item.id) ? variants : [item, ...variants];
  const options = all.flatMap((each) => (each.options ?? []).filter((option) => name.test(option.name)));
  const values = [...new Set(options.map((option) => plainText(option.value)))];
  const [label] = options;
  return label && values.length > 0 ? said(serviceWordsFor(language).item.variants(plainText(label.name), values)) : null;
}

type Entry = [key: string, fact: Attribute];

function factsOf({ item }: ItemAnswerContext, accept: (entry: Entry) => boolean): string[] {
  return Object.entries(item.attributes ?? {})
    .filter(accept)
    .map(([, fact]) => attributeText(fact))
    .filter((text) => text !== '')
    .slice(0, FACTS);
}

/** Figures, features, uses and people: stated by the item's own record, or not at all. */
function aboutQuality(context: ItemAnswerContext): ItemAnswer {
  const { question, vocabulary, language, item } = context;
  const words = serviceWordsFor(language).item;
  const wanted = new Set(question.attributes);
  const figures = factsOf(context, ([key]) => wanted.has(key));
  const lacking = Object.entries(item.attributes ?? {}).flatMap(([key, fact]) =>
    wanted.has(key) && fact.value === false ? [plainText(fact.label)] : [],
  );
  const lists = listsAsked(context);
  const stated = lists.flatMap((list) => list.stated).map(plainText);
  if (stated.length > 0) return said(words.yes([...new Set([...stated, ...figures])].slice(0, FACTS)));
  const names = [...new Set(lists.flatMap((list) => list.name))].map((name) => `“${plainText(name)}”`);
  const others = lists.flatMap((list) => list.others).map(plainText);
  if (names.length > 0 && others.length > 0 && figures.length === 0)
    return { sentences: [words.notStated(names), words.statedFor([...new Set(others)].slice(0, FACTS))], missing: [] };
  if (figures.length + lacking.length > 0)
    return said(figures.length > 0 ? words.facts(figures) : '', lacking.length > 0 ? words.no(lacking) : '');
  if (names.length > 0) return missing(...names);
  if (wanted.size === 0) return nothing;
  // One name is enough: the keys are several only because catalogues call one thing by several names.
  const known = vocabulary.attributes.find((attribute) => attribute.key === question.attributes[0]);
  const label = known?.labels.find((each) => isWrittenIn(each, language));
  return missing(label ? lowered(label) : '');
}

const lowered = (label: string): string => {
  const plain = plainText(label.replace(/\s*[(（][^()（）]*[)）]/g, ''));
  return /^[A-Z][a-z -]+$/.test(plain) ? `the ${plain.toLowerCase()}` : plain;
};

/** One of an item's lists that was asked about. */
interface ListAsked {
  /** What was asked for, in the words of the answer's language. */
  readonly name: readonly string[];
  /** Values of the item that are it. */
  readonly stated: readonly string[];
  /** What the list holds instead, where that says whom or what the item is for. */
  readonly others: readonly string[];
}

function listsAsked({ item, question, vocabulary, language }: ItemAnswerContext): ListAsked[] {
  const { terms, suits } = question;
  const { features = [], use_cases = [], audience = [] } = item;
  const named = (
    values: readonly string[] | undefined,
    known: readonly Term[],
    own: readonly string[],
    rest: readonly string[],
  ): ListAsked[] => {
    if (!values?.length) return [];
    const names = new Set(
      values.flatMap((value) => [foldText(value), ...known.filter((term) => term.value === value).flatMap((term) => namesOf(term))]),
    );
    const inLanguage = values.filter((value) => isWrittenIn(value, language));
    return [
      {
        name: (inLanguage.length > 0 ? inLanguage : values).slice(0, 1),
        stated: own.filter((value) => names.has(foldText(value))),
        others: rest,
      },
    ];
  };
  const lists = [
    ...named(terms.key_features, vocabulary.features, features, []),
    ...named(terms.use_cases, vocabulary.use_cases, use_cases, [...use_cases, ...audience]),
    ...named(terms.audience, vocabulary.audience, audience, [...audience, ...use_cases]),
  ];
  if (suits === null || lists.length > 0) return lists;
  return [
    { name: [suits], stated: [...audience, ...use_cases].filter((value) => holds(value, suits)), others: [...audience, ...use_cases] },
  ];
}

/**
 * Words the vocabulary does not know are looked for in what the item says of itself.
 * @param told sentences that are said already: what they hold is not said again.
 */
function aboutWords({ item, question, language }: ItemAnswerContext, told: readonly string[]): ItemAnswer {
  const words = serviceWordsFor(language).item;
  if (question.words.length === 0 || question.suits !== null) return nothing;
  const listed = [
    ...Object.values(item.attributes ?? {}).map(attributeText),
    ...(item.features ?? []),
    ...(item.use_cases ?? []),
    ...(item.policies ?? []).map((policy) => policy.label),
  ].map(plainText);
  const facts = listed.filter((text) => question.words.some((word) => holds(text, word)));
  const untold = facts.filter((fact) => !told.some((each) => each.includes(fact)));
  if (facts.length > 0) return said(untold.length > 0 ? words.facts(untold.slice(0, FACTS)) : '');
  const sentence = sentencesOf(item.description?.plain ?? '').find((each) => question.words.some((word) => holds(each, word)));
  return sentence ? said(words.quote(plainText(sentence))) : missing(...question.words.slice(0, 2).map((word) => `“${plainText(word)}”`));
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？；])|(?<=[.!?;])\s+/).map((each) => each.trim());

function holds(text: string, word: string): boolean {
  const folded = foldText(text);
  if (hasHan(word)) return folded.includes(word);
  const stem = word.replace(/(?:ies|es|s)$/, '').replace(/[^a-z\d]/g, '.');
  return stem.length > 1 && new RegExp(`\\b${stem}(?:s|es|ies)?\\b`).test(folded);
}
