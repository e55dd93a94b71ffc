import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleCardData } from '../../protocol/parts.ts';
import type { Answer } from '../adviser.ts';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

const kitOf = (answer: Answer | undefined) =>
  answer?.parts.find((part) => part.type === 'data-bundleCard')?.data as BundleCardData | undefined;
const membersOf = (answer: Answer | undefined): string[] => kitOf(answer)?.members.map(({ item }) => item.id) ?? [];
const rentOf = (answer: Answer | undefined): number => kitOf(answer)?.totals.rent?.amount ?? Number.NaN;
const rolesOf = (answer: Answer | undefined): string[] => membersOf(answer).map((id) => id.split('-')[0] ?? '');

describe('a kit named part by part', () => {
  it.each([
    ['想租个投影仪，租三天', '还要音箱和幕布，一起配一套'],
    ['I need a projector for 3 days', 'also a speaker and a screen, as one kit'],
  ])('takes in what was looked at before: %s, %s', async (...messages) => {
    const answer = await shop.last(...messages);
    expect(rolesOf(answer).toSorted()).toEqual(['proj', 'screen', 'speaker']);
    expect(kitOf(answer)?.totals).toMatchObject({ days: 3, rent: {}, deposit: {} });
  });

  it('is what the message names and nothing else', async () => {
    expect(rolesOf(await shop.last('a tent and two sleeping bags together as a set, for 2 days')).toSorted()).toEqual(['bag', 'tent']);
  });

  it.each([
    ['a kit with a light tent and a warm sleeping bag', { sort_attribute: { name: 'weight', order: 'asc' } }, { key_features: ['warm'] }],
    ['租一套：轻便帐篷和保暖睡袋，两天', { key_features: ['lightweight'] }, { key_features: ['warm'] }],
  ])('has each part as its own words want it: %s', async (message, tent, bag) => {
    const answer = await shop.last(message);
    expect(rolesOf(answer).toSorted()).toEqual(['bag', 'tent']);
    expect(answer.searches).toEqual([expect.objectContaining(tent), expect.objectContaining(bag)]);
    expect(answer.searches[0]?.key_features ?? []).not.toContain('warm');
  });

  it.each([
    ['a Lumisol tent and a warm sleeping bag as a kit', /^Nothing fits what you said of the tent/],
    ['澄光的帐篷和保暖睡袋，配一套', /^帐篷没有完全符合要求的/],
  ])('says where nothing is as a part was wanted: %s', async (message, words) => {
    const answer = await shop.last(message);
    expect(answer.said).toMatch(words);
    expect(rolesOf(answer).toSorted()).toEqual(['bag', 'tent']);
  });

  it('several kinds that nobody wants together are a search', async () => {
    expect(kitOf(await shop.last('cameras or drones for a trip'))).toBeUndefined();
  });
});

describe('a kit under change', () => {
  const opening = 'a projection kit for the annual party of 60 people, three days';

  it('stays one kit when a part is left out, within what was said before', async () => {
    const [, tight, bare] = await shop.talk(opening, 'budget 300', 'ok without the screen');
    expect(tight?.said).toMatch(/That budget does not cover it/);
    expect(rolesOf(bare)).not.toContain('screen');
    expect(rolesOf(bare)).toContain('proj');
    expect(rentOf(bare)).toBeLessThan(rentOf(tight));
  });

  it('keeps its other parts when one is exchanged for a cheaper one', async () => {
    const [first, second] = await shop.talk('露营一家三口要一套，租两天', '换一个便宜点的睡袋');
    expect(membersOf(second)).toHaveLength(membersOf(first).length);
    const [before, after] = [membersOf(first), membersOf(second)];
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1);
    expect(after.find((id) => !before.includes(id))).toMatch(/^bag/);
    expect(rentOf(second)).toBeLessThan(rentOf(first));
  });

  it('keeps a tent to sleep in rather than take a cheaper sun shelter, and says so', async () => {
    const [first, second] = await shop.talk('露营一家三口要一套，租两天', '换一个便宜点的帐篷');
    expect(membersOf(second)).toEqual(membersOf(first));
    expect(second.said).toMatch(/没有别的合适的帐篷/);
  });

  it('says so where nothing cheaper fits', async () => {
    const [first, second] = await shop.talk(opening, 'a cheaper projector in it', 'a cheaper projector in it');
    expect(membersOf(second).length).toBe(membersOf(first).length);
  });

  it('grows by a part', async () => {
    const [first, second] = await shop.talk('露营一家三口要一套，租两天', '再加一个天幕');
    expect(membersOf(second)).toEqual([...membersOf(first), expect.stringMatching(/tarp/)]);
  });

  it.each(['麦克风就不用了', '麦克风我自己有', '把麦克风去掉'])('is left without what the shopper does not need: %s', async (message) => {
    const [first, second] = await shop.talk('公司年会60人要一套投影设备，租三天', message);
    expect(rolesOf(first)).toContain('mic');
    expect(membersOf(second)).toEqual(membersOf(first).filter((id) => !id.startsWith('mic')));
  });

  it('outlives a question about the rules and thanks', async () => {
    const answers = await shop.talk(opening, 'when do I get the deposit back?', 'thanks', 'make it five days');
    expect(membersOf(answers[3])).toEqual(membersOf(answers[0]));
    expect(kitOf(answers[3])?.totals.days).toBe(5);
  });

  it('stays the same in all that nobody spoke of', async () => {
    const [, cheap, less] = await shop.talk(
      'camping kit for a family of four, two nights',
      'too expensive',
      'I already have sleeping bags',
    );
    expect(membersOf(less)).toEqual(membersOf(cheap).filter((id) => !id.startsWith('bag')));
  });

  it('is not lost in a long conversation', async () => {
    const answers = await shop.talk(
      'camping kit for a family of four, two nights',
      'too expensive',
      'I already have sleeping bags',
      'add a tarp',
      'add a speaker',
      'for a week',
    );
    expect(rolesOf(answers.at(-1)).toSorted()).toEqual(['lantern', 'speaker', 'stove', 'tent', 'tent']);
    expect(kitOf(answers.at(-1))?.totals.days).toBe(7);
  });

  it('takes in a part that must be bigger', async () => {
    const [first, second] = await shop.talk('projector + screen, as a bundle, for a wedding, 2 days', 'a bigger screen');
    expect(rolesOf(second)).toEqual(rolesOf(first));
    expect(membersOf(second)).not.toEqual(membersOf(first));
  });

  it('is over when something else is searched for', async () => {
    expect(kitOf(await shop.last(opening, 'show me drones', 'cheaper'))).toBeUndefined();
  });
});

describe('another length', () => {
  it.each([
    ['a camera for 3 days', 'rent it for a month instead', 30],
    ['想租个无人机，租3天', '改租一个月', 30],
    ['a camera for 3 days', 'make it two weeks', 14],
    ['想租个无人机，租3天', '那租它一周呢', 7],
  ])('after a list changes its search: %s, %s', async (first, second, rental_days) => {
    const answer = await shop.last(first, second);
    expect(answer.searches.at(-1)).toMatchObject({ rental_days, offer_kind: 'lease' });
    expect(answer.cards.length).toBeGreaterThan(1);
  });
});

describe('a search that goes on', () => {
  it('is of the narrower kind where a shelf is named beside it', async () => {
    for (const card of (await shop.last('想给宝宝买个推车')).cards) expect(card.id).toMatch(/^stroller/);
  });

  it.each([
    ['有没有儿童安全座椅', '能旋转的', /^seat/],
    ['想给宝宝买个推车', '能带上飞机的', /^stroller/],
  ])('takes a description for a condition: %s, %s', async (first, second, kind) => {
    const answer = await shop.last(first, second);
    expect(answer.cards.length).toBeGreaterThan(0);
    for (const card of answer.cards) expect(card.id).toMatch(kind);
  });

  it('reads months as a length', async () => {
    expect((await shop.last('e-bike for commuting', 'rent for 3 months')).searches[0]).toMatchObject({ rental_days: 90 });
  });

  it('measures "lighter" in the unit of what was shown', async () => {
    const answer = await shop.last('laptops', 'lighter');
    expect(answer.cards.length).toBeGreaterThan(0);
  });

  it('keeps no place in a list whose order changes', async () => {
    expect((await shop.last('想租个音箱', '户外用 200人', '防水吗', '换一批')).said).not.toMatch(/没有回应/);
  });

  it('is not narrowed by where somebody goes', async () => {
    expect((await shop.last('rent a drone for my Iceland trip, 10 days')).searches[0]).not.toHaveProperty('query');
  });
});

describe('a number of people', () => {
  it.each(['tent for 4', 'a tent for four', '四人帐篷', '4人的帐篷', 'tent for 4, two nights'])('%s', async (message) => {
    const answer = await shop.last(message);
    expect(answer.searches[0]?.attributes).toEqual([{ name: 'capacity_people', op: 'gte', value: 4 }]);
  });

  it('changes the one before it', async () => {
    expect((await shop.last('四人帐篷', '六人的呢')).searches[0]?.attributes).toEqual([{ name: 'capacity_people', op: 'gte', value: 6 }]);
  });

  it('is none where things are for no people', async () => {
    expect((await shop.last('a camera for 400')).searches[0]).not.toHaveProperty('attributes');
  });
});

describe('a kind below the named one', () => {
  it.each(['tents by Farlea', 'tents', '帐篷'])('does not stand where the named kind exists: %s', async (message) => {
    const answer = await shop.last(message);
    expect(answer.cards.length).toBeGreaterThan(0);
    for (const card of answer.cards) expect(card.id).not.toMatch(/tarp/);
  });

  it('is found by its own name', async () => {
    expect((await shop.last('tents', 'show me tarps')).cards.every((card) => card.id.includes('tarp'))).toBe(true);
  });

  it('is the named kind where that has no things of its own', async () => {
    expect((await shop.last('stands')).cards.length).toBeGreaterThan(0);
  });
});

describe('what the rules answer', () => {
  it.each([
    ['Where is my deposit, it has been two weeks', /deposit comes back/i],
    ['My deposit has not arrived, three weeks have passed', /deposit comes back/i],
    ['我的押金两周了还没退', /押金什么时候退/],
    ['what if I crash the drone?', /breaks|damage/i],
    ['无人机炸机了怎么办', /坏|损/],
  ])('%s', async (message, source) => {
    const answer = await shop.last(message);
    expect(answer.calls.map((call) => call.name)).toEqual(['knowledge_search']);
    expect(answer.sources[0]).toMatch(source);
  });

  it.each([
    ['无人机能带上飞机吗'],
    ['can I take the drone on a plane'],
    ['想带无人机坐飞机，可以吗'],
    ['is a drone allowed in hand luggage?'],
    ['drones', 'can I take it on a plane?'],
  ])('is no list of things: %s', async (...messages) => {
    const answer = await shop.last(...messages);
    expect(answer.calls.map((call) => call.name)).not.toContain('search_db');
    expect(answer.said).toMatch(/飞机|plane|hand luggage/);
  });
});

describe('a thing the shop does not have', () => {
  it.each(['我要一架钢琴', '想要个鱼缸', '来一台钢琴', 'I want a piano', 'a drum kit please'])(
    'is looked for, and that it is not sold is said: %s',
    async (message) => {
      const answer = await shop.last(message);
      expect(answer.searches.length).toBeGreaterThan(0);
      expect(answer.said).toMatch(/没有和|We do not carry/);
    },
  );
});
