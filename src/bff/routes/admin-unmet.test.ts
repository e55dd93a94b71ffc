import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const TOKEN = 'operator-token-of-this-test';
let bff: TestBff;
beforeAll(async () => {
  bff = await startTestBff({ items: [anItem({ id: 'lamp', title: 'Brass lamp' })], env: { CONSOLE_TOKEN: TOKEN } });
});
afterAll(() => bff.close());
const read = (token = TOKEN) => fetch(`${bff.url}/v1/admin/unmet`, { headers: { authorization: `Bearer ${token}` } });

test('searches that found nothing are counted for operators, and for nobody else', async () => {
  for (const query of ['piano', 'Piano', 'brass', 'harp of mei@example.com']) await bff.post('/v1/search', { query });
  const { searches } = (await (await read()).json()) as { searches: { asked: string; count: number }[] };
  expect(searches).toEqual([
    { asked: 'piano', count: 2, last_at: expect.any(Number) },
    { asked: 'harp of …', count: 1, last_at: expect.any(Number) },
  ]);
  expect((await read('another')).status).toBe(401);
});

test('a turn that searches for one thing in several ways asks for it once', async () => {
  await bff.ask('do you have a unicycle to buy?');
  const { searches } = (await (await read()).json()) as { searches: { asked: string; count: number }[] };
  const own = searches.filter(({ asked }) => asked.includes('unicycle'));
  expect(own).toMatchObject([{ count: 1 }]);
});
