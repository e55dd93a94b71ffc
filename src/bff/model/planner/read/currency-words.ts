/** Currency words behind a number. Which group matched says which currency. */
export const CURRENCY_AFTER =
  /^\s?(?:(美元|美金|刀|us dollars?\b|dollars?\b|usd\b|us\$|\$)|(人民币|rmb\b|cny\b|yuan\b)|(港[币元]|hkd\b)|(欧元|euros?\b|eur\b|€)|(英镑|gbp\b|£)|(日元|jpy\b|yen\b)|(块钱|块|元钱?|bucks?\b))/;
const AFTER_CODES = ['USD', 'CNY', 'HKD', 'EUR', 'GBP', 'JPY', 'any'] as const;
const CURRENCY_BEFORE = /(us ?\$|hk ?\$|[$¥€£]|\b(?:usd|cny|rmb|eur|gbp|hkd|jpy) ?)\s?$/;
const BEFORE_CODES: Readonly<Record<string, string>> = { us$: 'USD', hk$: 'HKD', $: 'USD', '¥': 'CNY', '€': 'EUR', '£': 'GBP', rmb: 'CNY' };

/** A currency beside a number: its ISO code, or `any` for words that mean whatever the shop takes (块, bucks). */
export interface CurrencyWord {
  readonly code: string;
  readonly length: number;
}

/** The currency at the start of `text`, which stands behind a number. */
export function currencyAfter(text: string): CurrencyWord | null {
  const hit = CURRENCY_AFTER.exec(text);
  if (!hit) return null;
  return { code: AFTER_CODES[hit.slice(1).findIndex((group) => group !== undefined)] ?? 'any', length: hit[0].length };
}

/** The currency at the end of `text`, which stands before a number. */
export function currencyBefore(text: string): CurrencyWord | null {
  const hit = CURRENCY_BEFORE.exec(text.slice(-8));
  if (!hit?.[1]) return null;
  const sign = hit[1].replaceAll(' ', '');
  return { code: BEFORE_CODES[sign] ?? sign.toUpperCase(), length: hit[0].length };
}

const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD']);

/**
 * Whether a currency the shopper named can be the catalogue's. A bare $ is any dollar, ¥ is yuan or yen.
 * @param named an ISO code or `any`; null where none was named.
 */
export function meansCurrency(named: string | null, catalogue: string): boolean {
  if (named === null || named === 'any' || named === catalogue) return true;
  if (named === 'USD') return DOLLARS.has(catalogue);
  return named === 'CNY' && catalogue === 'JPY';
}
