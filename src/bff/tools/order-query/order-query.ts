import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Order } from '../../../protocol/order.ts';
import { PART_VERSION } from '../../../protocol/parts.ts';
import { textsFor } from '../../language/texts.ts';
import type { OrderService } from '../../orders/orders.ts';
import type { Resilience } from '../../remote/resilience.ts';
import { identityNeeded, ordersDown } from '../signed-in.ts';
import type { Tool, ToolContext, ToolDefinition, ToolResult } from '../tool.ts';
import { orderEvidence, orderText } from './order-text.ts';

const schema = v.strictObject({
  order_id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.description('An order number the shopper named.'))),
  status: v.optional(
    v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.description("A status in the shop's own words; leave out to see all orders.")),
  ),
  limit: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20), v.description('How many orders, newest first; default 5.')),
  ),
  direct: v.optional(v.pipe(v.boolean(), v.description('true: show the orders as cards and end the turn.'))),
});

const DEFAULT_LIMIT = 5;

/** Orders by status, for a model whose word for one is not the shop's. */
function statusesOf(orders: readonly Order[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of orders) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function found(orders: readonly Order[], limit: number, direct: boolean, { locale }: ToolContext): ToolResult {
  const shown = orders.slice(0, limit);
  return {
    ok: true,
    text: JSON.stringify({
      total: orders.length,
      orders: shown.map((order) => orderText(order, locale)),
      ...(orders.length > shown.length ? { more: orders.length - shown.length } : {}),
    }),
    data: { orders: shown, total: orders.length },
    evidence: shown.map((order) => orderEvidence(order, locale)),
    summary: textsFor(locale).summary.orders(shown.length),
    ...(direct ? { parts: shown.map((order) => ({ type: 'data-orderCard' as const, data: { v: PART_VERSION, order } })) } : {}),
  };
}

/** Somebody else's order and one that never was end here, in the same words. */
function nothing({ locale }: ToolContext, statuses?: Record<string, number>): ToolResult {
  return {
    ok: true,
    text: JSON.stringify({
      total: 0,
      orders: [],
      message: 'The shopper who is signed in has no such order. Say so; nothing is known of any other order.',
      ...(statuses ? { statuses_of_this_shoppers_orders: statuses } : {}),
    }),
    data: { orders: [], total: 0 },
    summary: textsFor(locale).summary.nothingFound,
  };
}

const definition: ToolDefinition = {
  name: 'order_query',
  description:
    'Orders of the shopper who is signed in: status, lines, amounts, return dates. Knows no other shopper. Cards show them best: use direct: true for a plain "where are my orders".',
  parameters: { ...toJsonSchema(schema, { typeMode: 'input' }) },
};

/** The signed-in shopper's own orders. Whose orders they are comes from the token and from nowhere else. */
export function createOrderQuery(orders: OrderService, resilience: Resilience): Tool<typeof schema> {
  return {
    name: 'order_query',
    schema,
    async definition() {
      return definition;
    },
    async status(_, { locale }) {
      return textsFor(locale).status.orders;
    },
    async execute({ order_id, status, limit = DEFAULT_LIMIT, direct = false }, context) {
      const { sub: user_id, locale, signal } = context;
      if (user_id === undefined) return identityNeeded(context);
      const ask = (wanted: { order_id?: string | undefined; status?: string | undefined }) =>
        resilience((each) => orders.orders({ user_id, locale, ...wanted }, each), signal);
      try {
        const own = await ask({ order_id, status });
        if (own.length > 0) return found(own, limit, direct, context);
        if (status === undefined || order_id !== undefined) return nothing(context);
        return nothing(context, statusesOf(await ask({})));
      } catch (error) {
        if (signal.aborted) throw error;
        return ordersDown(context);
      }
    },
  };
}
