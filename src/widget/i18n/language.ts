import { createContext, useContext } from 'react';
import { languageOf } from '../../protocol/locale.ts';
import { formatMoney, type Money } from '../../protocol/money.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The shopper's language: the dictionary, and everything that is written by `Intl`. */
export interface Language {
  readonly locale: string;
  readonly t: Dictionary;
  money(money: Money): string;
  number(value: number): string;
  /** `14:02`. */
  time(instant: string): string;
  /** `21 Nov`, with the year when it is another one. */
  date(instant: string): string;
  /** `21 Nov, 14:02`. */
  moment(instant: string): string;
}

/** An instant or plain date that the sender wrote wrongly is shown as it came, never as "Invalid Date". */
function written(format: Intl.DateTimeFormat, instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format.format(date);
}

/** A tag that `Intl` refuses (`xx-nonsense-`) must not blank the panel. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * @param locale BCP 47; Chinese words for any `zh`, English for all others, numbers and dates as the tag says.
 */
export function createLanguage(locale: string): Language {
  const tag = supported(locale);
  const t = languageOf(tag) === 'zh' ? zh : en;
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  return {
    locale: tag,
    t,
    money: (money) => formatMoney(money, tag),
    number: (value) => number.format(value),
    time: (instant) => written(time, instant),
    date: (instant) => written(date, instant),
    moment: (instant) => written(moment, instant),
  };
}

const LanguageContext = createContext<Language>(createLanguage('en'));
export const LanguageProvider = LanguageContext.Provider;
/** The shopper's language, in any component. */
export const useLanguage = (): Language => useContext(LanguageContext);
