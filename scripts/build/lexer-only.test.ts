import { readFileSync } from 'node:fs';
import { Lexer } from 'marked';
import { expect, it } from 'vitest';
import { lexerOnly } from './lexer-only.ts';

const marked = readFileSync(new URL(import.meta.resolve('marked')), 'utf8');
const source = '# A **bold** word\n\n- [a](https://example.com) `code`\n  1. two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';

it('what is left of marked reads Markdown as the whole of it does, and exports nothing else', async () => {
  const left = await import(`data:text/javascript,${encodeURIComponent(lexerOnly(marked))}`);
  expect(Object.keys(left)).toEqual(['Lexer']);
  expect(new left.Lexer({ gfm: true }).lex(source)).toEqual(new Lexer({ gfm: true }).lex(source));
});

it('a marked that is written in another way stops the build', () => {
  expect(() => lexerOnly('export class Lexer {}')).toThrow('lexer-only');
});
