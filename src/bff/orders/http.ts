import * as v from 'valibot';
import { orderSchema, trackingSchema } from '../../protocol/order.ts';
import { createEndpoint, EndpointFault } from '../remote/endpoint.ts';
import { cleanOrder, cleanTracking } from './clean.ts';
import { chosenOrders, type OrderService, sameOrderId } from './orders.ts';

/** Orders of one answer that are looked at. */
const MOST_ORDERS = 200;

const ordersAnswer = v.object({ orders: v.array(v.unknown()) });
const trackingAnswer = v.object({ tracking: v.nullable(v.unknown()) });
/** An endpoint may say whose an order is; then it is checked. */
const owner = v.object({ user_id: v.optional(v.string()) });

/** Whether a record that names its owner names another one. */
function isForeign(record: unknown, user_id: string): boolean {
  const parsed = v.safeParse(owner, record);
  return parsed.success && parsed.output.user_id !== undefined && parsed.output.user_id !== user_id;
}

/**
 * "Not yours" and "not there" are one answer, however an endpoint says them: told apart, they would say that an order exists.
 */
const meansNothing = (error: unknown): boolean => error instanceof EndpointFault && [403, 404, 410].includes(error.status ?? 0);

/** A shop's own orders behind `POST {url}/orders` and `POST {url}/tracking`. */
export function createHttpOrders(url: string): OrderService {
  const endpoint = createEndpoint(url);
  const post = async (path: string, body: unknown, signal: AbortSignal | undefined): Promise<unknown> => {
    try {
      return await endpoint.post(path, body, signal);
    } catch (error) {
      if (meansNothing(error)) return null;
      throw error;
    }
  };
  return {
    async orders({ user_id, order_id, status }, signal) {
      const answer = await post('/orders', { user_id, order_id, status }, signal);
      if (answer === null) return [];
      const parsed = v.safeParse(ordersAnswer, answer);
      if (!parsed.success) throw new EndpointFault('the answer is not {orders: […]}');
      const own = parsed.output.orders.slice(0, MOST_ORDERS).flatMap((each) => {
        const order = v.safeParse(orderSchema, each);
        return order.success && !isForeign(each, user_id) ? [cleanOrder(order.output)] : [];
      });
      // Filtered again: what was not asked for is not looked at, whatever the endpoint sends.
      return chosenOrders(own, { order_id, status });
    },
    async tracking({ user_id, order_id }, signal) {
      const answer = await post('/tracking', { user_id, order_id }, signal);
      if (answer === null) return null;
      const parsed = v.safeParse(trackingAnswer, answer);
      if (!parsed.success) throw new EndpointFault('the answer is not {tracking}');
      if (parsed.output.tracking === null || isForeign(parsed.output.tracking, user_id)) return null;
      const tracking = v.safeParse(trackingSchema, parsed.output.tracking);
      if (!tracking.success) throw new EndpointFault('the tracking has not the fields of one');
      return sameOrderId(tracking.output.order_id, order_id) ? cleanTracking(tracking.output) : null;
    },
  };
}
