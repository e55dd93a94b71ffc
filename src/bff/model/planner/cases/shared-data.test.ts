import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogEngine } from '../../../catalog/engine.ts';
import { importFiles } from '../../../catalog/importers/import-files.ts';
import { mappingSchema } from '../../../catalog/importers/mapping.ts';
import { openSqliteCatalog } from '../../../catalog/sqlite/open.ts';
import { sqliteTransaction } from '../../../catalog/sqlite/transaction.ts';
import { createPlanner } from '../planner.ts';
import { type Case, faultsOf } from './case.ts';
import { Conversation, type TurnOutcome } from './converse.ts';
import { leyouCases } from './leyou-cases.ts';
import { pcCases } from './pc-cases.ts';

const DATA = '../shared/data';

function catalogue(name: string, files: readonly string[], locale: string, cases: readonly Case[]): void {
  describe.skipIf(files.length === 0 || !files.every(existsSync))(`${name} (skipped where ${DATA} is absent)`, () => {
    let engine: CatalogEngine;
    const folder = mkdtempSync(join(tmpdir(), 'aisle-planner-'));
    beforeAll(async () => {
      const path = join(folder, `${name}.db`);
      const mapping = v.parse(mappingSchema, JSON.parse(readFileSync(`mappings/${name}.json`, 'utf8')));
      await importFiles(sqliteTransaction(path), files, { mapping });
      engine = await openSqliteCatalog({ path, workers: 1 });
    }, 120_000);
    afterAll(async () => {
      await engine?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(cases.map((each) => [[each.say].flat().join(' → '), each] as const))('%s', async (_, each) => {
      const planner = createPlanner({ vocabulary: () => engine.vocabulary(), today: () => '2026-11-21' });
      const conversation = new Conversation(planner, engine, locale);
      const outcomes: TurnOutcome[] = [];
      for (const message of [each.say].flat()) outcomes.push(await conversation.say(message));
      const last = outcomes.at(-1);
      expect(last ? faultsOf(each, last, outcomes.at(-2)) : ['no message']).toEqual([]);
    });
  });
}

const parts = existsSync(`${DATA}/pc-parts`) ? readdirSync(`${DATA}/pc-parts`).filter((file) => file.endsWith('.jsonl')) : [];
catalogue(
  'pc-parts',
  parts.map((file) => `${DATA}/pc-parts/${file}`),
  'en',
  pcCases,
);
catalogue('leyou-zh', [`${DATA}/leyou-zh/catalog.derived.jsonl`], 'zh-CN', leyouCases);
