import { createContext, useContext } from 'react';
import { formatMoney, type Money } from '../../protocol/money.ts';
import type { Dictionary } from './dictionary.ts';

/** The shopper's language: the dictionary, and everything that is written by `Intl`. */
export interface Language {
  readonly locale: string;
  readonly t: Dictionary;
  money(money: Money): string;
  number(value: number): string;
  /** `14:02`; `21 Nov, 14:02` when that was on another day. */
  time(instant: string): string;
  /** `21 Nov`, with the year when it is another one. */
  date(instant: string): string;
  /** `21 Nov, 14:02`. */
  moment(instant: string): string;
}

/** An instant or plain date that the sender wrote wrongly is shown as it came, never as "Invalid Date". */
function written(formatOf: (date: Date) => Intl.DateTimeFormat, instant: string): string {
  // A plain date is that day wherever the shopper is; by itself it would be midnight in Greenwich.
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(instant) ? `${instant}T00:00` : instant);
  return Number.isNaN(date.getTime()) ? instant : formatOf(date).format(date);
}

/** A tag that `Intl` refuses (`xx-nonsense-`) must not blank the panel. */
export function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * @param locale BCP 47: numbers and dates are written as it says.
 * @param now milliseconds since 1970: what is of today or of this year is written shorter.
 */
export function speak(locale: string, t: Dictionary, now: () => number = Date.now): Language {
  const tag = supported(locale);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' });
  const dated = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  return {
    locale: tag,
    t,
    money: (money) => formatMoney(money, tag),
    number: (value) => number.format(value),
    time: (instant) => written((day) => (day.toDateString() === new Date(now()).toDateString() ? time : moment), instant),
    date: (instant) => written((day) => (day.getFullYear() === new Date(now()).getFullYear() ? date : dated), instant),
    moment: (instant) => written(() => moment, instant),
  };
}

const LanguageContext = createContext<Language | null>(null);
export const LanguageProvider = LanguageContext.Provider;
/** The shopper's language, in any component. @throws outside of a {@link LanguageProvider} */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage is called outside of a LanguageProvider');
  return language;
}
