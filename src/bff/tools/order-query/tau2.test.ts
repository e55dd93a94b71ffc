import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../protocol/money.ts';
import type { Order } from '../../../protocol/order.ts';
import { dollars, hasTau2, readTau2, readTau2Cases, recordOf } from '../../../testing/tau2/tau2.ts';
import { createOrdersOf } from '../../orders/memory.ts';
import { createResilience } from '../../remote/resilience.ts';
import { createLogisticsQuery } from '../logistics-query/logistics-query.ts';
import type { ToolContext } from '../tool.ts';
import { createOrderQuery } from './order-query.ts';

const data = '../shared/data/tau2-retail is absent';

describe.skipIf(!hasTau2())(`the read-only calls of tau2-retail${hasTau2() ? '' : ` (skipped: ${data})`}`, () => {
  const database = hasTau2() ? readTau2() : { users: {}, orders: {} };
  const calls = hasTau2() ? readTau2Cases().flatMap((each) => each.expected_actions) : [];
  const service = createOrdersOf(Object.values(database.orders).map(recordOf));
  const query = createOrderQuery(service, createResilience());
  const logistics = createLogisticsQuery(service, createResilience());
  const as = (sub: string): ToolContext => ({ locale: 'en', sub, signal: new AbortController().signal, inLedger: () => false });
  const found = (data: unknown): readonly Order[] => (data as { orders: readonly Order[] }).orders;

  it('the data is the one the adapter was written for', () => {
    expect(Object.keys(database.orders)).toHaveLength(1000);
    expect(calls.filter((call) => call.name === 'get_order_details')).toHaveLength(109);
    expect(calls.filter((call) => call.name === 'get_user_details')).toHaveLength(36);
  });

  it('get_order_details: the owner gets that order with its status, lines and total; anybody else nothing', async () => {
    const somebody = Object.keys(database.users);
    const never: string[] = [];
    for (const [index, call] of calls.filter((each) => each.name === 'get_order_details').entries()) {
      const id = String(call.arguments.order_id);
      const expected = database.orders[id];
      if (!expected) {
        // Some cases name an order that never was: an honest "there is none" is what they ask for.
        never.push(id);
        expect((await query.execute({ order_id: id }, as(somebody[0] ?? ''))).data).toEqual({ orders: [], total: 0 });
        continue;
      }
      const result = await query.execute({ order_id: id }, as(expected.user_id));
      const paid = expected.payment_history.find((each) => each.transaction_type === 'payment')?.amount ?? 0;
      expect(found(result.data)).toMatchObject([
        { id, status: expected.status, total: dollars(paid), lines: expected.items.map(({ item_id, name }) => ({ item_id, title: name })) },
      ]);
      expect(result.text).toContain(formatMoney(dollars(paid), 'en'));
      expect(await query.execute({ order_id: id.slice(1).toLowerCase() }, as(expected.user_id))).toEqual(result);

      const other = somebody[index * 4 + (somebody[index * 4] === expected.user_id ? 1 : 0)] ?? '';
      const unknown = await query.execute({ order_id: '#W0000000' }, as(other));
      expect(await query.execute({ order_id: id }, as(other))).toEqual(unknown);
      expect(found(unknown.data)).toEqual([]);
    }
    expect(new Set(never)).toEqual(new Set(['#9502126', '#9502127']));
  });

  it('get_user_details: the shopper’s orders are those of the user, and no others', async () => {
    for (const call of calls.filter((each) => each.name === 'get_user_details')) {
      const user = String(call.arguments.user_id);
      const { data } = await query.execute({ limit: 20 }, as(user));
      expect(
        found(data)
          .map((order) => order.id)
          .sort(),
      ).toEqual([...(database.users[user]?.orders ?? [])].sort());
    }
  });

  it('every order with a fulfilment has a shipment for its owner alone', async () => {
    for (const order of Object.values(database.orders).slice(0, 200)) {
      const { data } = await logistics.execute({ order_id: order.order_id }, as(order.user_id));
      const parcel = order.fulfillments[0]?.tracking_id[0];
      if (parcel === undefined) expect(data).toEqual({ tracking: null });
      else expect(JSON.stringify(data)).toContain(parcel);
      expect((await logistics.execute({ order_id: order.order_id }, as('somebody else'))).data).toEqual({ tracking: null });
    }
  });
});
