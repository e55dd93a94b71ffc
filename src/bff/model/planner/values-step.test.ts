import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CatalogEngine } from '../../catalog/engine.ts';
import { itemFile } from '../../catalog/item-file.ts';
import { openSqliteCatalog } from '../../catalog/sqlite/open.ts';
import { Conversation } from './cases/converse.ts';
import { shopItems } from './cases/shop.ts';
import { createPlanner } from './planner.ts';

let engine: CatalogEngine;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(shopItems, join(tmpdir(), 'aisle-values-shop')), workers: 1 });
});
afterAll(() => engine.close());

const conversation = (locale: string) =>
  new Conversation(createPlanner({ vocabulary: () => engine.vocabulary(), today: () => '2026-11-21' }), engine, locale);

it.each([
  ['en', 'Which brands of camera do you have?', 'brands'],
  ['zh-CN', '相机有哪些牌子？', 'brands'],
])('the values are those of the items spoken of, each with its count, as a question to choose by: %s %s', async (locale, text, field) => {
  const { said, question, searches, cards } = await conversation(locale).say(text);
  const facet = searches[0]?.result.facets.find((each) => each.field === field);
  expect(facet?.values.length).toBeGreaterThan(1);
  for (const { value, count } of facet?.values.slice(0, 6) ?? []) {
    expect(said).toContain(value);
    expect(said).toContain(String(count));
  }
  expect(question?.options).toEqual(facet?.values.slice(0, 6).map(({ value }) => value));
  expect(cards).toEqual([]);
});

it('what was searched for before is what is spoken of', async () => {
  const talk = conversation('en');
  await talk.say('tents');
  const { searches } = await talk.say('which colours are there?');
  expect(searches[0]?.arguments.product_types?.join()).toMatch(/tent|帐篷/i);
});
