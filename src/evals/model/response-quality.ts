import { readDirectives } from '../../bff/scoring/directives.ts';

/** What is wrong with the wording of an answer, apart from what it says. Mission D, the fourth measure. */
export type QualityFault = 'too short' | 'repeated ending' | 'repeated sentence' | 'unmatched tag';

/** Han characters count one word each. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
const LEAST_WORDS = 3;
/** A sentence of at least so many words that stands twice is a repetition, not an emphasis. */
const REPEATED_WORDS = 5;
const ENDING = 8;

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
  return open.length > 0 || (text.match(/^(?:```|~~~)/gm) ?? []).length % 2 === 1;
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
  const tokens = words.match(WORD) ?? [];
  const tail = tokens.slice(-ENDING).join(' ');
  const before = tokens.slice(-2 * ENDING, -ENDING).join(' ');
  if (tokens.length >= 2 * ENDING && tail === before) faults.push('repeated ending');
  if (broken.length > 0 || hasUnmatchedTag(words)) faults.push('unmatched tag');
  return faults;
}
