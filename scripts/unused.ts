import { globSync, readFileSync } from 'node:fs';

/** A name that a module exports and nobody else mentions, or a module that nobody imports. */
export interface Unused {
  readonly file: string;
  /** Absent when the whole file is unused. */
  readonly name?: string;
}

const EXPORTED = /^export (?:declare )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
const IMPORTED = /(?:from|import\(?|new URL\()\s*'(\.{1,2}\/[^']+?)(?:\?\w+)?'/g;

/**
 * Exports and files of `src` that nothing uses. It looks for words, not bindings: a name that stands in any other file
 * counts as used, so what it reports is certain, and what it passes is likely.
 * @param sources text by path; tests, scripts and programs included, since a use there is a use.
 * @param entries files that something outside the sources starts or reads.
 */
export function findUnused(sources: ReadonlyMap<string, string>, entries: (file: string) => boolean): Unused[] {
  const words = new Map([...sources].map(([file, text]) => [file, new Set(text.match(/\w+/g))]));
  const imported = new Set(
    [...sources].flatMap(([file, text]) =>
      [...text.matchAll(IMPORTED)].map((match) => new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1)),
    ),
  );
  const unused: Unused[] = [];
  for (const [file, text] of sources) {
    if (!file.startsWith('src/') || entries(file)) continue;
    if (!imported.has(file)) {
      unused.push({ file });
      continue;
    }
    for (const [, name = ''] of text.matchAll(EXPORTED)) {
      const elsewhere = [...words].some(([other, mentioned]) => other !== file && mentioned.has(name));
      const here = (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
      if (!elsewhere && !here) unused.push({ file, name });
    }
  }
  return unused;
}

/** Everything that may use an export. */
export function readSources(): Map<string, string> {
  const files = globSync(['{src,e2e,bench,scripts}/**/*.{ts,tsx}', '*.ts', 'package.json'], {
    exclude: (name) => name === 'node_modules' || name === 'snapshots',
  });
  return new Map(files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]));
}
