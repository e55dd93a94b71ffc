/** A heading with the text under it, up to the next heading. */
export interface Section {
  /** Empty before the first heading. */
  readonly heading: string;
  readonly text: string;
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** Cuts Markdown at its headings; those inside fences are none. Sections without text are left out. */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fenced = false;
  for (const line of markdown.split(/\r?\n/)) {
    const fence = FENCE.test(line);
    if (fence) fenced = !fenced;
    const heading = fenced || fence ? undefined : HEADING.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)?.lines.push(fence ? '' : line);
    else sections.push({ heading: plainText(heading), lines: [] });
  }
  return sections.map(({ heading, lines }) => ({ heading, text: plainText(lines.join('\n')) })).filter((section) => section.text !== '');
}

/**
 * Markdown as it reads: marks of emphasis, pictures, comments and table rules out, links as their text. An amount must
 * not be split by marks, for passages are evidence (G15).
 */
function plainText(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t:|-]*)?$/gm, '')
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join(' | '),
    )
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Where a text may be cut, best first: paragraphs, lines, sentences. */
const CUTS = [/\n\n+/, /\n+/, /(?<=[。！？；])|(?<=[.!?;])\s+/];
const JOINTS = ['\n\n', '\n', ' '];

/** Pieces of at most `limit` characters, each as long as it can be, cut where a reader would pause. */
export function piecesOf(text: string, limit: number, level = 0): string[] {
  if (text.length <= limit) return [text];
  const cut = CUTS[level];
  if (!cut) return hardCut(text, limit);
  const joint = JOINTS[level] ?? '';
  const pieces: string[] = [];
  for (const part of text.split(cut).flatMap((each) => (each.trim() === '' ? [] : piecesOf(each.trim(), limit, level + 1)))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + joint.length + part.length <= limit) pieces[pieces.length - 1] = `${last}${joint}${part}`;
    else pieces.push(part);
  }
  return pieces;
}

function hardCut(text: string, limit: number): string[] {
  const characters = [...text];
  // A character has at most two units: half as many characters are never too long.
  const size = characters.length === text.length ? limit : Math.floor(limit / 2);
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, at) => characters.slice(at * size, (at + 1) * size).join(''));
}
