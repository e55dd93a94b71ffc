import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import type { Answer } from '../adviser.ts';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

const rateOf = (item: Item): number => item.offers.find((offer) => offer.lease)?.price.amount ?? 0;
const notesOf = (answer: Answer): string => JSON.stringify(answer.parts.filter(({ type }) => type === 'data-notes'));

describe('cheaper', () => {
  it.each([
    ['想租个相机', '便宜一点的', '只要黑色'],
    ['rent a camera', 'cheaper', 'only black ones'],
    ['想租个帐篷', '便宜一点的', '只要绿色'],
  ])('is below most of what was shown, cheapest first, and sets no limit nobody named: %s → %s', async (...messages) => {
    const [first, second, third] = await shop.talk(...messages);
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
    const [first, second, third] = await shop.talk(...messages);
    expect(second.cards.map((card) => card.id)).toEqual([first.cards[0]?.id]);
    expect(second.said).toMatch(/¥\d/);
    expect(second.said).not.toMatch(/刚才那几款|Those were/);
    expect(notesOf(second)).not.toMatch(/budget/);
    expect(third?.searches[0]).not.toHaveProperty('price_range');
  });

  it('a limit the shopper named holds', async () => {
    const [, second, third] = await shop.talk('租相机，一天100以内', '便宜一点的', '贵一点的');
    expect(second.searches[0]).toMatchObject({ price_range: { max: '100.00', basis: 'day' } });
    expect(third).toBeDefined();
  });
});

describe('dearer', () => {
  it('leaves no limit in the notes or in the next search', async () => {
    const [, second, third] = await shop.talk('想租个相机', '贵一点的', '只要黑色');
    expect(notesOf(second)).not.toMatch(/budget/);
    expect(third?.searches[0]).not.toHaveProperty('price_range');
  });
});

describe('it', () => {
  it('is the item just answered about', async () => {
    const [, second, third] = await shop.talk(
      'rent a camera',
      'what about the second one, does it have a flip screen?',
      'how many megapixels does it have?',
    );
    const [asked] = second.calls.filter((call) => call.name === 'get_item');
    expect(third?.calls[0]).toEqual(asked);
  });

  it('says nothing twice', async () => {
    const [, second] = await shop.talk('rent a camera', 'what about the second one, does it have a flip screen?');
    expect(second.said.match(/flip screen/gi)).toHaveLength(1);
  });
});

describe('a changed price', () => {
  it('keeps the kind of thing that was shown, though no search named it', async () => {
    const [first, second] = await shop.talk('我要拍星空，预算300一天', '5000块以内买一台');
    expect(first.searches[0]).not.toHaveProperty('product_types');
    expect(second.searches[0]).toMatchObject({ product_types: ['相机'], offer_kind: 'sell', price_range: { max: '5000.00' } });
  });
});

describe('to rent or to buy', () => {
  it.each([
    [
      '租相机15天',
      '对比前两个',
      '买和租哪个划算',
      /租 15 天合计 ¥[\d,.]+，买要 ¥[\d,.]+。(?:\d+ 天以内租更省|租更省，(?:最长)?租 \d+ 天也是)/,
    ],
    [
      'rent a camera for 15 days',
      'compare the first two',
      'is it better to buy or rent?',
      /for 15 days renting is ¥[\d,.]+ in all, against ¥/,
    ],
  ])('is told in figures for exactly the two just compared: %s', async (opening, compare, question, figures) => {
    const [, compared, weighed] = await shop.talk(opening, compare, question);
    expect(weighed?.cards.map((card) => card.id)).toEqual(compared.calls[0]?.arguments.ids);
    expect(weighed?.said).toMatch(figures);
    expect(weighed?.verdicts.filter(({ outcome }) => outcome === 'blocked')).toEqual([]);
  });

  it.each(['买和租哪个划算', 'is it better to buy or rent?'])('is answered by the guide where nothing is shown: %s', async (question) => {
    const [first] = await shop.talk(question);
    expect(first.calls.map((call) => call.name)).toEqual(['knowledge_search']);
  });
});

describe('a comparison by one fact', () => {
  it.each([
    ['想租个相机', '哪个更轻', /^看重量的话，\S+ ?更好：[^。]*\d/],
    ['rent a camera', 'which one is lighter?', /^For weight, \S+ is better: [^.]*\d/],
  ])('names the winner first, with its figure: %s → %s', async (opening, question, winner) => {
    const [first, second] = await shop.talk(opening, question);
    expect(second.calls[0]?.arguments.ids).toEqual(first.cards.map((card) => card.id));
    expect(second.said).toMatch(winner);
  });

  it('is about those just compared', async () => {
    const [, compared, third] = await shop.talk('想租个相机', '对比前两个', '哪个更轻');
    expect(third?.calls[0]?.arguments.ids).toEqual(compared.calls[0]?.arguments.ids);
  });
});

describe('two questions in one message', () => {
  it.each([
    ['押金多少，弄坏了怎么办', /押金/, /报损|维修/],
    ['How much is the deposit, and what if I break it?', /deposit/i, /repair|damage/i],
  ])('are both looked up and answered: %s', async (question, one, other) => {
    const [first] = await shop.talk(question);
    expect(first.calls).toHaveLength(1);
    expect(first.calls[0]?.arguments.queries).toHaveLength(2);
    expect(first.said.split('\n\n')).toHaveLength(2);
    expect(first.said).toMatch(one);
    expect(first.said).toMatch(other);
  });
});

describe('from one day to another', () => {
  it.each([
    'rent a tent from Dec 5 to Dec 20',
    'rent a tent from December 5 to 20',
    'rent a tent, 5-20 Dec',
    '租帐篷，12月5日到20日',
    '租帐篷，12月5号到12月20号',
  ])('is a rental of that many days: %s', async (message) => {
    const [first] = await shop.talk(message);
    expect(first.searches[0]).toMatchObject({ rental_days: 15, start_date: expect.stringMatching(/-12-05$/) });
    expect(first.searches[0]).not.toHaveProperty('query');
  });
});

describe('a label that is no noun', () => {
  it('is quoted in the sentence on what is nearest', async () => {
    const [first] = await shop.talk('a projector for 5000 people');
    expect(first.said).toMatch(/^No projector is in that range by “suits up to”\. The nearest:/);
  });
});

describe('what the items shown cost', () => {
  it.each([
    ['想租个相机，租5天', '一共多少钱', /租 5 天合计 ¥[\d,]+/],
    ['rent a camera for 3 days', 'how much is that in total?', /Renting it for 3 days costs ¥[\d,]+ in all/],
  ])('is told for each of them, for the length spoken of: %s → %s', async (opening, question, words) => {
    const [first, second] = await shop.talk(opening, question);
    expect(second.cards.map((card) => card.id)).toEqual(first.cards.map((card) => card.id));
    for (const line of second.said.split('\n\n').slice(1, 1 + first.cards.length)) expect(line).toMatch(words);
  });

  it.each([
    ['租个帐篷', '多少钱', /告诉我租几天/],
    ['rent a tent', 'how much are they?', /Tell me for how many days/],
  ])('is told at the first rate where nobody said how long, and the length asked for: %s → %s', async (opening, question, words) => {
    const [, second] = await shop.talk(opening, question);
    expect(second.cards).toHaveLength(3);
    expect(second.said).toMatch(words);
    expect(second.sources).toEqual([]);
  });

  it.each([
    ['公司年会60人要一套投影设备，租三天', '一共多少钱'],
    ['a projection kit for 60 people, three days', 'how much is that in total?'],
  ])('stands on the card of a kit, which is shown again: %s → %s', async (opening, question) => {
    const [first, second] = await shop.talk(opening, question);
    const kit = (answer: Answer) => answer.parts.find(({ type }) => type === 'data-bundleCard')?.data;
    expect(kit(second)).toEqual(kit(first));
  });

  it.each([
    ['租个帐篷', '运费多少钱'],
    ['rent a tent', 'how much is the deposit?'],
  ])('is not what a question about a rule asks: %s → %s', async (opening, question) => {
    const [, second] = await shop.talk(opening, question);
    expect(second.calls.map(({ name }) => name)).not.toContain('get_item');
  });
});

describe('a place in the list', () => {
  it.each([
    ['X3', 'the second one', /^Only this one is shown here/],
    ['X3', '第二个', /^这里只有这一款/],
  ])('beyond it is said to be none: %s → %s', async (opening, message, words) => {
    const [first, second] = await shop.talk(opening, message);
    expect(second.said).toMatch(words);
    expect(second.cards.map((card) => card.id)).toEqual(first.cards.map((card) => card.id));
  });

  it.each([
    ['rent a tent', '2 of them'],
    ['rent a tent', 'two of those'],
    ['租个帐篷', '要两个'],
  ])('is none where a number of things is meant: %s → %s', async (opening, message) => {
    const [, second] = await shop.talk(opening, message);
    expect(second.searches[0]).toMatchObject({ quantity: 2 });
    expect(second.cards.length).toBeGreaterThan(0);
  });
});
