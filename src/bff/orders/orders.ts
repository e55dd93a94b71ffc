import type { Order, Tracking } from '../../protocol/order.ts';

/** Which of a shopper's orders are wanted. */
export interface OrderQuery {
  /** The verified `sub` of the shopper's token, never a text from the chat. */
  readonly user_id: string;
  /** A filter on the shopper's own orders, not a way to any other. */
  readonly order_id?: string | undefined;
  readonly status?: string | undefined;
  /** The reader's, BCP 47: an order system that knows its titles in several languages answers in this one. */
  readonly locale?: string | undefined;
}

/**
 * The shop's orders, one shopper at a time. Somebody else's order and an order that never was are the same: nothing (T9).
 */
export interface OrderService {
  /** @returns the shopper's orders, newest first. @throws EndpointFault, or the reason of the aborted signal. */
  orders(query: OrderQuery, signal?: AbortSignal): Promise<Order[]>;
  /** @returns null where the shopper has no such order, or it has not been sent. @throws as {@link orders}. */
  tracking(query: Omit<OrderQuery, 'status'> & { readonly order_id: string }, signal?: AbortSignal): Promise<Tracking | null>;
}

/** An order number as shoppers write it: case, a leading `#` and blanks do not count. */
const orderKey = (id: string): string => id.normalize('NFKC').toLowerCase().replace(/^#/, '').replace(/\s+/g, '');
export const sameOrderId = (a: string, b: string): boolean => orderKey(a) === orderKey(b);

const statusKey = (status: string): string => status.normalize('NFKC').trim().toLowerCase();

/** The orders of a list that a query asks for, newest first. */
export function chosenOrders(orders: readonly Order[], { order_id, status }: Pick<OrderQuery, 'order_id' | 'status'>): Order[] {
  return orders
    .filter((order) => order_id === undefined || sameOrderId(order.id, order_id))
    .filter((order) => status === undefined || statusKey(order.status) === statusKey(status))
    .sort((a, b) => instant(b) - instant(a) || (a.id < b.id ? -1 : 1));
}

/** Milliseconds since 1970; an order without a readable date comes last. */
const instant = (order: Order): number => Date.parse(order.placed_at) || 0;
