import { isItemUrl } from '../../../../protocol/item.ts';
import type { Money } from '../../../../protocol/money.ts';
import { parseQuantity } from '../../../language/units.ts';
import { plainLine } from '../feed/text.ts';
import { isRecord } from '../rows/row.ts';
import type { FeedContext } from './format.ts';

/** An object without what is empty: undefined, null, empty texts, lists and objects. `offers` stays, even empty. */
export function withoutEmpty(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, isRecord(part) ? withoutEmpty(part) : part] as const)
      .filter(([key, part]) => key === 'offers' || !isEmpty(part)),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

/** A value, a list of them, or nothing, as a list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

/** The first of several as a line of text. */
export const firstLine = (...values: readonly unknown[]): string | undefined =>
  values
    .flatMap(listOf)
    .map(plainLine)
    .find((line) => line !== undefined);

/** Lines of text, each once. */
export const linesIn = (value: unknown, separator?: RegExp): string[] => [
  ...new Set(
    listOf(value)
      .flatMap((each) => (typeof each === 'string' && separator ? each.split(separator) : [each]))
      .map(plainLine)
      .filter((line) => line !== undefined),
  ),
];

type LeaveOut = FeedContext['leaveOut'];

/** Whether a card may use an address. What it may not, since a browser would block it or nobody could trust it, is told. */
export function isUsable(address: string, field: string, leaveOut: LeaveOut): boolean {
  if (isItemUrl(address)) return true;
  leaveOut?.(field, `"${address}" is no address that a card may use (https: or from the root of the shop): left out`);
  return false;
}

/** Pictures that a card may show, each once; others are left out and told. */
export function images(
  addresses: readonly unknown[],
  alt?: string,
  leaveOut?: LeaveOut,
): { type: 'image'; url: string; alt_text?: string }[] {
  const urls = new Set(addresses.filter((address) => typeof address === 'string').map((address) => address.trim()));
  return [...urls]
    .filter((url) => url !== '' && isUsable(url, 'media.url', leaveOut))
    .map((url) => ({ type: 'image' as const, url, ...(alt !== undefined && { alt_text: alt }) }));
}

/** An address that a card may link to; another is left out and told. */
export function link(value: unknown, leaveOut?: LeaveOut): string | undefined {
  const url = typeof value === 'string' ? value.trim() : '';
  return url !== '' && isUsable(url, 'url', leaveOut) ? url : undefined;
}

/** An offer to sell, or none where there is no price. A list price that is not higher says nothing and is left out. */
export function saleOffers(price: Money | undefined, listPrice?: Money, validUntil?: string): Record<string, unknown>[] {
  if (price === undefined) return [];
  const reduced = listPrice?.currency === price.currency && listPrice.amount > price.amount;
  return [
    {
      id: 'sell',
      kind: 'sell',
      price,
      ...(reduced && { list_price: listPrice }),
      ...(validUntil !== undefined && { valid_until: validUntil }),
    },
  ];
}

const STATUS: readonly [words: RegExp, status: string, available: boolean][] = [
  [/^(in[\s_]?stock|available|limited(stock|availability)?|instoreonly|onlineonly|有货)$/i, 'in_stock', true],
  [/^pre[\s_-]?order$|^presale$/i, 'preorder', true],
  [/^back[\s_-]?order$/i, 'backorder', true],
  [/^(out[\s_]?of[\s_]?stock|sold[\s_]?out|unavailable|缺货)$/i, 'out_of_stock', false],
  [/^discontinued$/i, 'discontinued', false],
];

/**
 * An availability from a feed's word for it (`in stock`, `https://schema.org/InStock`) or a count. A word that is none is left
 * out and told: an item claims nothing that its feed does not say.
 */
export function availability(word: unknown, quantity?: unknown, from?: unknown, leaveOut?: LeaveOut): Record<string, unknown> | undefined {
  const count = quantity === undefined || quantity === '' ? undefined : Number(quantity);
  const known = count !== undefined && Number.isSafeInteger(count) ? Math.max(0, count) : undefined;
  const text = typeof word === 'string' ? word.trim().replace(/^https?:\/\/schema\.org\//i, '') : undefined;
  const found = text === undefined ? undefined : STATUS.find(([words]) => words.test(text));
  if (found === undefined && text !== undefined && text !== '')
    leaveOut?.('availability', `"${text}" is no availability (in stock, out of stock, preorder, backorder, discontinued): left out`);
  if (found === undefined && known === undefined) return undefined;
  return withoutEmpty({
    status: found?.[1] ?? (known === 0 ? 'out_of_stock' : 'in_stock'),
    available: found?.[2] ?? known !== 0,
    quantity: known,
    from: isoDate(from)?.slice(0, 10),
  });
}

const LABELS: Readonly<Record<string, { en: string; zh: string }>> = {
  color: { en: 'Colour', zh: '颜色' },
  size: { en: 'Size', zh: '尺码' },
  material: { en: 'Material', zh: '材质' },
  pattern: { en: 'Pattern', zh: '图案' },
  weight: { en: 'Weight', zh: '重量' },
  length: { en: 'Length', zh: '长' },
  width: { en: 'Width', zh: '宽' },
  height: { en: 'Height', zh: '高' },
  energy_class: { en: 'Energy class', zh: '能效等级' },
  condition: { en: 'Condition', zh: '成色' },
};

/** A fact under one of the names all feeds share, its label in the record's language; a number with its unit where the text is one. */
export function fact(key: keyof typeof LABELS, value: unknown, locale: string, unit?: string): Record<string, unknown> {
  const line = firstLine(value);
  if (line === undefined) return {};
  const label = LABELS[key]?.[locale.startsWith('zh') ? 'zh' : 'en'] ?? key;
  return { [key]: namedFact(label, unit === undefined ? line : `${line} ${unit}`) };
}

/** A fact with a label of the feed's own; `unit` is that of a number. */
export function namedFact(label: string, value: unknown, unit?: string): Record<string, unknown> {
  if (typeof value === 'number' || typeof value === 'boolean') return { label, value, ...(unit !== undefined && { unit }) };
  const line = plainLine(value) ?? '';
  const quantity = parseQuantity(line);
  return quantity ? { label, value: quantity.value, unit: quantity.unit } : { label, value: line };
}

/** A key for a feed's own label: the same in every record that uses the label. */
export const keyOf = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s/._-]+/g, '_');

/** An ISO instant of a feed's date; undefined for what is none. */
export function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  const at = /^\d{10}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The language of a record that does not name its own. */
export function localeOf(context: FeedContext, title: unknown): string {
  return context.locale ?? (/\p{Script=Han}/u.test(String(title)) ? 'zh-CN' : 'en');
}
