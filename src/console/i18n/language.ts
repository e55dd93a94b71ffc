import { createContext, useContext } from 'react';
import type { Words } from './en.ts';

/** The operator's language: the words, and everything that `Intl` writes. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly t: Words;
  number(value: number): string;
  /** Milliseconds as a reader takes them in: `85 ms`, `1.3 s`, `2.1 min`; `–` for null. */
  duration(ms: number | null | undefined): string;
  percent(share: number): string;
  /** 0–1 with two places, as scores are told; `–` for null. */
  score(value: number | null | undefined): string;
  /** `5 minutes ago`. */
  relative(date: Date, now: number): string;
  /** `21 Nov 2026, 14:02:31`. */
  moment(date: Date): string;
  /** `21 Nov, 14:00`, for axes; `14:00:31` where the whole axis is minutes long. */
  tick(date: Date, fine?: boolean): string;
  list(words: readonly string[]): string;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** @param locale BCP 47: numbers and dates are written as it says. */
export function speak(locale: string, t: Words): Language {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const unit = (name: string, places: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: places });
  const [ms, s, min] = [unit('millisecond', 0), unit('second', 1), unit('minute', 1)];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const tick = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  const second = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  return {
    locale,
    t,
    number: (value) => (Math.abs(value) >= 100 ? whole : Math.abs(value) >= 1 ? one : small).format(value),
    duration(value) {
      if (value === null || value === undefined) return '–';
      if (value < 1000) return ms.format(value);
      return value < 120_000 ? s.format(value / 1000) : min.format(value / 60_000);
    },
    percent: (share) => percent.format(share),
    score: (value) => (value === null || value === undefined ? '–' : score.format(value)),
    relative(date, now) {
      let value = (date.getTime() - now) / 1000;
      for (const [name, size] of UNITS) {
        if (Math.abs(value) < size) return relative.format(Math.round(value), name);
        value /= size;
      }
      return moment.format(date);
    },
    moment: (date) => moment.format(date),
    tick: (date, fine = false) => (fine ? second : tick).format(date),
    list: (words) => list.format(words),
  };
}

const LanguageContext = createContext<Language | null>(null);
export const LanguageProvider = LanguageContext.Provider;
/** The operator's language, in any component. @throws outside of a {@link LanguageProvider} */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage is called outside of a LanguageProvider');
  return language;
}
