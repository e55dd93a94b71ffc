import { amountStartCharacters, amountStartWords } from '../../language/amounts.ts';

const prefixes = new Set<string>();
for (const word of amountStartWords) for (let i = 1; i <= word.length; i++) prefixes.add(word.slice(0, i));
const lastCharacters = new Set([...prefixes].map((prefix) => prefix.charAt(prefix.length - 1)));
const LATIN_END = /(?<![A-Za-z])(?:([A-Za-z]{1,13}) )?([A-Za-z]{0,13})$/;
/** Longest start of Han characters, and of a Latin pair. */
const HAN_LENGTH = 4;
const LATIN_LENGTH = 28;

/**
 * How many characters at a text's end may be the beginning of a word that begins a claim; a point may begin a decimal.
 * @param from nothing before this counts.
 */
export function unfinishedStart(text: string, from: number): number {
  const last = text.charAt(text.length - 1).toLowerCase();
  if (last === '.' && from < text.length) return 1;
  if (!lastCharacters.has(last)) return 0;
  if (last < '\u0080') {
    const [whole = '', , word = ''] = LATIN_END.exec(text.slice(Math.max(from, text.length - LATIN_LENGTH))) ?? [];
    if (prefixes.has(whole.toLowerCase())) return whole.length;
    return prefixes.has(word.toLowerCase()) ? word.length : 0;
  }
  for (let length = Math.min(HAN_LENGTH, text.length - from); length > 0; length--) if (prefixes.has(text.slice(-length))) return length;
  return 0;
}

/**
 * What some stage must look at: a mark, a tag, a figure, a word that begins a claim, a character that is not shown. Most
 * tokens of an answer hold none of it.
 */
const INTERESTING = new RegExp(
  String.raw`[<＜◁\x60[\]!*_\\~:${amountStartCharacters}\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB]|www\.|${amountStartWords
    .filter((word) => !word.endsWith('$'))
    .map((word) => (/^[a-z]/.test(word) ? String.raw`\b${word}(?![a-z])` : word))
    .join('|')}`,
  'i',
);
const ADDRESS_END = /(?:h(?:tt?)?|https?|ft?|ftp|w{1,3})$/i;

/** Whether a text may pass by all stages when none of them holds anything, but for {@link plainEnd} of it. */
export function isPlain(text: string): boolean {
  return !INTERESTING.test(text);
}

/** How much of a plain text's end may grow into something interesting. */
export function plainEnd(text: string): number {
  const word = unfinishedStart(text, 0);
  const last = text.charCodeAt(text.length - 1) | 0x20;
  // h, t, p, s, f, w: the letters an address's scheme ends in.
  if (last !== 0x68 && last !== 0x74 && last !== 0x70 && last !== 0x73 && last !== 0x66 && last !== 0x77) return word;
  return Math.max(word, ADDRESS_END.exec(text)?.[0].length ?? 0);
}
