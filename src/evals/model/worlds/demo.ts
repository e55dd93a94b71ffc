import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import * as v from 'valibot';
import type { CatalogEngine } from '../../../bff/catalog/engine.ts';
import { readConfig } from '../../../bff/config.ts';
import { openKnowledge } from '../../../bff/knowledge/open.ts';
import type { ModelPort } from '../../../bff/model/port.ts';
import { ordersByLanguage } from '../../../bff/orders/languages.ts';
import { createOrdersOf } from '../../../bff/orders/memory.ts';
import { faultsOf, outcomeOf } from '../../../bff/replay/outcome.ts';
import { playCase } from '../../../bff/replay/play.ts';
import { demoKnowledgeFolder } from '../../../demo/knowledge/knowledge.ts';
import { demoOrderRecords } from '../../../demo/orders/records.ts';
import { demoProfile } from '../../../demo/profile.ts';
import { type SearchArguments, searchArgumentsSchema } from '../../../protocol/search.ts';
import { Adviser } from '../../adviser.ts';
import { openCatalogue } from '../../planner/catalogues.ts';
import type { LiveCase, SavedCase } from '../case.ts';
import type { Equivalence } from '../matching.ts';
import type { Stage } from '../turn-record.ts';
import { recordOf } from './shown.ts';

/** The demo shop with everything it has connected, and one model as its adviser. */
export interface DemoWorld {
  stage(test: LiveCase): Stage;
  /** A turn saved from a run: its own results, the shop of now for what they do not hold. */
  saved(test: SavedCase): Stage;
  readonly same: Equivalence;
  /** What a search finds, for checking the cases themselves. */
  readonly catalog: CatalogEngine;
  close(): Promise<void>;
}

/** As many items as one search returns. */
const MOST = 20;

/** Two searches ask the same when they find the same items: so many that all of them were read, or the same count and first page. */
async function findTheSame(catalog: CatalogEngine, expected: object, made: object): Promise<boolean> {
  const found = async (given: object): Promise<{ ids: string; total: number } | null> => {
    const parsed = v.safeParse(searchArgumentsSchema, given);
    if (!parsed.success) return null;
    const { cursor: _, direct: __, ...search }: SearchArguments = parsed.output;
    const { items, total } = await catalog.search({ ...search, limit: MOST }, { locale: 'en', signal: AbortSignal.timeout(10_000) });
    return {
      ids: items
        .map(({ product_id, id }) => product_id ?? id)
        .sort()
        .join(' '),
      total,
    };
  };
  try {
    const [one, other] = await Promise.all([found(expected), found(made)]);
    return one !== null && other !== null && one.total === other.total && one.ids === other.ids;
  } catch {
    // Arguments that the catalogue refuses ask for nothing.
    return false;
  }
}

/** @param model absent: the built-in planner. */
export async function openDemoWorld(model?: ModelPort): Promise<DemoWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-eval-'));
  const catalogue = await openCatalogue('demo', folder);
  if (!catalogue) throw new Error('the demo catalogue is part of the project');
  const parts = {
    shop: demoProfile,
    // No page is served; the folder only has to be there.
    assets: '.',
    knowledge: await openKnowledge(`dir:${demoKnowledgeFolder}`),
    orders: ordersByLanguage(
      { zh: createOrdersOf(demoOrderRecords('zh-CN')), en: createOrdersOf(demoOrderRecords('en')) },
      demoProfile.default_locale,
    ),
    ...(model ? { model } : {}),
  };
  const adviser = new Adviser(catalogue.engine, parts);
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off' });
  return {
    catalog: catalogue.engine,
    same: async (name, expected, made) => name === 'search_db' && findTheSame(catalogue.engine, expected, made),
    stage({ locale, sub, turns }) {
      const say = adviser.conversation(locale, sub);
      return {
        async say(index) {
          const turn = turns[index];
          if (!turn) throw new RangeError(`the case has no turn ${index}`);
          const started = performance.now();
          const { entries } = await say(turn.say, turn.page);
          return recordOf(entries, Math.round(performance.now() - started));
        },
      };
    },
    saved: ({ saved }) => ({
      async say() {
        const started = performance.now();
        const all = { ...parts, catalog: catalogue.engine, log: pino({ level: 'silent' }) };
        const { entries } = await playCase(saved, { config, parts: all, live: false });
        const record = recordOf(entries, Math.round(performance.now() - started));
        return { ...record, faults: faultsOf(saved.expect, outcomeOf(entries)) };
      },
    }),
    async close() {
      await adviser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
