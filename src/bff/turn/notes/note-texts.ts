import type { Item } from '../../../protocol/item.ts';
import { type Language, languageOf } from '../../../protocol/locale.ts';
import { formatMoney, parseMinor } from '../../../protocol/money.ts';
import type { Note } from '../../../protocol/parts.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import { rowLabel } from '../../compare/words.ts';
import { localName } from '../../language/local-name.ts';
import type { NotedFacts, NotedKey } from '../../model/port.ts';

interface NoteWords {
  readonly labels: Readonly<Record<NotedKey, string>>;
  readonly days: (days: number) => string;
  readonly kinds: Readonly<Record<'sell' | 'lease', string>>;
  readonly yes: string;
  readonly between: (min: string, max: string) => string;
  readonly atMost: (max: string) => string;
  readonly atLeast: (min: string) => string;
  readonly basis: Readonly<Record<'total' | 'day' | 'month', string>>;
  readonly separator: string;
}

const words: Readonly<Record<Language, NoteWords>> = {
  zh: {
    labels: {
      budget: '预算',
      rental_days: '租期',
      offer_kind: '方式',
      use_cases: '用途',
      disliked_brands: '不要的品牌',
      deposit_free: '免押',
      compared: '对比过',
      opened_rows: '在意',
    },
    days: (days) => `${days} 天`,
    kinds: { sell: '买', lease: '租' },
    yes: '要',
    between: (min, max) => `${min}–${max}`,
    atMost: (max) => `${max} 以内`,
    atLeast: (min) => `${min} 以上`,
    basis: { total: '', day: '（每天）', month: '（每月）' },
    separator: '、',
  },
  en: {
    labels: {
      budget: 'Budget',
      rental_days: 'Rental',
      offer_kind: 'Way',
      use_cases: 'For',
      disliked_brands: 'Not by',
      deposit_free: 'Deposit-free',
      compared: 'Compared',
      opened_rows: 'Looks at',
    },
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
    kinds: { sell: 'to buy', lease: 'to rent' },
    yes: 'yes',
    between: (min, max) => `${min}–${max}`,
    atMost: (max) => `up to ${max}`,
    atLeast: (min) => `from ${min}`,
    basis: { total: '', day: ' a day', month: ' a month' },
    separator: ', ',
  },
};

export interface NoteContext {
  readonly locale: string;
  readonly currency: string;
  /** Title of an item that was compared, where it is still there. */
  readonly title: (id: string) => string | undefined;
  /** A value of the catalogue in the shopper's language: a search may have named it in the other one. */
  readonly name: (value: string) => string;
  /** What a row of a comparison is called; undefined where the catalogue states it no more. */
  readonly rowName: (key: string) => string | undefined;
}

function budgetText({ min, max, basis }: NonNullable<NotedFacts['budget']>, { locale, currency }: NoteContext): string {
  const say = words[languageOf(locale)];
  const money = (decimal: string): string => {
    const amount = parseMinor(decimal, currency);
    return amount === null ? decimal : formatMoney({ amount, currency }, locale);
  };
  const range =
    min !== undefined && max !== undefined
      ? say.between(money(min), money(max))
      : max !== undefined
        ? say.atMost(money(max))
        : say.atLeast(money(min ?? '0'));
  return `${range}${say.basis[basis ?? 'total']}`;
}

/** What was noted, in the words the shopper reads and can erase, one note a fact. */
export function notesOf(noted: NotedFacts, context: NoteContext): Note[] {
  const say = words[languageOf(context.locale)];
  const values: Readonly<Record<NotedKey, string | undefined>> = {
    budget: noted.budget && budgetText(noted.budget, context),
    rental_days: noted.rental_days === undefined ? undefined : say.days(noted.rental_days),
    offer_kind: noted.offer_kind && say.kinds[noted.offer_kind],
    use_cases: noted.use_cases && [...new Set(noted.use_cases.map(context.name))].join(say.separator),
    disliked_brands: noted.disliked_brands && [...new Set(noted.disliked_brands.map(context.name))].join(say.separator),
    deposit_free: noted.deposit_free && say.yes,
    compared: noted.compared?.flatMap((id) => context.title(id) ?? []).join(say.separator),
    opened_rows: noted.opened_rows?.flatMap((key) => context.rowName(key) ?? []).join(say.separator),
  };
  return (Object.keys(values) as NotedKey[]).flatMap((key) => {
    const value = values[key];
    return value ? [{ key, label: say.labels[key], value }] : [];
  });
}

type NotedWords = Pick<Vocabulary, 'currency' | 'use_cases' | 'brands' | 'attributes'>;

/**
 * What notes are worded with.
 * @param items the compared ones that are still there.
 */
export function noteContext(vocabulary: NotedWords, items: Iterable<Item>, locale: string): NoteContext {
  return {
    locale,
    currency: vocabulary.currency,
    title: titlesOf(items),
    name: namesOf(vocabulary, locale),
    rowName: rowNamesOf(vocabulary, locale),
  };
}

/** Names of uses and brands in the language of a locale, by any of their names. */
function namesOf({ use_cases, brands }: Pick<Vocabulary, 'use_cases' | 'brands'>, locale: string): (value: string) => string {
  const language = languageOf(locale);
  return (value) => {
    const term = [...use_cases, ...brands].find((each) => each.value === value || each.labels.includes(value));
    return term ? localName([term.value, ...term.labels], language) : value;
  };
}

/** Names of comparison rows in the language of a locale: the table's own, or the catalogue's for an attribute. */
function rowNamesOf({ attributes }: Pick<Vocabulary, 'attributes'>, locale: string): (key: string) => string | undefined {
  return (key) => {
    const own = rowLabel(key, locale);
    if (own !== undefined) return own;
    const [field, ...rest] = key.split('.');
    const name = rest.join('.');
    if (field !== 'attributes') return rest.length > 0 ? name : undefined;
    const [first, ...labels] = attributes.find((each) => each.key === name)?.labels ?? [];
    return first === undefined ? undefined : localName([first, ...labels], languageOf(locale));
  };
}

/** Titles of compared items are read with this: what is not an item any more is left out. */
function titlesOf(items: Iterable<Item>): (id: string) => string | undefined {
  const titles = new Map([...items].map((item) => [item.id, item.title]));
  return (id) => titles.get(id);
}
