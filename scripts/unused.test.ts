import { describe, expect, it } from 'vitest';
import { findUnused, readSources } from './unused.ts';

/** Started by npm, a bundler or a page, not by an import. */
const ENTRIES = new Set([
  'src/bff/main.ts',
  'src/loader/main.ts',
  'src/loader/published/aisle.d.ts',
  'src/widget/mount.tsx',
  'src/widget/gallery/main.tsx',
  'src/widget/gallery/vite.config.ts',
  'src/testing/scripted-model/main.ts',
  'src/testing/mcp-server/main.ts',
  'src/console/main.tsx',
  'src/demo/dev.ts',
  'src/evals/judge/run.ts',
  'src/evals/model/run.ts',
  'src/evals/model/compare.ts',
  'src/evals/planner/run.ts',
  'src/evals/search/run.ts',
]);
/** The contract is whole, whether or not this side of it uses every name yet. */
const isEntry = (file: string): boolean => ENTRIES.has(file) || file.startsWith('src/protocol/') || /\.test\.tsx?$/.test(file);

const found = (files: Record<string, string>) => findUnused(new Map(Object.entries(files)), (file) => file === 'src/main.ts');

describe('what nobody uses', () => {
  it('an export that no other file mentions is found', () => {
    const files = {
      'src/main.ts': "import { used } from './a.ts';",
      'src/a.ts': 'export const used = 1;\nexport function forgotten() {}\n',
    };
    expect(found(files)).toEqual([{ file: 'src/a.ts', name: 'forgotten' }]);
  });
  it('an export that its own file needs is left alone: its type is part of another', () => {
    const files = {
      'src/main.ts': "import './a.ts';",
      'src/a.ts': 'export interface Part {}\nexport let main: Part | undefined;\nmain = {};\n',
    };
    expect(found(files)).toEqual([]);
  });
  it('a file that nobody imports is found; workers and lazy chunks are imports', () => {
    const files = {
      'src/main.ts': "new Worker(new URL('./worker.ts', import.meta.url)); import('./lazy.ts')",
      'src/worker.ts': '',
      'src/lazy.ts': '',
      'src/dead.ts': '',
    };
    expect(found(files)).toEqual([{ file: 'src/dead.ts' }]);
  });

  it('there is nothing of the kind in this project', () => {
    expect(findUnused(readSources(), isEntry).map(({ file, name }) => `${file}: ${name ?? 'the whole file'}`)).toEqual([]);
  });
});
