import type { Order, Tracking } from '../../protocol/order.ts';
import { promptText } from '../language/hygiene.ts';

/** Characters kept of an id, a name or a status, and of a sentence. */
const NAME = 200;
const SENTENCE = 500;
const LINES = 100;
const EVENTS = 100;

/** An order whose texts may be shown and may enter a prompt (G12, G14): sellers write titles, and carriers write notes. */
export function cleanOrder(order: Order): Order {
  return {
    ...order,
    id: promptText(order.id, NAME),
    status: promptText(order.status, NAME),
    placed_at: promptText(order.placed_at, NAME),
    lines: order.lines.slice(0, LINES).map((line) => ({ ...line, title: promptText(line.title, NAME) })),
  };
}

/** The same for a shipment. */
export function cleanTracking(tracking: Tracking): Tracking {
  return {
    order_id: promptText(tracking.order_id, NAME),
    carrier: promptText(tracking.carrier, NAME),
    events: tracking.events.slice(0, EVENTS).map(({ at, place, text, status }) => ({
      at: promptText(at, NAME),
      text: promptText(text, SENTENCE),
      status: promptText(status, NAME),
      ...(place === undefined ? {} : { place: promptText(place, NAME) }),
    })),
  };
}
