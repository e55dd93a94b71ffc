import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { orderSchema, trackingSchema } from '../../protocol/order.ts';
import { demoItems } from '../catalog/items.ts';
import { demoOrders } from './orders.ts';

const chinese = demoOrders('zh-CN');
const english = demoOrders('en');
const items = new Map(demoItems().map((item) => [item.id, item]));

describe('the demo orders', () => {
  it('follow the protocol in both languages', () => {
    for (const { orders, trackings } of [...chinese, ...english]) {
      for (const order of orders) expect(v.safeParse(orderSchema, order).issues ?? [], order.id).toEqual([]);
      for (const tracking of trackings) expect(v.safeParse(trackingSchema, tracking).issues ?? [], tracking.order_id).toEqual([]);
    }
  });

  it('belong to three shoppers, each order to one of them', () => {
    const ids = chinese.flatMap(({ orders }) => orders.map(({ id }) => id));
    expect(chinese.map(({ user_id }) => user_id)).toEqual(['demo-lin', 'demo-zhou', 'demo-chen']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('differ between languages in words only', () => {
    const figures = (shoppers: typeof chinese) =>
      shoppers.flatMap(({ orders }) =>
        orders.map(({ id, status, total, lines }) => [
          id,
          status,
          total,
          lines.map(({ price, quantity, lease }) => [price, quantity, lease]),
        ]),
      );
    expect(figures(english)).toEqual(figures(chinese));
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
  });

  it('are as fresh as the day the shop is started, in any year', () => {
    const now = new Date('2031-03-09T23:59:00.000Z');
    const [lin] = demoOrders('en', now);
    const [newest] = lin?.orders ?? [];
    const parcel = lin?.trackings.find(({ order_id }) => order_id === newest?.id)?.events.at(-1)?.at ?? '';
    expect(parcel < now.toISOString()).toBe(true);
    expect(now.getTime() - Date.parse(parcel)).toBeLessThan(86_400_000);
    expect(newest?.placed_at).toBe('2031-03-07T03:20:00.000Z');
    expect(newest?.lines[0]?.lease?.due_back).toBe('2031-03-20');
  });

  it('waive a deposit only where the offer lets them', () => {
    for (const { orders } of chinese) {
      for (const line of orders.flatMap(({ lines }) => lines)) {
        if (line.lease?.deposit !== null) continue;
        const deposit = items.get(line.item_id)?.offers.find(({ lease }) => lease)?.lease?.deposit;
        expect(deposit === null || deposit?.waivable, line.item_id).toBe(true);
      }
    }
  });

  it('are tracked from the moment they leave, in the order of time', () => {
    for (const { orders, trackings } of chinese) {
      for (const { id, status, placed_at } of orders) {
        const events = trackings.find(({ order_id }) => order_id === id)?.events ?? [];
        expect(events.length > 0, id).toBe(!['paid', 'cancelled'].includes(status));
        expect([placed_at, ...events.map(({ at }) => at)]).toEqual([placed_at, ...events.map(({ at }) => at)].sort());
        expect(events.at(-1)?.status === 'delivered', id).toBe(['in_use', 'delivered', 'returned', 'refunded'].includes(status));
      }
    }
  });
});
