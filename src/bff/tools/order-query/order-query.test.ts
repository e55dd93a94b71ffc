import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../protocol/order.ts';
import { dataParts } from '../../../protocol/parts.ts';
import { createOrdersOf, type OrderRecord } from '../../orders/memory.ts';
import type { OrderService } from '../../orders/orders.ts';
import { createResilience } from '../../remote/resilience.ts';
import { createLogisticsQuery } from '../logistics-query/logistics-query.ts';
import { createToolRegistry } from '../registry.ts';
import type { ToolContext, ToolResult } from '../tool.ts';
import { createOrderQuery } from './order-query.ts';

const signal = new AbortController().signal;
const as = (sub?: string, locale = 'en'): ToolContext => ({ locale, signal, inLedger: () => false, ...(sub ? { sub } : {}) });

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const order = (id: string, status: string, day: string): Order => ({
  id,
  status,
  placed_at: `2026-03-${day}T08:00:00Z`,
  lines: [
    {
      item_id: 'cam',
      title: 'Trail camera',
      quantity: 1,
      price: yuan(29700),
      lease: { days: 3, deposit: yuan(200000), due_back: '2026-03-20' },
    },
  ],
  total: yuan(29700),
});
const sent = (id: string) => ({
  order_id: id,
  carrier: 'SF Express',
  events: ['01', '03', '02'].map((day) => ({ at: `2026-03-${day}T00:00:00Z`, text: `Day ${day}`, status: 'moving' })),
});
const records: readonly OrderRecord[] = [
  { user_id: 'ann', order: order('A1', 'delivered', '01'), tracking: sent('A1') },
  { user_id: 'ann', order: order('A2', 'shipped', '02') },
  { user_id: 'ann', order: order('A3', 'shipped', '03') },
  { user_id: 'bob', order: { ...order('B1', 'secret-status', '01'), lines: [] }, tracking: { ...sent('B1'), carrier: 'secret-carrier' } },
];

function toolsOver(service: OrderService) {
  return { orders: createOrderQuery(service, createResilience()), logistics: createLogisticsQuery(service, createResilience()) };
}
const { orders, logistics } = toolsOver(createOrdersOf(records));
const read = (result: ToolResult) => JSON.parse(result.text) as Record<string, unknown>;

describe('order_query', () => {
  it('gives the model the shopper’s orders with amounts in words, newest first', async () => {
    const result = await orders.execute({ limit: 2 }, as('ann', 'zh-CN'));
    expect(read(result)).toMatchObject({ total: 3, more: 1, orders: [{ id: 'A3', total: '¥297' }, { id: 'A2' }] });
    expect(read(result).orders).toMatchObject([{ lines: [{ rental_days: 3, deposit: '¥2,000', due_back: '2026-03-20' }] }, {}]);
    expect(result).toMatchObject({ ok: true, summary: '查到 2 个订单' });
    expect(result.evidence?.[0]).toMatch(/¥297[\s\S]*¥2,000/);
    expect(result.parts).toBeUndefined();
  });

  it('direct: a card for each order up to the limit, of the shape the widget knows', async () => {
    const { parts = [] } = await orders.execute({ direct: true, limit: 2 }, as('ann'));
    expect(parts.map((part) => part.type)).toEqual(['data-orderCard', 'data-orderCard']);
    for (const part of parts) expect(v.is(dataParts['data-orderCard'], part.data)).toBe(true);
  });

  it('direct with nothing to show has no parts: the model has to say something', async () => {
    expect((await orders.execute({ direct: true, order_id: 'Z' }, as('ann'))).parts).toBeUndefined();
  });

  it('a status the shop does not use is answered with those the shopper’s orders have', async () => {
    expect(read(await orders.execute({ status: 'in transit' }, as('ann')))).toMatchObject({
      total: 0,
      statuses_of_this_shoppers_orders: { shipped: 2, delivered: 1 },
    });
  });
});

describe('logistics_query', () => {
  it('tells carrier and events, newest first; direct: as a card', async () => {
    const result = await logistics.execute({ order_id: 'a1', direct: true }, as('ann'));
    expect(read(result)).toMatchObject({ order_id: 'A1', order_status: 'delivered', carrier: 'SF Express' });
    expect((read(result).newest_first as { text: string }[]).map((event) => event.text)).toEqual(['Day 03', 'Day 02', 'Day 01']);
    expect(result.parts?.[0]?.type).toBe('data-trackingCard');
    expect(v.is(dataParts['data-trackingCard'], result.parts?.[0]?.data)).toBe(true);
  });
  it('an own order that is not sent yet is told from one that is not there', async () => {
    expect((await logistics.execute({ order_id: 'A2' }, as('ann'))).text).toMatch(/no shipment yet.*shipped/);
    expect((await logistics.execute({ order_id: 'A9' }, as('ann'))).text).toMatch(/no such order/);
  });
  it('a shipment counts only for an order that is the shopper’s', async () => {
    const leaky = toolsOver({ ...createOrdersOf(records), tracking: async ({ order_id }) => sent(order_id) }).logistics;
    expect(await leaky.execute({ order_id: 'B1' }, as('ann'))).toEqual(await leaky.execute({ order_id: 'Z9' }, as('ann')));
  });
});

describe('T9: whose orders they are', () => {
  it('nobody signed in: the same answer whatever was asked, and the service is not asked', async () => {
    const asked: unknown[] = [];
    const counting: OrderService = {
      async orders(query) {
        asked.push(query);
        return [];
      },
      async tracking(query) {
        asked.push(query);
        return null;
      },
    };
    const tools = toolsOver(counting);
    const answers = [
      await tools.orders.execute({}, as()),
      await tools.orders.execute({ order_id: 'A1', direct: true }, as()),
      await tools.logistics.execute({ order_id: 'B1' }, as()),
    ];
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, identity_needed: true, summary: 'To look up orders, sign in to the shop first.' });
    expect(answers[0]?.text).toMatch(/sign in/);
    expect(asked).toEqual([]);
  });

  it('no argument can say who asks', () => {
    const registry = createToolRegistry([orders, logistics]);
    for (const extra of [{ user_id: 'bob' }, { sub: 'bob' }, { user: 'bob' }]) {
      expect(registry.check('order_query', JSON.stringify(extra), as('ann')).ok).toBe(false);
      expect(registry.check('logistics_query', JSON.stringify({ order_id: 'B1', ...extra }), as('ann')).ok).toBe(false);
    }
  });

  it('10 000 foreign and guessed numbers: one answer, nothing disclosed', async () => {
    const many = Array.from({ length: 5000 }, (_, n): OrderRecord => {
      const { tracking, ...rest } = records[3] as OrderRecord;
      const id = `F${n}`;
      return { ...rest, order: { ...rest.order, id }, ...(tracking ? { tracking: { ...tracking, order_id: id } } : {}) };
    });
    const tools = toolsOver(createOrdersOf([...records, ...many]));
    const numbers = [...many.map(({ order: each }) => each.id), ...Array.from({ length: 5000 }, (_, n) => `G${n}`)];
    const answers = new Set<string>();
    for (const order_id of numbers) {
      answers.add(JSON.stringify(await tools.orders.execute({ order_id, direct: true }, as('ann'))));
      answers.add(JSON.stringify(await tools.logistics.execute({ order_id, direct: true }, as('ann'))));
    }
    expect(numbers).toHaveLength(10_000);
    // One answer of each of the two tools.
    expect(answers.size).toBe(2);
    expect([...answers].join()).not.toMatch(/secret|B1|F\d/);
  });

  it('the time of an answer tells a foreign number from none by less than 20 ms', async () => {
    const timed = async (order_id: string): Promise<number> => {
      const from = performance.now();
      await orders.execute({ order_id }, as('ann'));
      return performance.now() - from;
    };
    const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
    const [foreign, none]: [number[], number[]] = [[], []];
    for (let n = 0; n < 400; n += 1) {
      foreign.push(await timed('B1'));
      none.push(await timed('Z9'));
    }
    // bench/orders-timing.ts measures it over 10 000 orders and an endpoint.
    expect(Math.abs(median(foreign) - median(none))).toBeLessThan(20);
  });

  it('whatever is asked in whatever words, only own orders come back', async () => {
    const number = fc.oneof(
      fc.constantFrom('B1', 'b1', '#B1', 'A1', 'bob', '%', "' OR 1=1", '*', '__proto__'),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    const wanted = fc.record({ order_id: number, status: fc.constantFrom('secret-status', 'shipped') }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(wanted, fc.constantFrom('ann', 'carl', 'constructor'), async (args, sub) => {
        const results = [
          await orders.execute({ ...args, direct: true }, as(sub)),
          await logistics.execute({ order_id: args.order_id ?? 'B1' }, as(sub)),
        ];
        const shown = JSON.stringify(results.map(({ text, data, parts, evidence }) => ({ text, data, parts, evidence })));
        expect(shown).not.toMatch(/secret|B1/);
        if (sub !== 'ann') expect(shown).not.toContain('Trail');
      }),
    );
  });
});

it('an order system that is down is told apart from "no such order", without a word of the cause', async () => {
  const down: OrderService = {
    orders: () => Promise.reject(new Error('secret cause')),
    tracking: () => Promise.reject(new Error('secret cause')),
  };
  const tools = toolsOver(down);
  for (const result of [await tools.orders.execute({}, as('ann')), await tools.logistics.execute({ order_id: 'A1' }, as('ann'))]) {
    expect(result.ok).toBe(false);
    expect(read(result).error).toBe('unavailable');
    expect(result.text).not.toContain('secret');
  }
});
