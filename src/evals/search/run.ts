/**
 * How well the search orders and finds, against plain BM25 over title and attributes in the same run: nDCG@10 and recall@50
 * over queries whose answers are graded by what items state (`judged.ts`).
 *
 * Method: each query goes to the catalogue's engine as `search_db {query}` and nothing else; fifty results are read page by
 * page. Every third query of a set is held out: nothing is tuned on it. A catalogue whose feed is not on this machine is
 * passed over.
 *
 * Run: npm run eval:search [-- [--each] [--held-out-each] [catalogue …]]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogEngine } from '../../bff/catalog/engine.ts';
import type { Item } from '../../protocol/item.ts';
import { openCatalogue } from '../planner/catalogues.ts';
import { gradeOf, type Judged, judgedOf } from './judged.ts';
import { FOUND_WITHIN, ndcg, recall } from './measures.ts';
import { PlainSearch } from './plain.ts';
import { type Measured, tables } from './report.ts';
import { querySets } from './sets/index.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const flags = process.argv.slice(2);
const wanted = flags.filter((flag) => !flag.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'aisle-eval-search-'));
const measured: Measured[] = [];

/** Items by id, each in all its languages. */
function byId(items: readonly Item[]): Map<string, Item[]> {
  const records = new Map<string, Item[]>();
  for (const item of items) records.set(item.id, [...(records.get(item.id) ?? []), item]);
  return records;
}

async function found(engine: CatalogEngine, query: string, locale: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await engine.search({ query, limit: 10, ...(cursor !== undefined && { cursor }) }, { locale });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < FOUND_WITHIN);
  return items;
}

/** The best grade of each product. */
function bestGrades(judged: Judged, records: ReadonlyMap<string, readonly Item[]>): number[] {
  const best = new Map<string, number>();
  for (const [id, item] of records) {
    const product = item[0]?.product_id ?? id;
    best.set(product, Math.max(best.get(product) ?? 0, gradeOf(judged, item)));
  }
  return [...best.values()];
}

for (const set of querySets) {
  if (wanted.length > 0 && !wanted.includes(set.catalogue)) continue;
  const catalogue = await openCatalogue(set.catalogue, folder);
  if (!catalogue) {
    print(`${set.catalogue}: skipped, its feed is not on this machine`);
    continue;
  }
  const records = byId(catalogue.items);
  const plain = new PlainSearch([...records.values()]);
  for (const judged of judgedOf(set)) {
    const all = bestGrades(judged, records);
    if (!all.includes(3)) throw new Error(`${set.catalogue}: nothing answers "${judged.query}" fully`);
    const grades = (items: readonly Item[]) => items.map((item) => gradeOf(judged, records.get(item.id) ?? []));
    const ours = grades(await found(catalogue.engine, judged.query, set.locale));
    const theirs = grades(plain.search(judged.query, FOUND_WITHIN));
    const both = {
      ours: { ndcg: ndcg(ours, all), recall: recall(ours, all) },
      plain: { ndcg: ndcg(theirs, all), recall: recall(theirs, all) },
    };
    measured.push({ ...both, catalogue: set.catalogue, locale: set.locale, judged });
    if (flags.includes(judged.held_out ? '--held-out-each' : '--each'))
      print(
        `${set.catalogue} ${judged.kind} "${judged.query}" ${both.ours.ndcg.toFixed(2)} (${both.plain.ndcg.toFixed(2)}) recall ${both.ours.recall.toFixed(2)} (${both.plain.recall.toFixed(2)}) ${ours.slice(0, 10).join('')}`,
      );
  }
  await catalogue.engine.close();
}
print(tables(measured));
rmSync(folder, { recursive: true, force: true });
