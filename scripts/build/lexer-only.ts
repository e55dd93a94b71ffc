import type { Plugin } from 'vite';

/** From the instance that marked makes of itself, with its renderer of HTML, to its list of exports. */
const INSTANCE = /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\(.*?(?=export\{)/s;
/** One name in that list, under the name it has inside. */
const LEXER = /export\{.*?\b(\w+) as Lexer\b.*?\};/s;

/**
 * Keeps marked's parser and drops its renderer: we draw tokens as elements and never make HTML. The bundler cannot see that on its
 * own, since the module makes an instance of everything when it loads.
 * @throws Error when marked is written in another way than this knows.
 */
export function lexerOnly(code: string): string {
  if (!INSTANCE.test(code) || !LEXER.test(code)) throw new Error('marked is written in a new way: see scripts/build/lexer-only.ts');
  return code.replace(INSTANCE, '').replace(LEXER, 'export{$1 as Lexer};');
}

/** Applies {@link lexerOnly} to marked. */
export const lexerOnlyPlugin = (): Plugin => ({
  name: 'aisle:lexer-only',
  transform: { filter: { id: /node_modules\/marked\// }, handler: (code) => ({ code: lexerOnly(code), map: null }) },
});
