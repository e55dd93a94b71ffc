import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speculate } from '../../bff/model/planner/speculate.ts';
import type { ModelRequest } from '../../bff/model/port.ts';
import type { BundleCardData } from '../../protocol/parts.ts';
import type { Answer } from '../adviser.ts';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

const callsOf = (answer: Answer): string[] => answer.calls.map((call) => call.name);

describe('circumstances', () => {
  it.each([
    '想租一台轻便的相机去西藏拍星空，租5天',
    '下周去云南玩，租无人机5天',
    'rent a camera for 5 days, for my trip to Tibet',
    'a drone for 5 days in Iceland next month',
  ])('do not narrow a search: %s', async (message) => {
    const answer = await shop.last(message);
    expect(answer.searches).toHaveLength(1);
    expect(answer.searches[0]).not.toHaveProperty('query');
    expect(answer.cards.length).toBeGreaterThan(0);
  });

  it('what no item has is named in the words of the shopper', async () => {
    expect((await shop.last('适合婚礼的相机，要玫瑰金色')).said).toContain('“玫瑰金色”');
  });

  it('a brand the shop does not have is told, and the one beside it searched for', async () => {
    const answer = await shop.last('索尼或者曜岚的相机');
    expect(answer.said).toContain('“索尼”');
    expect(answer.cards.every((card) => card.brand?.includes('曜岚'))).toBe(true);
  });
});

describe('comparison', () => {
  it.each([
    ['曜岚 X3 和夜航 N4 哪个好'],
    ['X3 比 N4 好吗'],
    ['Which is better, X3 or N4?'],
    ['is the X3 better than the N4?'],
    ['X3 and N4, which is lighter'],
  ])('of models nobody has found yet searches for both, then compares: %s', async (message) => {
    const answer = await shop.last(message);
    const calls = callsOf(answer).filter((name) => name !== 'knowledge_search');
    expect(calls).toEqual(['search_db', 'search_db', 'compare_items']);
    expect(answer.parts.map((part) => part.type)).toContain('data-compareTable');
  });

  it('names a winner only in what the shopper asked about', async () => {
    expect((await shop.last('X3 和 N4 哪个好')).said).not.toMatch(/更好/);
    expect((await shop.last('X3 和 N4 哪个更轻')).said).toMatch(/看重量的话，N4 更好/);
  });

  it('takes items by their place, after a comparison too', async () => {
    const answers = await shop.talk('想租个无人机', '对比前两个', '第二个有视频吗');
    const [first, second] = answers;
    expect(second?.calls[0]?.arguments.ids).toEqual(first?.cards.slice(0, 2).map((card) => card.id));
    expect(callsOf(answers[2] as Answer)).toEqual(['get_item']);
  });
});

describe('a changed search', () => {
  it('cheaper is cheaper than everything shown, although no data of earlier turns is kept', async () => {
    const [first, second] = await shop.talk('想租个无人机', '再便宜点');
    const rate = (answer: Answer) => answer.cards.map((card) => card.offers.find((offer) => offer.lease)?.price.amount ?? 0);
    expect(second.cards.length).toBeGreaterThan(0);
    expect(Math.max(...rate(second))).toBeLessThan(Math.min(...rate(first)));
  });

  it('others are the next page, never a variant of what was shown', async () => {
    const answers = await shop.talk('帐篷', '换一批', '换一批');
    const products = answers.flatMap((answer) => answer.cards.map((card) => card.product_id ?? card.id));
    expect(new Set(products).size).toBe(products.length);
  });

  it('every question the shop offers next is understood', async () => {
    const asked: string[] = [];
    for (const opening of ['想租个投影仪', '无人机', '帐篷', 'rent a camera', 'tents', 'speakers']) {
      const [first] = await shop.talk(opening);
      const offered = first?.parts.find((part) => part.type === 'data-suggestions')?.data as { prompts: string[] } | undefined;
      for (const prompt of offered?.prompts ?? []) {
        const answer = await shop.last(opening, prompt);
        asked.push(prompt);
        expect(answer.said, `${opening} → ${prompt}`).not.toMatch(/没看懂|did not understand|没有符合|has no|not carry|没有和/);
      }
    }
    expect(asked.length).toBeGreaterThan(6);
  });
});

describe('memory', () => {
  it('what was said about the rental holds for the next thing, and is told', async () => {
    const answer = await shop.last('租5天相机，不要曜岚', '有没有三脚架');
    expect(answer.searches[0]).toMatchObject({ rental_days: 5, offer_kind: 'lease' });
    expect(answer.said).toMatch(/按之前说的：租 5 天，不要曜岚/);
  });

  it('the last word counts, and a budget stays with its kind of thing', async () => {
    const answer = await shop.last('租5天相机，总共500以内', '买个手机');
    expect(answer.searches[0]).toMatchObject({ offer_kind: 'sell' });
    expect(answer.searches[0]).not.toHaveProperty('price_range');
    expect(answer.searches[0]).not.toHaveProperty('rental_days');
  });
});

describe('kits', () => {
  const kitOf = (answer: Answer) => answer.parts.find((part) => part.type === 'data-bundleCard')?.data as BundleCardData | undefined;

  it.each([
    ['a projection kit for the annual party of 60 people, three days', 5, 3],
    ['露营一家三口要一套，租两天，预算500', 4, 2],
  ])('%s', async (message, members, days) => {
    const answer = await shop.last(message);
    const kit = kitOf(answer);
    expect(kit?.members).toHaveLength(members);
    expect(kit?.totals.days).toBe(days);
    // One step: all roles are searched for side by side.
    expect(answer.calls).toHaveLength(members);
  });

  it('a budget nobody can meet is owned, with the cheapest kit', async () => {
    const answer = await shop.last('露营一家三口要一套，租两天，预算50');
    expect(answer.said).toMatch(/这个预算配不齐，最便宜的一套/);
    expect(kitOf(answer)?.totals.rent?.amount).toBeGreaterThan(5000);
  });

  it('a change after a kit means the kit', async () => {
    const [first, second] = await shop.talk('露营一家三口要一套，租两天', '预算400');
    expect(kitOf(first)).toBeDefined();
    expect(kitOf(second)?.totals.rent?.amount).toBeLessThanOrEqual(40_000);
  });

  it('one thing for an occasion is no kit', async () => {
    expect(kitOf(await shop.last('公司年会60人用的投影仪，租三天'))).toBeUndefined();
  });
});

describe('speculation', () => {
  const request = (text: string, facts: Partial<ModelRequest['facts']> = {}): ModelRequest => ({
    messages: [{ role: 'user', text }],
    tools: [{ name: 'search_db', description: '', parameters: {} }],
    max_output_tokens: 100,
    facts: { locale: 'zh-CN', ...facts },
  });

  it('is the first search the planner itself makes', async () => {
    for (const text of ['想租个相机，一天100以内', '免押的帐篷', 'a drone for a week', '曜岚的镜头']) {
      const guess = speculate(request(text), await shop.catalog.vocabulary());
      expect(guess?.arguments, text).toEqual((await shop.last(text)).searches[0]);
    }
  });

  it.each(['你好', '再便宜点', '押金什么时候退', '我的订单', '轻一点的', '索尼相机', 'X3 和 N4 哪个好', '露营一家三口要一套', '三千以内'])(
    'is not tried where the planner is not sure: %s',
    async (text) => {
      expect(speculate(request(text), await shop.catalog.vocabulary())).toBeNull();
    },
  );

  it('is not tried for a change of the search before', async () => {
    const state = { arguments: { product_types: ['影像 > 相机'] }, total: 9, shown: ['cam-aurel-x3'] };
    expect(speculate(request('只看曜岚的', { search_state: state }), await shop.catalog.vocabulary())).toBeNull();
  });
});
