import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleCardData } from '../../protocol/parts.ts';
import type { Answer } from '../adviser.ts';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

const FAMILY_KIT = 'a camping kit for a family of four under 3000';
const FAMILY_KIT_ZH = '一家四口露营套装，预算3000';

const kitOf = (answer: Answer | undefined) =>
  answer?.parts.find((part) => part.type === 'data-bundleCard')?.data as BundleCardData | undefined;
const membersOf = (answer: Answer | undefined): string[] => kitOf(answer)?.members.map(({ item }) => item.id) ?? [];
const rolesOf = (answer: Answer | undefined): string[] => membersOf(answer).map((id) => id.split('-')[0] ?? '');
const comparedIn = (answer: Answer | undefined) => answer?.calls.find(({ name }) => name === 'compare_items')?.arguments.ids;

describe('a place at the head of what was shown', () => {
  it.each([
    ['想租一台相机', '比较前两个', 2],
    ['想租一台相机', '比较前三款', 3],
    ['想租一台相机', '帮我比较前两台', 2],
    ['想租一台相机', '比较第一个和第三个', 2],
    ['想租一台相机', '比较这三款', 3],
    ['想租一台相机', '比较头两个', 2],
    ['rent a camera', 'compare the first two', 2],
    ['rent a camera', 'compare the top 3', 3],
  ])('is what is to be compared: %s → %s', async (opening, message, count) => {
    const [first, second] = await shop.talk(opening, message);
    const ids = comparedIn(second);
    expect(ids).toHaveLength(count);
    expect(first.cards.map(({ id }) => id)).toEqual(expect.arrayContaining(ids as string[]));
    expect(second.searches).toEqual([]);
  });

  it('is the same after a comparison', async () => {
    const [first, , third] = await shop.talk('想租一台相机', '对比前两个', '比较前三款');
    expect(comparedIn(third)).toEqual(first.cards.map(({ id }) => id));
  });

  it('is no number of pieces', async () => {
    const [first, second] = await shop.talk('想租一台相机', '前两个多少钱');
    expect(second.searches).toEqual([]);
    expect(second.cards.map(({ id }) => id)).toEqual(first.cards.slice(0, 2).map(({ id }) => id));
  });
});

describe('比较 before a quality', () => {
  it.each(['比较便宜的相机', '想租一台比较轻的相机', '有没有比较轻便和便宜的帐篷'])(
    'is "rather" and no comparison: %s',
    async (message) => {
      const [first] = await shop.talk(message);
      expect(comparedIn(first)).toBeUndefined();
      expect(first.searches).not.toEqual([]);
    },
  );
});

describe('the parts of a kit', () => {
  it.each([
    [FAMILY_KIT, 'compare the first two', /different kinds of things/],
    [FAMILY_KIT_ZH, '比较前两个', /不是同一类/],
  ])('are what places point at: %s → %s', async (opening, message, words) => {
    const [first, second] = await shop.talk(opening, message);
    expect(comparedIn(second)).toEqual(membersOf(first).slice(0, 2));
    expect(second.said).toMatch(words);
  });

  it('are compared rather than what was compared before the kit', async () => {
    const [, , third, fourth] = await shop.talk('rent a camera', 'compare the first two', FAMILY_KIT, 'compare the first two');
    expect(comparedIn(fourth)).toEqual(membersOf(third).slice(0, 2));
  });

  it.each([
    [FAMILY_KIT, 'how heavy is the second one?'],
    [FAMILY_KIT_ZH, '第二个多重'],
  ])('are asked about by their place, and stay the kit: %s → %s', async (opening, question) => {
    const [first, second, third] = await shop.talk(opening, question, question);
    expect(second.calls).toEqual([{ name: 'get_item', arguments: { id: membersOf(first)[1] } }]);
    expect(third?.calls).toEqual(second.calls);
  });

  it('are behind the list that was shown after it', async () => {
    const [, second, third] = await shop.talk(FAMILY_KIT, 'show me drones', 'compare the first two');
    expect(comparedIn(third)).toEqual(second.cards.slice(0, 2).map(({ id }) => id));
  });
});

describe('a question about one kind within a kit', () => {
  it.each([
    [FAMILY_KIT, 'which one is the lightest tent?'],
    [FAMILY_KIT_ZH, '哪个帐篷最轻'],
  ])('is a search of that kind in that order: %s → %s', async (opening, question) => {
    const [, second] = await shop.talk(opening, question);
    expect(kitOf(second)).toBeUndefined();
    expect(second.searches).toEqual([expect.objectContaining({ sort: 'attribute', sort_attribute: { name: 'weight', order: 'asc' } })]);
    expect(second.cards.every(({ id }) => id.startsWith('tent'))).toBe(true);
  });

  it.each([
    [FAMILY_KIT, 'do you have a lighter tent in this kit'],
    [FAMILY_KIT_ZH, '这套里换个更轻的帐篷'],
  ])('exchanges the part where it is asked of the kit, and keeps the others: %s → %s', async (opening, message) => {
    const [first, second] = await shop.talk(opening, message);
    expect(rolesOf(second)).toEqual(rolesOf(first));
    expect(membersOf(second).slice(1)).toEqual(membersOf(first).slice(1));
    const [before, after] = [first, second].map((answer) => kitOf(answer)?.members[0]);
    const of = (key: string, member = after) => Number(member?.item.attributes?.[key]?.value) * (member?.quantity ?? 0);
    expect(of('weight')).toBeLessThan(of('weight', before));
    expect(of('capacity_people')).toBeGreaterThanOrEqual(4);
    expect(after?.quantity).toBeLessThanOrEqual(2);
  });

  it('leaves the kit where it is', async () => {
    const [first, , third] = await shop.talk(FAMILY_KIT, 'which one is the lightest tent?', 'make it five days');
    expect(membersOf(third)).toEqual(membersOf(first));
    expect(kitOf(third)?.totals.days).toBe(5);
  });
});

describe('what is made for one group', () => {
  const bagsOf = (answer: Answer | undefined) =>
    kitOf(answer)?.members.flatMap(({ item }) => (item.id.startsWith('bag') ? [item.title] : []));

  it.each([FAMILY_KIT, FAMILY_KIT_ZH, 'a camping kit for a family with kids', '一家五口带孩子露营，要一整套'])(
    'is not chosen for a family: %s',
    async (message) => {
      const [first] = await shop.talk(message);
      expect(bagsOf(first)).toHaveLength(1);
      expect(bagsOf(first)?.join()).not.toMatch(/women|children|女士|儿童|double|双人/);
    },
  );

  it('is chosen where it was asked for', async () => {
    const [first] = await shop.talk("a kit of a tent and a women's sleeping bag, cheapest");
    expect(bagsOf(first)).toHaveLength(1);
  });
});

describe('a rental asked for earlier', () => {
  it.each([
    ['想租一台最便宜的相机，租5天', '第二个要多少押金', /押金/],
    ['the cheapest camera to rent for 5 days', 'how much is the deposit of the second one?', /deposit/],
    ['the cheapest camera to rent for 5 days', 'how much is the second one?', /for 5 days/],
  ])('is what the card of an item asked about opens with: %s → %s', async (opening, question, words) => {
    const [, second] = await shop.talk(opening, question);
    const cards = second.parts.filter(({ type }) => type === 'data-itemCard').map(({ data }) => data);
    expect(cards).toEqual([expect.objectContaining({ asked: { offer_kind: 'lease', rental_days: 5 } })]);
    expect(second.said).toMatch(words);
  });
});

describe('words that nobody knows', () => {
  it.each(['asdkjh qwe zzz ??', 'blorp?', '阿布拉卡？'])('are looked for once, and what the shop has is told: %s', async (message) => {
    const [first] = await shop.talk(message);
    expect(first.calls.map(({ name }) => name)).toEqual(['search_db']);
    expect(first.said).toMatch(/We do not carry anything for .* The shop has |店里没有和.*这里有/);
  });
});

describe('the line on what is being looked through', () => {
  const statuses = (answer: Answer) =>
    answer.parts.flatMap(({ type, data }) => (type === 'data-status' ? [(data as { text: string }).text] : []));

  it.each([
    ['a camera', /^Looking through the shop’s (\d+) items under “Camera”…$/],
    ['看看相机', /^正在看 (\d+) 款相机…$/],
  ])('counts products as the search does: %s', async (message, line) => {
    const [first] = await shop.talk(message);
    const { total } = await shop.catalog.search({ product_types: ['Imaging > Camera'] }, { locale: 'en' });
    const [count] = statuses(first).flatMap((text) => line.exec(text)?.slice(1) ?? []);
    expect(Number(count)).toBe(total);
  });

  it('offers kinds of things in words that are understood', async () => {
    const [first] = await shop.talk('asdkjh qwe zzz ??');
    const prompts = first.parts.flatMap(({ type, data }) => (type === 'data-suggestions' ? (data as { prompts: string[] }).prompts : []));
    expect(prompts[0]).toMatch(/“Camera”/);
    const [next] = await shop.talk(prompts[0] ?? '');
    expect(next.searches[0]).toMatchObject({ product_types: expect.arrayContaining(['Imaging > Camera']) });
    expect(next.searches[0]).not.toHaveProperty('query');
  });
});
