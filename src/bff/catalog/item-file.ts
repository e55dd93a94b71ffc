import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Item } from '../../protocol/item.ts';
import { importItems } from './sqlite/transaction.ts';

/** Grows when a catalogue file is laid out anew, so that an old file is not taken for the same one. */
const LAYOUT = 2;

/**
 * A catalogue file of these very items, made at the first call and found at later ones: its name holds their hash.
 * Made under another name first, so that a start cut short leaves no half file behind.
 * Files of other items are removed: they are those of earlier versions.
 * @param folder created where it does not exist.
 * @returns the path for {@link openSqliteCatalog}.
 */
export function itemFile(items: readonly Item[], folder: string): string {
  const hash = createHash('sha256').update(`${LAYOUT}`).update(JSON.stringify(items)).digest('hex').slice(0, 16);
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
