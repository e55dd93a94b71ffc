import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemFile } from '../../bff/catalog/item-file.ts';
import { openSqliteCatalog } from '../../bff/catalog/sqlite/open.ts';
import { demoItems } from '../../demo/catalog/items.ts';
import type { Item } from '../../protocol/item.ts';
import type { Adviser, Answer } from '../adviser.ts';
import { demoAdviser } from '../policy/shop.ts';

let adviser: Adviser;
beforeAll(async () => {
  adviser = await demoAdviser(
    await openSqliteCatalog({ path: itemFile(demoItems(), join(tmpdir(), 'aisle-evals-follow-ups')), workers: 1 }),
  );
}, 60_000);
afterAll(() => adviser.close());

/** The answers to one conversation. */
async function talk(...messages: string[]): Promise<[Answer, Answer, ...Answer[]]> {
  const say = adviser.conversation(/\p{Script=Han}/u.test(messages.join('')) ? 'zh-CN' : 'en');
  const answers: Answer[] = [];
  for (const message of messages) answers.push(await say(message));
  return answers as [Answer, Answer, ...Answer[]];
}
const rateOf = (item: Item): number => item.offers.find((offer) => offer.lease)?.price.amount ?? 0;
const notesOf = (answer: Answer): string => JSON.stringify(answer.parts.filter(({ type }) => type === 'data-notes'));

describe('cheaper', () => {
  it.each([
    ['想租个相机', '便宜一点的', '只要黑色'],
    ['rent a camera', 'cheaper', 'only black ones'],
    ['想租个帐篷', '便宜一点的', '只要绿色'],
  ])('is below most of what was shown, cheapest first, and sets no limit nobody named: %s → %s', async (...messages) => {
    const [first, second, third] = await talk(...messages);
    const rates = second.cards.map(rateOf);
    const median = first.cards.map(rateOf).toSorted((a, b) => a - b)[1] ?? 0;
    expect(rates.length).toBeGreaterThan(0);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(Math.max(...rates)).toBeLessThan(median);
    const before = new Set(first.cards.map((card) => card.product_id ?? card.id));
    expect(second.cards.filter((card) => before.has(card.product_id ?? card.id))).toEqual([]);
    expect(notesOf(second)).not.toMatch(/budget/);
    expect(third?.searches[0]).not.toHaveProperty('price_range');
  });

  it.each([
    ['最便宜的帐篷，租', '便宜一点的', '只要黑色'],
    ['the cheapest tent to rent', 'cheaper', 'only black ones'],
  ])('names the cheapest of all with its price where that was shown: %s', async (...messages) => {
    const [first, second, third] = await talk(...messages);
    expect(second.cards.map((card) => card.id)).toEqual([first.cards[0]?.id]);
    expect(second.said).toMatch(/¥\d/);
    expect(second.said).not.toMatch(/刚才那几款|Those were/);
    expect(notesOf(second)).not.toMatch(/budget/);
    expect(third?.searches[0]).not.toHaveProperty('price_range');
  });

  it('a limit the shopper named holds', async () => {
    const [, second, third] = await talk('租相机，一天100以内', '便宜一点的', '贵一点的');
    expect(second.searches[0]).toMatchObject({ price_range: { max: '100.00', basis: 'day' } });
    expect(third).toBeDefined();
  });
});

describe('dearer', () => {
  it('leaves no limit in the notes or in the next search', async () => {
    const [, second, third] = await talk('想租个相机', '贵一点的', '只要黑色');
    expect(notesOf(second)).not.toMatch(/budget/);
    expect(third?.searches[0]).not.toHaveProperty('price_range');
  });
});

describe('it', () => {
  it('is the item just answered about', async () => {
    const [, second, third] = await talk(
      'rent a camera',
      'what about the second one, does it have a flip screen?',
      'how many megapixels does it have?',
    );
    const [asked] = second.calls.filter((call) => call.name === 'get_item');
    expect(third?.calls[0]).toEqual(asked);
  });

  it('says nothing twice', async () => {
    const [, second] = await talk('rent a camera', 'what about the second one, does it have a flip screen?');
    expect(second.said.match(/flip screen/gi)).toHaveLength(1);
  });
});
