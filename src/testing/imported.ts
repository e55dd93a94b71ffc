import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportOptions, importFiles, type RecordFault } from '../bff/catalog/importers/import-files.ts';
import type { ImportTarget } from '../bff/catalog/target.ts';
import type { Item } from '../protocol/item.ts';
import type { Money } from '../protocol/money.ts';

/** A target that keeps everything that was put, as a catalogue would get it. */
export function keptItems(): ImportTarget & { readonly items: Item[] } {
  const items: Item[] = [];
  return {
    items,
    put: (item) => {
      const known = items.findIndex(({ id, locale }) => id === item.id && locale === item.locale);
      if (known >= 0) items.splice(known, 1);
      items.push(item);
      return known >= 0;
    },
    commit: () => {},
    rollback: () => {
      items.length = 0;
    },
  };
}

/**
 * Imports a file of this content on 21 November 2026.
 * @param name its ending may tell its shape.
 * @returns faults as `line field: reason`, and what items go without the same way.
 */
export async function importedFile(name: string, content: string, options: ImportOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-feed-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    const target = keptItems();
    const told: RecordFault[] = [];
    await importFiles(target, [path], { now: () => new Date('2026-11-21T08:00:00Z'), report: (fault) => told.push(fault), ...options });
    const words = (kept: boolean) =>
      told.filter((fault) => (fault.kept ?? false) === kept).map(({ line, field, reason }) => `${line} ${field}: ${reason}`);
    return { items: target.items, faults: words(false), left_out: words(true) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const usd = (amount: number): Money => ({ amount, currency: 'USD' });
