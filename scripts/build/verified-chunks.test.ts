import { describe, expect, it } from 'vitest';
import { type Chunk, integrityOf, verifyLazyImports } from './verified-chunks.ts';

const chunk = (fileName: string, code: string, imports: string[] = [], dynamicImports: string[] = []): Chunk => ({
  fileName,
  code,
  imports,
  dynamicImports,
});
const bundle = (...chunks: Chunk[]): Map<string, Chunk> => new Map(chunks.map((each) => [each.fileName, each]));
const codeOf = (chunks: Map<string, Chunk>, file: string): string => chunks.get(file)?.code ?? '';

describe('verified chunks', () => {
  it('a lazy import fetches its file against its hash before it runs', () => {
    const chunks = bundle(chunk('w/entry.js', 'f(()=>import(`./table.js`))', [], ['w/table.js']), chunk('w/table.js', 'export{}'));
    verifyLazyImports(chunks, 'w/entry.js');
    expect(codeOf(chunks, 'w/entry.js')).toBe(
      `f(()=>Promise.all([fetch(new URL("./table.js",import.meta.url),{integrity:"${integrityOf('export{}')}"})]).then(()=>import("./table.js")))`,
    );
  });

  it('what a lazy chunk imports is verified with it, what already runs is not fetched again', () => {
    const chunks = bundle(
      chunk('entry.js', 'import("./order.js")', [], ['order.js']),
      chunk('order.js', 'o', ['entry.js', 'shared.js']),
      chunk('shared.js', 's', ['entry.js']),
    );
    verifyLazyImports(chunks, 'entry.js');
    const code = codeOf(chunks, 'entry.js');
    expect(code).toContain(integrityOf('o'));
    expect(code).toContain(integrityOf('s'));
    expect(code.match(/fetch/g)).toHaveLength(2);
  });

  it('the hash of a lazy chunk counts the hashes inside it', () => {
    const chunks = bundle(
      chunk('entry.js', 'import("./a.js")', [], ['a.js']),
      chunk('a.js', 'import("./b.js")', [], ['b.js']),
      chunk('b.js', 'b'),
    );
    const hashes = verifyLazyImports(chunks, 'entry.js');
    expect(hashes.get('a.js')).toBe(integrityOf(codeOf(chunks, 'a.js')));
    expect(codeOf(chunks, 'entry.js')).toContain(hashes.get('a.js'));
  });

  it('a circle of lazy imports stops the build', () => {
    const chunks = bundle(
      chunk('entry.js', 'import("./a.js")', [], ['a.js']),
      chunk('a.js', 'import("./b.js")', [], ['b.js']),
      chunk('b.js', 'import("./a.js")', [], ['a.js']),
    );
    expect(() => verifyLazyImports(chunks, 'entry.js')).toThrow('circle');
  });

  it('a lazy import that is not written as a plain string stops the build', () => {
    const chunks = bundle(chunk('entry.js', 'import(name)', [], ['a.js']), chunk('a.js', 'a'));
    expect(() => verifyLazyImports(chunks, 'entry.js')).toThrow('plain import');
  });
});
