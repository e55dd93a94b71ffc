import { SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { callsTool, framesOf, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import type { OrderService } from '../orders/orders.ts';

/*
 * T12, "tool down, slow or lying", for each tool besides search_db (injection.test.ts): tried twice in its time, the model is
 * told that there is no answer, the text goes on, and no card of that tool appears. Endpoints that lie in every shape of JSON
 * are in remote/endpoint.test.ts; what a lie may say, in injection.test.ts.
 */
const secret = 'a-secret-of-at-least-thirty-two-characters';
const items = ['cam-1', 'cam-2'].map((id) => anItem({ id, title: `Lumisol ${id}` }));

const faults = {
  down: () => Promise.reject(new Error('down')),
  slow: () => new Promise<never>(() => undefined),
  lying: () => Promise.resolve(null as never),
};
type Fault = keyof typeof faults;

async function token(): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub: 'ann', aud: 'pk_demo', iat: now, exp: now + 300, jti: 'j' })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

let bff: TestBff;
afterEach(() => bff.close());

const tools: readonly (readonly [string, object])[] = [
  ['get_item', { id: 'cam-1' }],
  ['compare_items', { ids: ['cam-1', 'cam-2'], direct: true }],
  ['knowledge_search', { queries: [{ query: 'deposit', domain: 'internal_kb' }] }],
  ['order_query', { direct: true }],
  ['logistics_query', { order_id: 'order-1', direct: true }],
];

describe.each(tools)('%s', (name, args) => {
  it.each(Object.keys(faults) as Fault[])('%s: given up, the model is told, text goes on, no card', async (fault) => {
    let asked = 0;
    const broken = () => {
      asked += 1;
      return faults[fault]();
    };
    const knowledge: KnowledgeBase = { domains: () => ['internal_kb'], search: broken, close: async () => undefined };
    const orders: OrderService = { orders: broken, tracking: () => faults[fault]() };
    let searched = false;
    const through = (catalog: CatalogEngine): CatalogEngine => ({
      ...catalog,
      async search(search, context) {
        const result = await catalog.search(search, context);
        searched = true;
        return result;
      },
      // Reads of the conversation's items come before; those of the tool are what fails.
      items: (ids, context) => (searched && /item/.test(name) ? broken() : catalog.items(ids, context)),
    });
    const model = scriptedPort([
      callsTool('search_db', { query: 'Lumisol' }),
      callsTool(name, args),
      says('I cannot look that up right now.'),
    ]);
    bff = await startTestBff({
      items,
      model,
      env: { SHOPPER_JWT_SECRET: secret },
      parts: { knowledge, orders, tool_timeout_ms: 200 },
      through,
    });
    const stream = await bff.ask('Tell me more.', {}, { authorization: `Bearer ${await token()}` });

    if (fault === 'lying') expect(asked).toBeGreaterThan(0);
    else expect(asked).toBe(2);
    const told = model.requests[2]?.messages.at(-1);
    expect(told).toMatchObject({ role: 'tool', name, ok: false });
    expect(textOf(stream)).toBe('I cannot look that up right now.');
    expect(stream.received.map(({ frame }) => frame.type).filter((type) => /Card|Table/.test(type))).toEqual([]);
    expect(framesOf(stream, 'finish')).toMatchObject([{ finishReason: 'stop' }]);
  });
});
