import type { Order, Tracking } from '../../protocol/order.ts';
import { cleanOrder, cleanTracking } from './clean.ts';
import { chosenOrders, type OrderService } from './orders.ts';

/** One order, whose it is, and where it is. */
export interface OrderRecord {
  readonly user_id: string;
  readonly order: Order;
  readonly tracking?: Tracking;
}

/**
 * Orders in this process: a demo shop's, or a test's. Records are filed by shopper, and only the shopper's own are ever
 * looked at: a foreign id costs what an unknown one costs.
 */
export function createOrdersOf(records: Iterable<OrderRecord>): OrderService {
  const byUser = new Map<string, { readonly order: Order; readonly tracking: Tracking | null }[]>();
  for (const { user_id, order, tracking } of records) {
    const own = byUser.get(user_id) ?? [];
    own.push({ order: cleanOrder(order), tracking: tracking ? cleanTracking(tracking) : null });
    byUser.set(user_id, own);
  }
  const ownOrders = (user_id: string) => byUser.get(user_id) ?? [];
  return {
    async orders({ user_id, ...wanted }) {
      return chosenOrders(
        ownOrders(user_id).map(({ order }) => order),
        wanted,
      );
    },
    async tracking({ user_id, order_id }) {
      const own = ownOrders(user_id);
      const [order] = chosenOrders(
        own.map((each) => each.order),
        { order_id },
      );
      return own.find((each) => each.order === order)?.tracking ?? null;
    },
  };
}
