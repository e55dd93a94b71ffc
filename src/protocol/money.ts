import * as v from 'valibot';
import { shape } from './shape.ts';

/** ISO 4217 code in capitals, such as `CNY`. */
export const currencySchema = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a currency is three capital letters (ISO 4217)'));

/**
 * An amount of money: whole minor units (fen, cents) and the currency they are units of.
 * Floats never carry money: 0.1 + 0.2 is a wrong price.
 */
export const moneySchema = shape({ amount: v.pipe(v.number(), v.safeInteger('money is whole minor units')), currency: currencySchema });
export type Money = v.InferOutput<typeof moneySchema>;

const digitsByCurrency = new Map<string, number>();

/** Decimal places of a currency's minor unit: 2 for CNY, 0 for JPY (ISO 4217, as Intl knows it). */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/**
 * Reads a decimal written as text (`"1299.5"`) as minor units of `currency`, exactly.
 * @returns null when the text is no plain decimal, or has more places than the currency and they are not zero.
 */
export function parseMinor(text: string, currency: string): number | null {
  const match = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (/[^0]/.test(fraction.slice(digits))) return null;
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '-' ? -minor : minor;
}

/** Writes minor units as a plain decimal without currency: `129950` CNY is `"1299.50"`. */
export function decimalOf(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.amount < 0 ? '-' : '';
  const text = String(Math.abs(money.amount)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Money as a reader of `locale` writes it, whole amounts without places: `¥3,299`, `¥12.50`.
 * Exact: the decimal text goes to Intl, no float in between.
 */
export function formatMoney(money: Money, locale: string): string {
  const whole = money.amount % 10 ** minorDigits(money.currency) === 0;
  const key = `${locale} ${money.currency} ${whole}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'narrowSymbol',
      ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
    });
    formats.set(key, format);
  }
  // Intl reads a decimal string exactly (ECMA-402, "Intl mathematical value").
  return format.format(decimalOf(money) as Intl.StringNumericLiteral);
}
