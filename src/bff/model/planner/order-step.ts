import * as v from 'valibot';
import { type ServiceWords, serviceWordsFor } from './answer/service-words.ts';
import { wordsFor } from './answer/words.ts';
import type { OrderQuestion } from './asks/order-question.ts';
import type { Returned } from './history.ts';
import { call, offers, type Planning, type Step, say } from './planning.ts';

/** Orders listed in one answer. */
const LISTED = 5;
const ON_ITS_WAY = /ship|transit|way|dispatch|sent|deliver(?:ing)|发货|运输|配送|在途|派送/i;
const ordersSchema = v.object({ orders: v.array(v.object({ id: v.string(), status: v.string() })) });
const trackingSchema = v.object({ tracking: v.nullable(v.unknown()) });

/**
 * The steps of a question about orders. The cards are sent by the tools themselves; the planner speaks where there is none:
 * nobody is signed in, no order is there, or the number named is not one of the shopper's.
 */
export function orderStep({ kind, order_id }: OrderQuestion, planning: Planning): Step {
  const { request, dialogue, wish } = planning;
  const words = serviceWordsFor(wish.language);
  const last = dialogue.returned.at(-1);
  const can = { order: offers(request, 'order_query'), tracking: offers(request, 'logistics_query') };
  if (!can.order && !can.tracking) return say(wordsFor(wish.language).talk[kind]);
  if (last && !last.ok) return say(refusal(last, words));
  const listed = dialogue.returned.find((returned) => returned.name === 'order_query');
  const tracked = dialogue.returned.find((returned) => returned.name === 'logistics_query');
  if (tracked) {
    // Not sent yet, or not theirs: the order itself tells which, and for a foreign number it says what an unknown one does.
    const id = tracked.arguments.order_id;
    return listed?.arguments.direct === true || !can.order || typeof id !== 'string' || !isUntracked(tracked)
      ? say(words.noSuchOrder)
      : call('order_query', { order_id: id, direct: true });
  }
  if (!listed) {
    if (order_id !== null) return kind === 'tracking' && can.tracking ? track(order_id) : call('order_query', { order_id, direct: true });
    return kind === 'tracking' && can.tracking && can.order
      ? call('order_query', { limit: LISTED })
      : call('order_query', { limit: LISTED, direct: true });
  }
  if (order_id !== null) return say(words.noSuchOrder);
  const parsed = v.safeParse(ordersSchema, listed.data);
  const orders = parsed.success ? parsed.output.orders : [];
  const [moving, ...others] = orders.filter((order) => ON_ITS_WAY.test(order.status));
  if (orders.length === 0) return say(words.noOrders);
  // Which of several parcels is meant, the shopper sees best on the orders themselves.
  return moving && others.length === 0 ? track(moving.id) : call('order_query', { limit: LISTED, direct: true });
}

const track = (order_id: string): Step => call('logistics_query', { order_id, direct: true });

function isUntracked(returned: Returned): boolean {
  const parsed = v.safeParse(trackingSchema, returned.data);
  return parsed.success && parsed.output.tracking === null;
}

function refusal(returned: Returned, words: ServiceWords): string {
  return returned.text.includes('"identity_needed"') ? words.signIn : words.ordersDown;
}
