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

function read(text: string, from: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let start = from;
  for (const token of new Lexer({ gfm: true }).lex(text.slice(from))) {
    if (!SILENT.has(token.type)) blocks.push({ start, token });
    start += token.raw.length;
  }
  return blocks;
}

/**
 * Has the parser's expressions compiled before the first answer needs them, in two tasks: on a slow phone that takes 60 ms, which
 * would otherwise stand before the first word.
 */
export function warmUp(): void {
  const lexer = new Lexer({ gfm: true });
  setTimeout(() => {
    lexer.blockTokens('A **word**', []);
    setTimeout(() => lexer.inlineTokens('A **word** of it'));
  });
}

/** The block of before, where reading again brought the same: what is drawn already stays. */
const unchanged = (before: MarkdownBlock | undefined, now: MarkdownBlock): MarkdownBlock | undefined =>
  before?.start === now.start && before.token.type === now.token.type && before.token.raw === now.token.raw ? before : undefined;

/**
 * Reads on. Only the last block is parsed again, so a long answer costs no more per token than its last paragraph. A
 * block is finished when another has begun after it, judged by whole lines only: until then a list may go on, and half
 * a line such as `| -` may make a table of what is none.
 * @param text the whole text so far; where it does not continue the one before, reading starts over.
 */
export function advance(before: MarkdownState, text: string): MarkdownState {
  if (text === before.text) return before;
  const known = text.startsWith(before.text) ? before : emptyMarkdown;
  const blocks = known.blocks.slice(0, known.finished);
  const settled = blocks.length;
  const start = known.blocks[known.finished]?.start ?? 0;
  const wholeLines = text.lastIndexOf('\n') + 1;
  // A line just ended, else the whole lines are the same as before.
  if (wholeLines > before.text.lastIndexOf('\n') + 1 || known !== before)
    blocks.push(...read(text.slice(0, wholeLines), start).slice(0, -1));
  const finished = blocks.length;
  const last = blocks.at(-1);
  blocks.push(...read(text, last ? last.start + last.token.raw.length : start));
  for (const [index, block] of blocks.slice(settled).entries()) {
    const same = unchanged(known.blocks[settled + index], block);
    if (same) blocks[settled + index] = same;
  }
  return { text, blocks, finished };
}

/** Blocks drawn together: a long text then costs a comparison for each section, not for each paragraph. */
const SECTION = 16;

/** Cuts blocks into sections; one whose blocks are those of before is the same array. */
export function sections(blocks: readonly MarkdownBlock[], before: readonly (readonly MarkdownBlock[])[]): readonly MarkdownBlock[][] {
  const cut: MarkdownBlock[][] = [];
  for (let from = 0; from < blocks.length; from += SECTION) {
    const section = blocks.slice(from, from + SECTION);
    const old = before[cut.length];
    cut.push(old?.length === section.length && old.every((block, at) => block === section[at]) ? (old as MarkdownBlock[]) : section);
  }
  return cut;
}
