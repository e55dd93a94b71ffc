import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { closure, verifyLazyImports } from './verified-chunks.ts';

/** Where the widget's files stand until their contents have named the folder. */
export const STAGING = 'w/next';

/** What a build of the widget left in `dist/public`; `manifest.json` holds it. */
export interface Manifest {
  /** Hash of all contents: names the folder, so every address below it is immutable. */
  readonly version: string;
  /** What the loader fetches on the first intent; it imports nothing statically, so one hash covers it. */
  readonly entry: { readonly path: string; readonly integrity: string };
  /** Path → integrity of every chunk. */
  readonly files: Readonly<Record<string, string>>;
}

/** Verifies lazy imports, moves the bundle to its immutable address, and writes the manifest for the loader. */
export function publishPlugin(outDir: string): Plugin {
  let manifest: Manifest;
  return {
    name: 'aisle:publish',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = new Map(Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])));
        const entry = [...chunks.values()].find((chunk) => chunk.isEntry)?.fileName;
        if (!entry) throw new Error('The widget build has no entry');
        const others = [...closure(chunks, entry)].slice(1);
        if (others.length > 0) throw new Error(`The widget's entry imports ${others}, which the loader would not verify`);
        manifest = manifestOf(entry, verifyLazyImports(chunks, entry));
      },
    },
    writeBundle() {
      renameSync(join(outDir, STAGING), join(outDir, 'w', manifest.version));
      writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}

/** Puts the types of the page API beside the loader; `aisle-types.test.ts` holds them to the protocol. */
export const typesPlugin = (outDir: string): Plugin => ({
  name: 'aisle:types',
  writeBundle: () => copyFileSync('src/loader/published/aisle.d.ts', join(outDir, 'aisle.d.ts')),
});

function manifestOf(entry: string, hashes: ReadonlyMap<string, string>): Manifest {
  const version = createHash('sha256')
    .update(JSON.stringify([...hashes].sort()))
    .digest('hex')
    .slice(0, 8);
  const path = (file: string): string => `w/${version}/${basename(file)}`;
  return {
    version,
    entry: { path: path(entry), integrity: hashes.get(entry) ?? '' },
    files: Object.fromEntries([...hashes].map(([file, integrity]) => [path(file), integrity])),
  };
}

/** @throws Error when the widget has not been built. */
export function readManifest(outDir: string): Manifest {
  return JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as Manifest;
}
