import { Lexer, type Token } from 'marked';

/** One block of Markdown. A finished one keeps its identity while the text grows. */
export interface MarkdownBlock {
  /** Where it begins in the text: its name as long as the text only grows. */
  readonly start: number;
  readonly token: Token;
}

export interface MarkdownState {
  readonly text: string;
  readonly blocks: readonly MarkdownBlock[];
  /** How many blocks, from the first, are finished. */
  readonly finished: number;
}

export const emptyMarkdown: MarkdownState = { text: '', blocks: [], finished: 0 };

/** Blocks that show nothing: blank lines, and link definitions, which could change text already shown. */
const SILENT = new Set(['space', 'def']);

/**
 * Reads on. Only the last block is parsed again, so a long answer costs no more per token than its last paragraph. A
 * block is finished when another one has begun after it: until then a list may still go on, a paragraph may turn out
 * to be a heading.
 * @param text the whole text so far; where it does not continue the one before, reading starts over.
 */
export function advance(before: MarkdownState, text: string): MarkdownState {
  if (text === before.text) return before;
  const { blocks: known, finished } = text.startsWith(before.text) ? before : emptyMarkdown;
  const blocks = known.slice(0, finished);
  let start = known[finished]?.start ?? 0;
  for (const token of new Lexer({ gfm: true }).lex(text.slice(start))) {
    if (!SILENT.has(token.type)) blocks.push({ start, token });
    start += token.raw.length;
  }
  return { text, blocks, finished: Math.max(blocks.length - 1, 0) };
}
