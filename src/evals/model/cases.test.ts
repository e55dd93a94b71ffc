import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoItems } from '../../demo/catalog/items.ts';
import { demoKnowledge } from '../../demo/knowledge/knowledge.ts';
import { searchArgumentsSchema } from '../../protocol/search.ts';
import { parseConstraint } from '../planner/constraint.ts';
import { isRecorded, type LiveCase } from './case.ts';
import { loadSet, type NamedCase } from './sets.ts';
import { type DemoWorld, openDemoWorld } from './worlds/demo.ts';

const loaded = loadSet('demo');
const all: readonly NamedCase[] = 'cases' in loaded ? loaded.cases : [];
const cases = all.flatMap(({ test: each }) => (isRecorded(each) ? [] : [each]));
const items = demoItems();
const ids = new Set(items.map(({ id }) => id));
let world: DemoWorld;
beforeAll(async () => {
  world = await openDemoWorld();
}, 120_000);
afterAll(() => world.close());

/** A case's turns with its language. */
const turnsOf = ({ locale, turns }: LiveCase) => turns.map((turn) => ({ ...turn, locale }));

/** Every search a case expects, with what is asked of its result. */
const searches = (each: LiveCase) =>
  each.turns.flatMap(({ expect: wanted }) =>
    (wanted.calls ?? []).flatMap(({ name, arguments: args }) =>
      name === 'search_db' && args ? (Array.isArray(args) ? args : [args]).map((one) => ({ args: one, wanted, locale: each.locale })) : [],
    ),
  );

test('there are 200 cases and more, both languages, every tool and every card among them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  const chinese = cases.filter(({ locale }) => locale === 'zh-CN').length;
  expect(Math.min(chinese, cases.length - chinese)).toBeGreaterThanOrEqual(100);
  const turns = cases.flatMap((each) => each.turns.map((turn) => turn.expect));
  const tools = new Set(turns.flatMap(({ calls }) => (calls ?? []).map(({ name }) => name)));
  for (const tool of ['search_db', 'compare_items', 'knowledge_search', 'order_query', 'logistics_query']) expect(tools).toContain(tool);
  expect(turns.some(({ may }) => may.includes('get_item'))).toBe(true);
  const cards = new Set(turns.flatMap((turn) => [...turn.cards, ...turn.any_cards, ...(turn.asks ? ['askCard'] : [])]));
  for (const card of ['itemCard', 'moreItems', 'compareTable', 'videoCard', 'bundleCard', 'orderCard', 'trackingCard', 'askCard'])
    expect(cards).toContain(card);
  expect(cases.filter((each) => each.turns.length > 10).length).toBeGreaterThanOrEqual(8);
});

const kinds = [...new Set(all.map(({ kind }) => kind))];

describe.each(kinds)('%s cases', (kind) => {
  const own = all.flatMap(({ kind: its, test: each }) => (its !== kind || isRecorded(each) ? [] : [each]));

  test('name items and documents that the demo shop has', () => {
    for (const { locale, page, expect: wanted } of own.flatMap(turnsOf)) {
      const named = [
        page?.item_id ?? [],
        (page?.cart ?? []).map(({ item_id }) => item_id),
        page?.compare ?? [],
        wanted.shows,
        wanted.all_of,
      ].flat();
      for (const id of named) expect(ids).toContain(id);
      const document = demoKnowledge().find((each) => each.id === wanted.doc && each.locale === locale);
      if (wanted.doc !== undefined) expect(document, wanted.doc).toBeDefined();
      if (document) for (const fact of wanted.facts) expect(document.text).toMatch(new RegExp(fact, 'iu'));
    }
  });

  test('ask for cards that some item can fill', () => {
    for (const { locale, expect: wanted } of own.flatMap(turnsOf)) {
      const conditions = wanted.each.map(parseConstraint);
      const some = items.some((item) => item.locale === locale && conditions.every((condition) => condition.holds(item)));
      expect(some, wanted.each.join('; ')).toBe(true);
    }
  });

  test('expect searches that find what the cards must be, or nothing where there is nothing', async () => {
    for (const { locale, args, wanted } of own.flatMap(searches)) {
      const search = v.parse(v.strictObject(searchArgumentsSchema.entries), args);
      const found = await world.catalog.search({ ...search, limit: 20 }, { locale, signal: AbortSignal.timeout(10_000) });
      if (wanted.none) expect(found.total, JSON.stringify(args)).toBe(0);
      else {
        expect(found.total, JSON.stringify(args)).toBeGreaterThan(0);
        const conditions = wanted.each.map(parseConstraint);
        // What is sorted by is about the first ones alone.
        const shown = search.sort === undefined ? found.items : found.items.slice(0, 1);
        for (const item of shown)
          for (const condition of conditions) expect(condition.holds(item), `${item.id}: ${condition.text}`).toBe(true);
      }
    }
  });
});
