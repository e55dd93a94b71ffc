import { tidyDecimal } from '../../language/decimal.ts';

/** Sign or not, a figure as a text writes it: 1,299.00. */
const FIGURE = /\d[\d,]*(?:\.\d+)?/g;
/** Member names under which an answer in JSON states money. */
const MONEY_NAME = /price|cost|amount|total|fee|worth|value|quote|balance|refund|价|金额|费|余额/i;
const CURRENCY = /^[A-Z]{3}$/;
const GONE = '…';

type Json = Readonly<Record<string, unknown>>;

/**
 * What an outside system said of its own accord, as evidence for amounts (G15): the answer without the words and figures it
 * was called with, since those are the model's and an echo proves nothing. Money in JSON members is told in words as well.
 * @param args of the call, parsed.
 */
export function outsideText(answer: string, args: unknown): string {
  const given = leaves(args);
  const figures = new Set(given.flatMap(figuresOf));
  const words = given.filter((text) => text.length > 1).toSorted((a, b) => b.length - a.length);
  let own = [answer, ...moneyMembers(parsed(answer))].join('\n');
  for (const word of words) own = own.replaceAll(word, GONE);
  return own.replace(FIGURE, (figure) => (figures.has(plain(figure)) ? GONE : figure));
}

const plain = (figure: string): string => tidyDecimal(figure.replaceAll(',', ''));
const figuresOf = (text: string): string[] => (text.match(FIGURE) ?? []).map(plain);

/** Texts and numbers anywhere in a value. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** `{"price": 30, "currency": "USD"}` states "price: 30 USD". */
function moneyMembers(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(moneyMembers);
  if (Array.isArray(value)) return inner;
  const currency = Object.entries(value as Json).find(([name, each]) => /currency|币/i.test(name) && CURRENCY.test(String(each)))?.[1];
  const own = Object.entries(value as Json).flatMap(([name, each]) =>
    MONEY_NAME.test(name) && /^\d+(?:\.\d+)?$/.test(String(each)) ? [currency ? `${each} ${currency}` : `price: ${each}`] : [],
  );
  return [...own, ...inner];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
