import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Item } from '../../protocol/item.ts';
import { SCHEMA_VERSION } from './sqlite/schema.ts';
import { importItems } from './sqlite/transaction.ts';

/**
 * A catalogue file of these very items, made at the first call and found at later ones: its name holds their hash, and that of the
 * layout, so that a file of another version is not taken for the same one.
 * Made under another name first, so that a start cut short leaves no half file behind.
 * Files of other items are removed: they are those of earlier versions.
 * @param folder created where it does not exist.
 * @returns the path for {@link openSqliteCatalog}.
 */
export function itemFile(items: readonly Item[], folder: string): string {
  const hash = createHash('sha256').update(SCHEMA_VERSION).update(JSON.stringify(items)).digest('hex').slice(0, 16);
  const path = join(folder, `items-${hash}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const making = `${path}.${process.pid}`;
  importItems(making, items);
  renameSync(making, path);
  for (const name of readdirSync(folder))
    if (/^items-.*\.db/.test(name) && !name.startsWith(basename(path))) rmSync(join(folder, name), { force: true });
  return path;
}
