import { formatMoney } from '../../../protocol/money.ts';
import type { Order } from '../../../protocol/order.ts';

/** An order as a model reads it, amounts in the words of the card. */
export function orderText(order: Order, locale: string): Record<string, unknown> {
  return {
    id: order.id,
    status: order.status,
    placed_at: order.placed_at,
    lines: order.lines.map(({ title, quantity, price, lease }) => ({
      title,
      quantity,
      price: formatMoney(price, locale),
      ...(lease
        ? {
            rental_days: lease.days,
            deposit: lease.deposit ? formatMoney(lease.deposit, locale) : 'none',
            ...(lease.due_back ? { due_back: lease.due_back } : {}),
          }
        : {}),
    })),
    total: formatMoney(order.total, locale),
  };
}

/** What an answer may say of an order's money (G15). */
export function orderEvidence(order: Order, locale: string): string {
  const amounts = order.lines.flatMap(({ title, price, lease }) => [
    `${title}: ${formatMoney(price, locale)}`,
    ...(lease?.deposit ? [`deposit 押金 ${formatMoney(lease.deposit, locale)}`] : []),
  ]);
  return [...amounts, `total 合计 ${formatMoney(order.total, locale)}`].join('\n');
}
