import { formatMoney, type Money, parseMinor } from '../../protocol/money.ts';

/** What a million input tokens cost, as an operator typed it. Providers' lists change, so none is built in. */
export interface TokenPrice {
  readonly currency: string;
  /** Decimal text. */
  readonly amount: string;
}

/** Under which it is kept in this browser. */
export const PRICE_KEY = 'aisle-console-price';
export const CURRENCIES = ['USD', 'CNY', 'EUR'] as const;
export const NO_PRICE: TokenPrice = { currency: 'USD', amount: '' };

/** The price as money; null where the text is no amount of at most that many places. */
export function priceOf({ currency, amount }: TokenPrice): Money | null {
  const minor = amount.trim() === '' ? null : parseMinor(amount, currency);
  return minor === null || minor < 0 ? null : { amount: minor, currency };
}

/** What so many units (millions of input tokens' worth) cost, in whole minor units. */
export const costOf = (price: Money, units: number, locale: string): string =>
  formatMoney({ amount: Math.round(price.amount * units), currency: price.currency }, locale);

/** Reads what was kept; anything else is no price. */
export function readPrice(kept: string | null): TokenPrice {
  const [currency, amount] = kept?.split(' ') ?? [];
  return currency !== undefined && amount !== undefined && CURRENCIES.some((each) => each === currency) ? { currency, amount } : NO_PRICE;
}
export const writePrice = ({ currency, amount }: TokenPrice): string => `${currency} ${amount.trim()}`;
