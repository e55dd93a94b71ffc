import { amountStartCharacters, amountStartSource, amountStartWords } from '../../language/amounts.ts';
import { commitmentStartSource, commitmentStartWords } from '../../language/commitments.ts';
import { CueTable } from '../../language/cue.ts';

const startWords = [...new Set([...amountStartWords, ...commitmentStartWords])];

const table = new CueTable(startWords);
/** Longest word that begins a claim, and the longest in Han characters. */
const LATIN_LENGTH = 15;
const HAN_LENGTH = 4;

const START = new RegExp(`${amountStartSource}|${commitmentStartSource}`, 'gi');

/** Where from `from` on an amount or a promise may begin; -1 where nowhere. */
export function nextClaimStart(folded: string, from: number): number {
  START.lastIndex = from;
  return START.exec(folded)?.index ?? -1;
}

/**
 * How many characters at a text's end may be the beginning of a word that begins a claim; a point may begin a decimal.
 * @param from nothing before this counts.
 */
export function unfinishedStart(text: string, from: number): number {
  const last = text.charCodeAt(text.length - 1);
  if (last === 0x2e && from < text.length) return 1;
  if (last >= 0x80) {
    for (let length = Math.min(HAN_LENGTH, text.length - from); length > 0; length--)
      if (table.begins(text, text.length - length)) return length;
    return 0;
  }
  const word = wordStart(text, text.length, from);
  // Of pairs such as "a hundred" the first word may be complete.
  if (word > from && text.charCodeAt(word - 1) === 0x20) {
    const pair = wordStart(text, word - 1, from);
    if (pair < word - 1 && table.begins(text, pair)) return text.length - pair;
  }
  return word < text.length && table.begins(text, word) ? text.length - word : 0;
}

/** Where the Latin word that ends at `end` begins; `end` where none does, or one too long to matter. */
function wordStart(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && end - at <= LATIN_LENGTH && isWordCode(text.charCodeAt(at - 1))) at--;
  return end - at > LATIN_LENGTH ? end : at;
}

const isWordCode = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

const MARKS = new RegExp(
  String.raw`[<＜◁\x60[\]!*_\\~:${amountStartCharacters}\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB]`,
);
/** What each code unit means to {@link isPlain}. */
const [BORING, MARK, LETTER, HAN] = [0, 1, 2, 3];
const meaning = new Uint8Array(65_536);
for (let code = 0; code < meaning.length; code++) {
  const character = String.fromCharCode(code);
  if (MARKS.test(character)) meaning[code] = MARK;
  else if (/[A-Za-z]/.test(character)) meaning[code] = LETTER;
}
for (const word of startWords) if (meaning[word.charCodeAt(0)] === BORING) meaning[word.charCodeAt(0)] = HAN;

const ADDRESS_END = /(?:h(?:tt?)?|https?|ft?|ftp|w{1,3})$/i;

/**
 * Whether a text may pass by all stages when none of them holds anything, but for {@link plainEnd} of it: no mark, no tag, no
 * figure, no word that begins a claim, no character that is not shown. Most tokens of an answer are such, so this is a
 * look-up per character.
 */
export function isPlain(text: string): boolean {
  let before = BORING;
  for (let i = 0; i < text.length; i++) {
    const now = meaning[text.charCodeAt(i)] ?? BORING;
    if (now === MARK) return false;
    if (now !== BORING && !(now === LETTER && before === LETTER) && table.stands(text, i)) return false;
    if (now === LETTER && isAddress(text, i)) return false;
    before = now;
  }
  return true;
}

const isAddress = (text: string, at: number): boolean => (text.charCodeAt(at) | 0x20) === 0x77 && /^www\./i.test(text.slice(at, at + 4));

/** How much of a plain text's end may grow into something interesting. */
export function plainEnd(text: string): number {
  let end = text.length - unfinishedStart(text, 0);
  const last = text.charCodeAt(text.length - 1) | 0x20;
  // h, t, p, s, f, w: the letters an address's scheme ends in.
  if (last !== 0x68 && last !== 0x74 && last !== 0x70 && last !== 0x73 && last !== 0x66 && last !== 0x77) return text.length - end;
  const address = ADDRESS_END.exec(text)?.[0].length ?? 0;
  if (address === 0) return text.length - end;
  // Once the address is taken out, what is before it stands at an end too: "two" in "twohttp://…".
  const before = text.slice(0, text.length - address);
  end = Math.min(end, before.length - unfinishedStart(before, 0));
  return text.length - end;
}
