import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Tracking } from '../../../protocol/order.ts';
import { PART_VERSION } from '../../../protocol/parts.ts';
import { textsFor } from '../../language/texts.ts';
import type { OrderService } from '../../orders/orders.ts';
import type { Resilience } from '../../remote/resilience.ts';
import { identityNeeded, ordersDown } from '../signed-in.ts';
import type { Tool, ToolContext, ToolDefinition, ToolResult } from '../tool.ts';

const schema = v.strictObject({
  order_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.description('Number of one of the shopper’s own orders.')),
  direct: v.optional(v.pipe(v.boolean(), v.description('true: show the shipment as a card and end the turn.'))),
});

/** Events a model is told of; the card has all. */
const TOLD_EVENTS = 12;

function found(tracking: Tracking, status: string, direct: boolean, { locale }: ToolContext): ToolResult {
  const events = tracking.events.toSorted((a, b) => (Date.parse(b.at) || 0) - (Date.parse(a.at) || 0));
  return {
    ok: true,
    text: JSON.stringify({
      order_id: tracking.order_id,
      order_status: status,
      carrier: tracking.carrier,
      newest_first: events.slice(0, TOLD_EVENTS),
    }),
    data: { tracking },
    summary: textsFor(locale).summary.shipment,
    ...(direct ? { parts: [{ type: 'data-trackingCard', data: { v: PART_VERSION, ...tracking } }] } : {}),
  };
}

/** Somebody else's order and one that never was end here, in the same words. */
function nothing(message: string, { locale }: ToolContext): ToolResult {
  return {
    ok: true,
    text: JSON.stringify({ tracking: null, message }),
    data: { tracking: null },
    summary: textsFor(locale).summary.nothingFound,
  };
}

const definition: ToolDefinition = {
  name: 'logistics_query',
  description: 'Carrier and events of one order of the shopper who is signed in. Without a number, call order_query first.',
  parameters: { ...toJsonSchema(schema, { typeMode: 'input' }) },
};

/** Where one of the signed-in shopper's own orders is. */
export function createLogisticsQuery(orders: OrderService, resilience: Resilience): Tool<typeof schema> {
  return {
    name: 'logistics_query',
    schema,
    async definition() {
      return definition;
    },
    async status(_, { locale }) {
      return textsFor(locale).status.shipment;
    },
    async execute({ order_id, direct = false }, context) {
      const { sub: user_id, locale, signal } = context;
      if (user_id === undefined) return identityNeeded(context);
      const own = { user_id, order_id, locale };
      try {
        // Both are always asked, side by side: what an order system says of a shipment counts only for an order it says is the
        // shopper's, and an order that is not costs no other time than one that is.
        const [[order], tracking] = await resilience((each) => Promise.all([orders.orders(own, each), orders.tracking(own, each)]), signal);
        if (!order) return nothing('The shopper who is signed in has no such order. Say so; nothing is known of any other order.', context);
        if (!tracking) return nothing(`There is no shipment yet. The order's status is ${JSON.stringify(order.status)}.`, context);
        return found(tracking, order.status, direct, context);
      } catch (error) {
        if (signal.aborted) throw error;
        return ordersDown(context);
      }
    },
  };
}
