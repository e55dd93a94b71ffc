import { access, constants, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Endings of files that a folder is searched for. A file that is named itself may end in anything. */
const ENDINGS = ['.jsonl', '.ndjson', '.json', '.csv', '.tsv', '.txt', '.xml', '.html', '.htm'];

/**
 * The files meant by paths: themselves, or the feeds in a folder by name. Where a folder holds JSON lines only those are
 * meant: an export's other files stand beside them.
 * @throws when one cannot be read, before anything is imported.
 */
export async function feedFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = (await stat(path)).isDirectory() ? await inFolder(path) : [path];
    for (const file of found) await access(file, constants.R_OK);
    files.push(...found);
  }
  return files;
}

async function inFolder(path: string): Promise<string[]> {
  const names = (await readdir(path)).sort();
  const lines = names.filter((name) => name.endsWith('.jsonl'));
  const found = lines.length > 0 ? lines : names.filter((name) => ENDINGS.includes(extname(name).toLowerCase()));
  if (found.length === 0) throw new Error(`${path} holds no feed (${ENDINGS.join(', ')})`);
  return found.map((name) => join(path, name));
}
