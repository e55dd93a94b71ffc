import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { OrderRecord } from '../../bff/orders/memory.ts';
import { parseMinor } from '../../protocol/money.ts';

/** `../shared/data/tau2-retail`: synthetic shoppers, their orders, and cases with the calls that are expected (see its SOURCE.txt). */
const FOLDER = new URL('../../../../shared/data/tau2-retail/', import.meta.url);

/** Whether the data stands beside the project. */
export const hasTau2 = (): boolean => existsSync(FOLDER);

const databaseSchema = v.object({
  users: v.record(v.string(), v.object({ orders: v.array(v.string()) })),
  orders: v.record(
    v.string(),
    v.object({
      order_id: v.string(),
      user_id: v.string(),
      status: v.string(),
      items: v.array(v.object({ item_id: v.string(), name: v.string(), price: v.number() })),
      fulfillments: v.array(v.object({ tracking_id: v.array(v.string()), item_ids: v.array(v.string()) })),
      payment_history: v.array(v.object({ transaction_type: v.string(), amount: v.number() })),
    }),
  ),
});
export type Tau2Order = v.InferOutput<typeof databaseSchema>['orders'][string];

const caseSchema = v.object({
  id: v.string(),
  expected_actions: v.array(v.object({ name: v.string(), arguments: v.record(v.string(), v.unknown()) })),
});
export type Tau2Case = v.InferOutput<typeof caseSchema>;

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

export const readTau2 = () => v.parse(databaseSchema, JSON.parse(read('db.json')));

export function readTau2Cases(): Tau2Case[] {
  const lines = read('cases_train.jsonl').split('\n').filter(Boolean);
  return lines.map((line) => v.parse(caseSchema, JSON.parse(line)));
}

/** The data writes dollars as JSON numbers; their shortest text is the exact amount. */
export function dollars(amount: number) {
  const minor = parseMinor(String(amount), 'USD');
  if (minor === null) throw new Error(`${amount} is no amount of dollars`);
  return { amount: minor, currency: 'USD' };
}

/** The data has no dates: all orders were placed on one day, and keep the order of their numbers. */
const PLACED_AT = '2024-01-01T00:00:00Z';

/** An order of the data as the shop's order system would hold it. */
export function recordOf(order: Tau2Order): OrderRecord {
  const [shipment] = order.fulfillments;
  return {
    user_id: order.user_id,
    order: {
      id: order.order_id,
      status: order.status,
      placed_at: PLACED_AT,
      lines: order.items.map(({ item_id, name, price }) => ({ item_id, title: name, quantity: 1, price: dollars(price) })),
      total: { amount: order.items.reduce((sum, item) => sum + dollars(item.price).amount, 0), currency: 'USD' },
    },
    ...(shipment
      ? {
          tracking: {
            order_id: order.order_id,
            carrier: 'parcel',
            events: shipment.tracking_id.map((id) => ({ at: PLACED_AT, text: `Parcel ${id}`, status: order.status })),
          },
        }
      : {}),
  };
}
