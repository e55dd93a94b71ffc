import type { Item } from '../../protocol/item.ts';
import { languageOf } from '../../protocol/locale.ts';
import type { Order, Tracking } from '../../protocol/order.ts';
import { totalFor } from '../../protocol/total.ts';
import { type Bi, say } from '../catalog/bilingual.ts';
import { demoItems } from '../catalog/items.ts';
import { type EventRow, type LineRow, type OrderRow, shoppers, WRITTEN_AT } from './rows.ts';

/** A demo shopper with everything they ordered, newest first. */
export interface DemoShopper {
  /** The `sub` of the token the shop signs for them. */
  readonly user_id: string;
  readonly name: string;
  readonly orders: readonly Order[];
  /** Of the orders that were sent; events oldest first. */
  readonly trackings: readonly Tracking[];
}

/** A carrier of our invention. */
const carrier: Bi = ['云雁速运', 'Wildgoose Express'];

const DAY_MS = 86_400_000;

/** Moves an instant, or a day, of the rows by whole days. */
type Later = (at: string) => string;

/** As many days as have passed since the rows were written: what is on its way today is on its way whenever the shop is started. */
function since(now: Date): Later {
  const days = Math.floor((now.getTime() - Date.parse(WRITTEN_AT)) / DAY_MS);
  return (at) => new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, at.length);
}

/**
 * The demo shop's orders in one of its locales. Titles, prices and deposits are those of the catalogue.
 * @param now the newest event is less than a day before it.
 * @throws RangeError when a row names an item or a length the catalogue does not have.
 */
export function demoOrders(locale: string, now = new Date()): DemoShopper[] {
  const later = since(now);
  const language = languageOf(locale);
  const tell = (text: Bi) => say(text, language);
  const catalogue = new Map(demoItems().flatMap((item) => (languageOf(item.locale) === language ? [[item.id, item] as const] : [])));
  return shoppers.map(({ user_id, name, orders }) => ({
    user_id,
    name: tell(name),
    orders: orders.map((row) => orderOf(row, catalogue, later)).sort((a, b) => (a.placed_at < b.placed_at ? 1 : -1)),
    trackings: orders.flatMap(({ id, parcel }) =>
      parcel ? [{ order_id: id, carrier: tell(carrier), events: parcel.map((event) => eventOf(event, tell, later)) }] : [],
    ),
  }));
}

function orderOf({ id, status, placed_at, lines: rows }: OrderRow, catalogue: ReadonlyMap<string, Item>, later: Later): Order {
  const lines = rows.map((row) => lineOf(row, catalogue, later));
  const amount = lines.reduce((sum, line) => sum + line.price.amount * line.quantity, 0);
  return { id, status, placed_at: later(placed_at), lines, total: { amount, currency: 'CNY' } };
}

/** One line; its price is for one piece and, let, for the whole term. */
function lineOf({ item: id, quantity = 1, rent }: LineRow, catalogue: ReadonlyMap<string, Item>, later: Later): Order['lines'][number] {
  const item = catalogue.get(id);
  const offer = item?.offers.find(({ kind }) => kind === (rent ? 'lease' : 'sell'));
  const price = offer && totalFor(offer, rent?.days ?? 1);
  if (!item || !price) throw new RangeError(`${id} cannot be ordered like this`);
  const line = { item_id: id, title: item.title, quantity, price };
  if (!rent) return line;
  const deposit = rent.deposit_waived ? null : (offer.lease?.deposit?.amount ?? null);
  return { ...line, lease: { days: rent.days, deposit, ...(rent.due_back ? { due_back: later(rent.due_back) } : {}) } };
}

function eventOf({ at, place, text, status }: EventRow, tell: (text: Bi) => string, later: Later): Tracking['events'][number] {
  return { at: later(at), place: tell(place), text: tell(text), status };
}
