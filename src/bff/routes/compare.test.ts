import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../protocol/compare.ts';
import type { ErrorBody } from '../../protocol/errors.ts';
import { says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { aLease, anItem, aSale, money } from '../../testing/items.ts';

const camera = (id: string, weight: number) =>
  anItem({ id, title: `Camera ${id}`, offers: [aSale(), aLease()], attributes: { weight: { label: 'Weight', value: weight, unit: 'g' } } });
const items = [
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, at) => camera(id, 300 + at)),
  anItem({ id: 'tent', title: 'A tent', categories: [{ value: 'Outdoors > Tents' }] }),
  anItem({ id: 'usd', title: 'Camera from abroad', offers: [aSale(100, { price: money(100, 'USD') })] }),
];
let bff: TestBff;
beforeAll(async () => {
  bff = await startTestBff({ items, model: scriptedPort([says('Hello.')]) });
});
afterAll(() => bff.close());

const compare = async (body: object): Promise<Comparison> => (await (await bff.post('/v1/compare', body)).json()) as Comparison;
const refusal = async (body: object): Promise<ErrorBody['error'] & { status: number }> => {
  const response = await bff.post('/v1/compare', body);
  return { status: response.status, ...((await response.json()) as ErrorBody).error };
};

describe('POST /v1/compare', () => {
  it('sets two to six items side by side without a model, for the term asked for', async () => {
    const comparison = await compare({ ids: ['b', 'a'], days: 3, locale: 'en' });
    expect(comparison.items.map((item) => item.id)).toEqual(['b', 'a']);
    expect(comparison.days).toBe(3);
    expect(comparison.rows.find((row) => row.key === 'total')?.cells.map((cell) => cell?.value)).toEqual([money(29700), money(29700)]);
    expect(comparison.note).toBeUndefined();
  });

  it.each([
    ['one_item', ['a'], /Choose another one/, /再选一件/],
    ['one_item', [], /Choose another one/, /再选一件/],
    ['one_item', ['a', 'a'], /Choose another one/, /再选一件/],
    ['too_many_items', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], /At most six/, /最多对比六件/],
    ['items_gone', ['a', 'never-was'], /still in the shop/, /不到两件/],
  ])('refuses with %s and a sentence in both languages', async (reason, ids, en, zh) => {
    expect(await refusal({ ids, locale: 'en' })).toMatchObject({
      status: 400,
      code: 'invalid_request',
      reason,
      message: expect.stringMatching(en),
    });
    expect(await refusal({ ids, locale: 'zh-CN' })).toMatchObject({ reason, message: expect.stringMatching(zh) });
  });

  it.each([
    ['a repeat', ['a', 'b', 'a'], /listed once/, /只列一次/],
    ['an item that is gone', ['a', 'b', 'never-was'], /no longer in the shop/, /已经下架/],
    ['items of different kinds', ['a', 'tent'], /different kinds/, /不是同一类/],
    ['two currencies', ['a', 'usd'], /different currencies \(CNY, USD\)/, /不同的货币/],
  ])('compares what can be compared and notes %s', async (_, ids, en, zh) => {
    const comparison = await compare({ ids, locale: 'en' });
    expect(comparison.note).toMatch(en);
    expect(comparison.rows.length).toBeGreaterThan(0);
    expect((await compare({ ids, locale: 'zh-CN' })).note).toMatch(zh);
  });

  it('takes seven ids of six items', async () => {
    expect((await compare({ ids: ['a', 'b', 'c', 'd', 'e', 'f', 'a'] })).items).toHaveLength(6);
  });

  it('refuses what is no id, no length and no conversation of this shopper', async () => {
    expect(await refusal({ ids: ['<b>', 'a'] })).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusal({ ids: ['a', 'b'], days: -1 })).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusal({ ids: ['a', 'b'], conversation_id: 'nobody-knows-it' })).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('enters the items into the ledger of the conversation it names, and into its notes', async () => {
    const conversation_id = (await bff.ask('hello there')).headers.get('aisle-conversation') ?? '';
    await compare({ ids: ['a', 'b'], conversation_id });
    expect(await bff.conversations.read(conversation_id)).toMatchObject({ ledger: ['a', 'b'], noted: { compared: ['a', 'b'] } });
  });
});
