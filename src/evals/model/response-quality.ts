import { readDirectives } from '../../bff/scoring/directives.ts';

/** What is wrong with the wording of an answer, apart from what it says. Mission D, the fourth measure. */
export type QualityFault = 'too short' | 'repeated ending' | 'repeated sentence' | 'unmatched tag';

/** Han characters count one word each. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
const LEAST_WORDS = 3;
/** A sentence of at least so many words that stands twice is a repetition, not an emphasis. */
const REPEATED_WORDS = 5;
/** Shortest and longest ending that counts as said twice, in words. */
const ENDINGS = { least: 4, most: 24 };

/** Words of a text, as {@link WORD} counts them. */
export const wordCount = (text: string): number => (text.match(WORD) ?? []).length;

/** A tag opened and not closed, or closed and never opened, other than the directives, which close themselves. */
function hasUnmatchedTag(text: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', self] of text.matchAll(/<(\/?)([A-Za-z][\w-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/' || /^(?:br|hr|img)$/i.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return true;
  }
  return open.length > 0;
}

const hasOpenFence = (text: string): boolean => (text.match(/^(?:```|~~~)/gm) ?? []).length % 2 === 1;

/** Whether the last words stand just before themselves once more. */
function repeatsEnding(tokens: readonly string[]): boolean {
  for (let length = ENDINGS.least; length <= Math.min(ENDINGS.most, tokens.length / 2); length += 1) {
    const tail = tokens.slice(-length);
    if (tokens.slice(-2 * length, -length).every((token, at) => token === tail[at])) return true;
  }
  return false;
}

/**
 * What a reader would stumble over: hardly a word and no card, the same ending or sentence again, tags that do not match.
 * @param text as the model wrote it, directives included.
 * @param has_card the answer shows a card besides, so that few words are enough.
 */
export function qualityFaults(text: string, has_card: boolean): QualityFault[] {
  const { words, broken } = readDirectives(text);
  const faults: QualityFault[] = [];
  if (!has_card && wordCount(words) < LEAST_WORDS) faults.push('too short');
  const sentences = words
    .split(/(?<=[.!?。！？])\s*|\n+/u)
    .map((sentence) => sentence.trim().toLowerCase())
    .filter((sentence) => wordCount(sentence) >= REPEATED_WORDS);
  if (new Set(sentences).size < sentences.length) faults.push('repeated sentence');
  if (repeatsEnding(words.toLowerCase().match(WORD) ?? [])) faults.push('repeated ending');
  if (broken.length > 0 || hasUnmatchedTag(words) || hasOpenFence(text)) faults.push('unmatched tag');
  return faults;
}
