import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CatalogEngine } from '../../bff/catalog/engine.ts';
import { importFiles } from '../../bff/catalog/importers/import-files.ts';
import { mappingSchema } from '../../bff/catalog/importers/mapping.ts';
import { openSqliteCatalog } from '../../bff/catalog/sqlite/open.ts';
import { importItems, sqliteTransaction } from '../../bff/catalog/sqlite/transaction.ts';
import type { ImportTarget } from '../../bff/catalog/target.ts';
import { demoItems } from '../../demo/catalog/items.ts';
import type { Item } from '../../protocol/item.ts';

/** Where the shared feeds lie; what is not there is passed over. */
const DATA = '../shared/data';

/** A catalogue to ask, and all its items to check answers against. */
export interface Catalogue {
  readonly engine: CatalogEngine;
  readonly items: readonly Item[];
}

const feeds: Readonly<Record<string, () => string[]>> = {
  'pc-parts': () => readdirSync(`${DATA}/pc-parts`).flatMap((file) => (file.endsWith('.jsonl') ? [`${DATA}/pc-parts/${file}`] : [])),
  'leyou-zh': () => [`${DATA}/leyou-zh/catalog.derived.jsonl`],
  dummyjson: () => [`${DATA}/dummyjson/products.jsonl`],
  contoso: () => [`${DATA}/contoso/products.jsonl`],
  'litemall-zh': () => [`${DATA}/litemall-zh/catalog.derived.jsonl`],
  'retail-demo-store': () => [`${DATA}/retail-demo-store/products.jsonl`],
};

/**
 * Opens a catalogue of the evaluation.
 * @param folder where its file is written.
 * @returns null where its data is not on this machine.
 */
export async function openCatalogue(name: string, folder: string): Promise<Catalogue | null> {
  const path = join(folder, `${name}.db`);
  if (name === 'demo') {
    const items = demoItems();
    importItems(path, items);
    return { engine: await openSqliteCatalog({ path, workers: 1 }), items };
  }
  const files = feeds[name];
  if (!files || !existsSync(`${DATA}/${name}`)) return null;
  const items = new Map<string, Item>();
  const target = sqliteTransaction(path);
  const kept: ImportTarget = {
    ...target,
    put: (item) => {
      items.set(item.id, item);
      return target.put(item);
    },
    commit: () => target.commit(),
    rollback: () => target.rollback(),
  };
  const mapping = v.parse(mappingSchema, JSON.parse(readFileSync(`mappings/${name}.json`, 'utf8')));
  await importFiles(kept, files(), { mapping });
  return { engine: await openSqliteCatalog({ path, workers: 1 }), items: [...items.values()] };
}
