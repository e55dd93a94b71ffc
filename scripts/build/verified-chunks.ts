import { createHash } from 'node:crypto';
import type { Rolldown } from 'vite';

/** A chunk as far as verification needs it. */
export type Chunk = Pick<Rolldown.OutputChunk, 'fileName' | 'code' | 'imports' | 'dynamicImports'>;
export type Chunks = ReadonlyMap<string, Chunk>;

/**
 * `sha256-…`, as `fetch(url, {integrity})` wants it. A hash does not compress, one stands in the loader on every page and
 * a dozen in the entry: the longer ones would cost 16 bytes each and are no stronger in practice.
 */
export const integrityOf = (code: string): string => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/** A chunk and everything it imports statically, itself first. */
export function closure(chunks: Chunks, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of chunks.get(file)?.imports ?? []) closure(chunks, next, found);
  return found;
}

/**
 * Makes each lazy `import('./x.js')` fetch `x.js`, and whatever that imports statically, against their SHA-256 first.
 * The loader does the same for the entry, so no byte of ours runs on a shop's page unverified. `import()` of the same
 * immutable address is then answered by the HTTP cache that `fetch` has just filled.
 *
 * The hash of a lazy chunk stands in its importer, so chunks are finished from the leaves up.
 * @param chunks by file name, all in one folder; their `code` is changed in place.
 * @param entry verified by the loader before anything else runs.
 * @returns file name → integrity.
 * @throws Error when lazy chunks import each other in a circle, or an import is not written as a plain string.
 */
export function verifyLazyImports(chunks: Chunks, entry: string): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  const unfinished = new Set<string>();

  const finish = (file: string): string => {
    const known = hashes.get(file);
    if (known) return known;
    const chunk = chunks.get(file);
    if (!chunk) throw new Error(`${file} is imported and is no part of this build`);
    if (unfinished.has(file)) throw new Error(`${file} stands in a circle of lazy imports, so its importer cannot hold its hash`);
    unfinished.add(file);
    const running = closure(chunks, file, closure(chunks, entry));
    for (const lazy of new Set(chunk.dynamicImports)) {
      const needed = [...closure(chunks, lazy)].filter((each) => !running.has(each));
      chunk.code = verifyImport(chunk, lazy, new Map(needed.map((each) => [each, finish(each)])));
    }
    unfinished.delete(file);
    const hash = integrityOf(chunk.code);
    hashes.set(file, hash);
    return hash;
  };

  finish(entry);
  for (const file of chunks.keys()) finish(file);
  return hashes;
}

const sibling = (file: string): string => `./${file.slice(file.lastIndexOf('/') + 1)}`;

function verifyImport(chunk: Chunk, lazy: string, needed: ReadonlyMap<string, string>): string {
  const written = ['"', "'", '`'].map((quote) => `import(${quote}${sibling(lazy)}${quote})`);
  const found = written.filter((text) => chunk.code.includes(text));
  if (found.length === 0) throw new Error(`${chunk.fileName} imports ${lazy}, and not by a plain import("${sibling(lazy)}")`);
  const fetches = [...needed].map(([file, integrity]) => `fetch(new URL("${sibling(file)}",import.meta.url),{integrity:"${integrity}"})`);
  const verified = `Promise.all([${fetches}]).then(()=>import("${sibling(lazy)}"))`;
  return found.reduce((code, text) => code.replaceAll(text, () => verified), chunk.code);
}
