import type { Order, Tracking } from '../../protocol/order.ts';
import { demoOrders } from './orders.ts';

/** An order with whose it is and where it is. */
export interface DemoOrderRecord {
  readonly user_id: string;
  readonly order: Order;
  readonly tracking?: Tracking;
}

/** The demo shop's orders one by one. @param locale of titles and places. */
export function demoOrderRecords(locale: string): DemoOrderRecord[] {
  return demoOrders(locale).flatMap(({ user_id, orders, trackings }) =>
    orders.map((order) => {
      const tracking = trackings.find(({ order_id }) => order_id === order.id);
      return { user_id, order, ...(tracking ? { tracking } : {}) };
    }),
  );
}
