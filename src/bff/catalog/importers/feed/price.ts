import { is } from 'valibot';
import { currencySchema, type Money, parseMinor } from '../../../../protocol/money.ts';
import { RowFault } from './row-fault.ts';

/** What is written for a currency besides its code, where it can mean no other. */
const SYMBOLS: readonly (readonly [symbol: string, currency: string])[] = [
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['RMB', 'CNY'],
  ['元', 'CNY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['zł', 'PLN'],
];

/**
 * Reads a price as feeds write it: `12.00 USD`, `USD12`, `1.299,00 €`, `¥1,299`, `1299.5`. A code or an unmistakable
 * symbol in the text wins over `currency`; `$` and `¥` alone mean several and do not.
 * A single separator before exactly three digits groups thousands, unless the currency itself has three places.
 * @param currency ISO 4217, for prices that name none.
 * @throws RowFault for words (`call us`), for an amount with more places than the currency, and where no currency is known.
 */
export function readPrice(value: unknown, field: string, currency?: string): Money | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = String(value).normalize('NFKC').trim();
  const [number] = /\d[\d\s.,'’]*/.exec(text) ?? [];
  if (number === undefined) throw new RowFault(field, `"${text}" is no price`);
  if (/[-−–]\s*\d/.test(text)) throw new RowFault(field, `"${text}" is no single price`);
  const beside = text.replace(number, ' ').trim();
  const named = currencyIn(beside) ?? currency;
  if (named === undefined) throw new RowFault(field, `"${text}" names no currency: give --currency`);
  if (/[a-z]{4,}/i.test(beside)) throw new RowFault(field, `"${text}" is no price`);
  // A bare decimal is a program's, with a point; only what people write groups thousands.
  const amount = parseMinor(/^\d+(\.\d+)?$/.test(text) ? text : plainDecimal(number.trim(), named), named);
  if (amount === null) throw new RowFault(field, `"${text}" is no amount in ${named}`);
  return { amount, currency: named };
}

/** The currency a feed's price names itself, ISO 4217. */
export const currencyNamedIn = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? currencyIn(
        value
          .normalize('NFKC')
          .replace(/\d[\d\s.,'’]*/, ' ')
          .trim(),
      )
    : undefined;

function currencyIn(beside: string): string | undefined {
  const symbol = SYMBOLS.find(([each]) => beside.includes(each));
  if (symbol) return symbol[1];
  const code = beside.toUpperCase().match(/\b[A-Z]{3}\b/)?.[0];
  return code !== undefined && is(currencySchema, code) ? code : undefined;
}

/** `1.299,00` and `1,299.00` as `1299.00`. */
function plainDecimal(number: string, currency: string): string {
  const bare = number.replace(/[\s'’]/g, '').replace(/[.,]+$/, '');
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (last < 0) return bare;
  const separator = bare[last] ?? '';
  const whole = bare.slice(0, last).replace(/[.,]/g, '');
  const places = bare.slice(last + 1);
  const groups = bare.split(separator).length > 2 || (places.length === 3 && parseMinor(`0.${places}`, currency) === null);
  const both = bare.includes('.') && bare.includes(',');
  return groups && !both ? whole + places : `${whole}.${places}`;
}
