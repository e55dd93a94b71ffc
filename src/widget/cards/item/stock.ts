import type { Item } from '../../../protocol/item.ts';
import type { Language } from '../../i18n/language.ts';

export interface StockWords {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

/** At or below this many, the number is worth saying. */
const FEW = 5;

/** Statuses of what the shop has given up; schema.org's word and ours. */
const GONE = new Set(['discontinued', 'gone']);

export const isGone = ({ availability }: Item): boolean =>
  availability !== undefined && !availability.available && GONE.has(availability.status);

/** Availability in words; null where the shop does not state it. A status we do not know is read by `available`. */
export function stockWords(item: Item, { t, date }: Language): StockWords | null {
  const { availability } = item;
  if (!availability) return null;
  if (isGone(item)) return { text: t.item.gone, tone: 'bad' };
  const { available, status, quantity, from } = availability;
  const later = from === undefined ? '' : ` · ${t.stock.from(date(from))}`;
  if (status === 'preorder') return { text: t.stock.preorder + later, tone: 'warn' };
  if (status === 'backorder') return { text: t.stock.backorder + later, tone: 'warn' };
  if (status === 'rented_out') return { text: t.stock.rented + later, tone: available ? 'warn' : 'bad' };
  if (!available) return { text: t.stock.out + later, tone: 'bad' };
  if (quantity !== undefined && quantity > 0 && quantity <= FEW) return { text: t.stock.few(quantity), tone: 'warn' };
  return { text: t.stock.available, tone: 'good' };
}
