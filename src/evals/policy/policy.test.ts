import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adviser } from '../adviser.ts';
import { openCatalogue } from '../planner/catalogues.ts';
import { measurePolicy } from './measure.ts';
import { chinese, english } from './questions.ts';
import { serviceFaults } from './service.ts';
import { serviceCases } from './service-cases.ts';
import { demoAdviser, demoContact, titlesIn } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-policy-'));
let adviser: Adviser;
beforeAll(async () => {
  const catalogue = await openCatalogue('demo', folder);
  if (!catalogue) throw new Error('the demo catalogue is part of the project');
  adviser = await demoAdviser(catalogue.engine);
}, 60_000);
afterAll(async () => {
  await adviser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('questions about rules', () => {
  it.each([english, chinese])('nine of ten show a right source first, or say that nothing is written ($locale)', async (set) => {
    const { right, faults } = await measurePolicy(adviser, { ...set, held_out: [] }, titlesIn(set.locale), demoContact);
    const [hits, of] = right.tuned;
    expect(hits / of, faults.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

describe('orders, items and what is none of a shop’s business', () => {
  it.each(serviceCases.map((each) => [each.kind, each.locale, each.say, each.page ?? each.sub ?? '', each] as const))(
    '%s %s: %s (%s)',
    async (_kind, _locale, _say, _where, each) => {
      expect(await serviceFaults(adviser, each)).toEqual([]);
    },
  );
});

describe('two of the items shown', () => {
  it.each([
    ['zh-CN', '租一台相机', '第一个和第二个哪个好'],
    ['zh-CN', '租一台相机', '这两个有什么区别？'],
    ['en', 'rent a camera', 'which is better, the first or the second?'],
    ['en', 'rent a camera', 'what is the difference between the first two?'],
  ])('are set side by side, whatever the shop has written down: %s, %s → %s', async (locale, wish, question) => {
    const say = adviser.conversation(locale);
    await say(wish);
    const answer = await say(question);
    expect(answer.calls.map((call) => call.name)).toEqual(['compare_items']);
  });
});

describe('a name the shop has listed among its synonyms', () => {
  it.each([
    ['zh-CN', '想租个卡式炉'],
    ['en', 'rent a gas burner for camping'],
  ])('is searched for by the catalogue’s own: %s, %s', async (locale, wish) => {
    const answer = await adviser.conversation(locale)(wish);
    expect(answer.cards.length).toBeGreaterThan(0);
    expect(answer.cards.every((card) => card.categories?.some(({ value }) => /炉具|stove/i.test(value)))).toBe(true);
  });
});
