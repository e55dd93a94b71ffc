import { editDistance } from '../../../language/edit-distance.ts';
import type { Lexicon, Meaning, TermField } from './lexicon.ts';
import { singular } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** A word of the catalogue found in a request. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** As the shopper wrote it, folded. */
  readonly text: string;
  readonly meaning: Meaning;
  /** All the phrase may mean. */
  readonly meanings: readonly Meaning[];
}

/** Which meaning wins where a phrase has several equally near ones. */
const ORDER: readonly TermField[] = [
  'product_types',
  'brands',
  'key_features',
  'use_cases',
  'audience',
  'colors',
  'materials',
  'service_guarantees',
  'attribute',
];

/**
 * Finds the catalogue's words in what is free of a passage, the longest at each place, and claims them. Latin words match
 * as whole words, Chinese ones anywhere.
 * @param accept which phrases are looked for; all by default.
 */
export function findMentions(passage: Passage, lexicon: Lexicon, accept: (phrase: string) => boolean = () => true): Mention[] {
  const { text } = passage;
  const mentions: Mention[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!startsWord(text, start)) continue;
    for (let end = Math.min(text.length, start + lexicon.longest); end > start + 1; end--) {
      if (!endsWord(text, end)) continue;
      const phrase = text.slice(start, end);
      const meanings = lexicon.phrases.get(phrase);
      if (!meanings || !passage.isFree(start, end) || !accept(phrase)) continue;
      passage.claim(start, end);
      mentions.push({ start, end, text: phrase, meaning: nearest(byWhatFollows(meanings, text.slice(end, end + 14))), meanings });
      start = end - 1;
      break;
    }
  }
  return mentions;
}

/** "gold rated" is a grade and no colour. */
function byWhatFollows(meanings: readonly Meaning[], behind: string): readonly Meaning[] {
  if (meanings.length < 2 || !/^ ?(?:rated|certified|grade|efficien|认证|级|牌)/.test(behind)) return meanings;
  const stated = meanings.filter((meaning) => meaning.field === 'attribute');
  return stated.length > 0 ? stated : meanings;
}

/** The nearest meaning; among equals the first of {@link ORDER}. */
export function nearest(meanings: readonly Meaning[]): Meaning {
  return meanings.reduce((best, meaning) => (isNearer(meaning, best) ? meaning : best));
}

function isNearer(meaning: Meaning, best: Meaning): boolean {
  if (meaning.distance !== best.distance) return meaning.distance < best.distance;
  // Platinum is a rare colour and a common grade, Titanium a maker of little and a grade.
  if (isChance(best) && meaning.field === 'attribute') return meaning.count > best.count;
  if (isChance(meaning) && best.field === 'attribute') return meaning.count >= best.count;
  return ORDER.indexOf(meaning.field) < ORDER.indexOf(best.field);
}

const isChance = ({ field }: Meaning): boolean => field === 'colors' || field === 'materials' || field === 'brands';

const isLatin = (text: string, at: number): boolean => /[a-z\d]/.test(text[at] ?? '');
/** Whether a word may start here: not inside a run of Latin letters and digits. */
export const startsWord = (text: string, at: number): boolean => !(isLatin(text, at) && isLatin(text, at - 1));
/** Whether a word may end before `end`. */
export const endsWord = (text: string, end: number): boolean => !(isLatin(text, end - 1) && isLatin(text, end));

/** Right words of everyday talk that stand one slip from a product's: an order is not something for older people. */
const SPELT_RIGHT: ReadonlySet<string> = new Set(
  'order orders where there return returns break breaks refund cancel happens people please about could should would their these those'.split(
    ' ',
  ),
);

/**
 * The catalogue's word that a misspelt Latin word means: one slip for five to seven letters, two from eight on, the first
 * letter right, and no other word as near. Null where there is none, or the word is one of the catalogue's own.
 */
export function respell(word: string, lexicon: Lexicon): string | null {
  if (
    SPELT_RIGHT.has(word) ||
    !/^[a-z]{5,24}$/.test(word) ||
    [word, singular(word)].some((form) => lexicon.words.has(form) || lexicon.known.has(form))
  )
    return null;
  const allowed = word.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let bestSlips = allowed + 1;
  let tie = false;
  for (const candidate of lexicon.words) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue;
    const slips = editDistance(word, candidate, allowed);
    if (slips > allowed || slips > bestSlips) continue;
    tie = slips === bestSlips && best !== null && singular(candidate) !== singular(best);
    if (slips < bestSlips) best = candidate;
    bestSlips = slips;
  }
  return tie ? null : best;
}
