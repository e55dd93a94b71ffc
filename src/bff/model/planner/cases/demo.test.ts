import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoItems } from '../../../../demo/catalog/items.ts';
import type { CatalogEngine } from '../../../catalog/engine.ts';
import { itemFile } from '../../../catalog/item-file.ts';
import { openSqliteCatalog } from '../../../catalog/sqlite/open.ts';
import { createPlanner } from '../planner.ts';
import { type Case, faultsOf } from './case.ts';
import { Conversation, type TurnOutcome } from './converse.ts';
import { demoEnCases, demoZhCases } from './demo-cases.ts';

let engine: CatalogEngine;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(demoItems(), join(tmpdir(), 'aisle-planner-shop')), workers: 1 });
}, 60_000);
afterAll(() => engine.close());

describe.each<[string, readonly Case[]]>([
  ['zh-CN', demoZhCases],
  ['en', demoEnCases],
])('the demo shop in %s', (locale, cases) => {
  it.each(cases.map((each) => [[each.say].flat().join(' → '), each] as const))('%s', async (_, each) => {
    const planner = createPlanner({ vocabulary: () => engine.vocabulary(), today: () => '2026-11-21' });
    const conversation = new Conversation(planner, engine, locale);
    const outcomes: TurnOutcome[] = [];
    for (const message of [each.say].flat()) outcomes.push(await conversation.say(message));
    const last = outcomes.at(-1);
    expect(last ? faultsOf(each, last, outcomes.at(-2)) : ['no message']).toEqual([]);
  });
});
