import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const TOKEN = 'operator-token-of-this-test';
let bff: TestBff;
beforeAll(async () => {
  bff = await startTestBff({ items: [anItem({ id: 'lamp', title: 'Brass lamp' })], env: { CONSOLE_TOKEN: TOKEN } });
});
afterAll(() => bff.close());

const put = (items: readonly unknown[], token = TOKEN) =>
  fetch(`${bff.url}/v1/admin/items`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ items }),
  });
const titles = async (query: string) => {
  const { items } = (await (await bff.post('/v1/search', { query })).json()) as { items: { title: string }[] };
  return items.map(({ title }) => title);
};

test('an item that is put is found by the next search, and a changed one in its new form alone', async () => {
  expect(await titles('brass')).toEqual(['Brass lamp']);
  const answer = await put([anItem({ id: 'lamp', title: 'Copper lamp' }), anItem({ id: 'vase', title: 'Copper vase' })]);
  expect(await answer.json()).toMatchObject({ written: 2, passed_over: [], revision: expect.stringMatching(/^2-/) });
  expect(await titles('brass')).toEqual([]);
  expect((await titles('copper')).sort()).toEqual(['Copper lamp', 'Copper vase']);
});

test('a bad item is told with its place and field, the good ones are written', async () => {
  const answer = await put([{ ...anItem({ id: 'x' }), title: '' }, anItem({ id: 'stool', title: 'Oak stool' })]);
  expect(await answer.json()).toMatchObject({ written: 1, passed_over: [{ index: 0, field: 'title' }] });
  expect(await titles('oak')).toEqual(['Oak stool']);
});

test('nobody but the operator changes items', async () => {
  expect((await put([anItem()], 'another')).status).toBe(401);
  expect((await put([])).status).toBe(400);
});
