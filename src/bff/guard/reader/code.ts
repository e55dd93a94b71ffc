/** How far a code span looks for its closing backticks (G11). */
const LOOK_AHEAD = 512;
/** A fence's opening line is one from here on, whatever follows. */
const INFO_LIMIT = 100;

/** What a run of backticks or tildes begins. Positions are in the text. */
export type CodeStart =
  | { readonly kind: 'more' }
  /** The marks are characters; text goes on at `end`. */
  | { readonly kind: 'literal'; readonly end: number }
  | { readonly kind: 'span'; readonly contentStart: number; readonly contentEnd: number; readonly end: number }
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number; readonly end: number };

/**
 * Tells what the marks at `at` begin.
 * @param linePrefix what stands before them on their line; a fence may have only indentation, quote and list marks there.
 */
export function readCodeStart(text: string, at: number, linePrefix: string | undefined, ended: boolean): CodeStart {
  const mark = text.charAt(at);
  let end = at;
  while (text[end] === mark) end++;
  if (end === text.length && !ended) return { kind: 'more' };
  const length = end - at;
  if (length >= 3 && linePrefix !== undefined && /^[ \t>*+-]*$/.test(linePrefix)) {
    const line = text.slice(end, end + INFO_LIMIT);
    const stop = line.search(mark === '`' ? /[`\n]/ : /\n/);
    if (stop < 0 && line.length < INFO_LIMIT && !ended) return { kind: 'more' };
    if (line[stop] !== '`') return { kind: 'fence', mark, length, end: stop < 0 ? end + line.length : end + stop + 1 };
  }
  return mark === '~' ? { kind: 'literal', end } : readSpan(text, end, length, ended);
}

function readSpan(text: string, contentStart: number, length: number, ended: boolean): CodeStart {
  const window = text.slice(contentStart, contentStart + LOOK_AHEAD);
  const complete = ended || window.length === LOOK_AHEAD;
  for (const hit of window.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
    const hitEnd = hit.index + hit[0].length;
    if (hit[0].startsWith('\n')) return { kind: 'literal', end: contentStart };
    // A run that touches the end of what has come may still grow.
    if (hitEnd === window.length && !ended && contentStart + hitEnd === text.length) return { kind: 'more' };
    const grown = hitEnd === window.length && text[contentStart + hitEnd] === '`';
    if (hit[0].length === length && !grown)
      return { kind: 'span', contentStart, contentEnd: contentStart + hit.index, end: contentStart + hitEnd };
  }
  return complete ? { kind: 'literal', end: contentStart } : { kind: 'more' };
}

/** Inside a fence: how much of `text` from `at` is content, and whether the fence closes there. */
export interface FenceText {
  /** Content up to here. */
  readonly contentEnd: number;
  /** Past the closing line, where there is one. */
  readonly closedAt?: number;
}

/**
 * Reads on inside a fence.
 * @param lineStart whether `at` begins a line.
 */
export function readFence(
  text: string,
  at: number,
  fence: { readonly mark: string; readonly length: number },
  lineStart: boolean,
  ended: boolean,
): FenceText {
  let line = at;
  if (!lineStart) {
    const next = text.indexOf('\n', at);
    if (next < 0) return { contentEnd: text.length };
    line = next + 1;
  }
  for (;;) {
    const closing = closingLine(text, line, fence);
    if (closing === 'more' && !ended) return { contentEnd: line };
    if (typeof closing === 'number') return { contentEnd: line, closedAt: closing };
    const next = text.indexOf('\n', line);
    if (next < 0)
      return {
        contentEnd: text.length,
        ...(closing === 'more' && closes(text.slice(line), fence) ? { contentEnd: line, closedAt: text.length } : {}),
      };
    line = next + 1;
  }
}

/** Longest indentation of a closing line and of white space behind it. */
const MAX_INDENT = 12;

function closingLine(text: string, line: number, fence: { mark: string; length: number }): number | 'more' | null {
  let at = line;
  while (at - line <= MAX_INDENT && /[ \t>]/.test(text[at] ?? '')) at++;
  const start = at;
  while (text[at] === fence.mark) at++;
  if (at === text.length) return 'more';
  if (at - start < fence.length) return null;
  const behind = at;
  while (at - behind <= MAX_INDENT && /[ \t]/.test(text[at] ?? '')) at++;
  if (at === text.length) return 'more';
  return text[at] === '\n' ? at : null;
}

function closes(lastLine: string, fence: { mark: string; length: number }): boolean {
  const trimmed = lastLine.replace(/^[ \t>]*/, '').trimEnd();
  return trimmed.length >= fence.length && trimmed === fence.mark.repeat(trimmed.length);
}
