import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogEngine } from '../../../catalog/engine.ts';
import { itemFile } from '../../../catalog/item-file.ts';
import { openSqliteCatalog } from '../../../catalog/sqlite/open.ts';
import { createPlanner } from '../planner.ts';
import { type Case, faultsOf } from './case.ts';
import { Conversation, type TurnOutcome } from './converse.ts';
import { shopItems } from './shop.ts';
import { enCases, zhCases } from './shop-cases.ts';

let engine: CatalogEngine;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(shopItems, join(tmpdir(), 'aisle-planner-shop')), workers: 1 });
});
afterAll(() => engine.close());

async function faults(expected: Case, locale: string): Promise<string[]> {
  const planner = createPlanner({ vocabulary: () => engine.vocabulary(), today: () => '2026-11-21' });
  const conversation = new Conversation(planner, engine, locale);
  const messages = typeof expected.say === 'string' ? [expected.say] : expected.say;
  const outcomes: TurnOutcome[] = [];
  for (const message of messages) outcomes.push(await conversation.say(message));
  const last = outcomes.at(-1);
  return last ? faultsOf(expected, last, outcomes.at(-2)) : ['no message'];
}

const named = (cases: readonly Case[]) => cases.map((each) => [[each.say].flat().join(' → '), each] as const);

describe('a small shop, asked in Chinese', () => {
  it.each(named(zhCases))('%s', async (_, each) => {
    expect(await faults(each, 'zh-CN')).toEqual([]);
  });
});

describe('a small shop, asked in English', () => {
  it.each(named(enCases))('%s', async (_, each) => {
    expect(await faults(each, 'en')).toEqual([]);
  });
});
