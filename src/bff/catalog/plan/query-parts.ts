import { everydayNames } from '../../language/everyday.ts';
import { allTerms, type QueryTerm, queryTerms, telling } from '../../language/tokens.ts';
import type { NamedTerm } from './named.ts';
import type { WordStock } from './text-levels.ts';

/** What reading a free text asks of a catalogue's names. */
export interface SpokenNames {
  named(phrase: string): readonly NamedTerm[];
  near(word: string): readonly string[];
}

/** A word of a free text, or several that name one thing. */
export interface QueryPart {
  /** As written. */
  readonly text: string;
  /** What it was taken for, where it was misspelt. */
  readonly taken_for?: string;
  /** Found where all tokens of any one alternative are: as written, in other units, by everyday names. */
  readonly any: readonly (readonly string[])[];
  /** Terms of the catalogue that it names. An item that has one needs none of the tokens. */
  readonly named: readonly NamedTerm[];
  /** True for what an item need not have: one that has it comes first. */
  readonly optional?: true;
}

/** Words of one name, at most. */
const LONGEST = 4;
/** Alternatives of several words together, at most. */
const ALTERNATIVES = 6;
/** What an everyday name leads to, against the name itself. */
const INDIRECTLY = 0.9;

interface Word extends QueryTerm {
  readonly taken_for?: string;
}

/**
 * Reads a free text with the names of a catalogue: misspelt words put right, words that name one thing together kept together,
 * everyday names and units told in other words. What each part names and may be called is the plan that every engine follows.
 */
export function queryParts(text: string, stock: Pick<WordStock, 'has'>, names: SpokenNames): QueryPart[] {
  const words = allTerms(text).map((term): Word => spelt(term, stock, names));
  const parts: QueryPart[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, part } = longest(words.slice(at, at + LONGEST), names);
    parts.push(part);
    at += length;
  }
  const said = telling(parts);
  return [...said, ...parts.filter((part) => !said.includes(part)).flatMap(headNoun)];
}

/**
 * One character says too little to be asked for, but it may say what the thing is where it ends a word: the 窝 of 宠物窝, found as
 * 物窝. Items that have it so come first.
 */
function headNoun(part: QueryPart): QueryPart[] {
  const any = part.any.filter(
    ([token, ...others]) => others.length === 0 && token !== undefined && [...token].length === 2 && isHan(token),
  );
  return any.length > 0 ? [{ text: part.text, any, named: [], optional: true }] : [];
}

/** Every token that parts may ask about. */
export const tokensOfParts = (parts: readonly QueryPart[]): string[] => [...new Set(parts.flatMap((part) => part.any.flat()))];

function spelt(term: QueryTerm, stock: Pick<WordStock, 'has'>, names: SpokenNames): Word {
  if (term.any.some((tokens) => tokens.some((token) => stock.has(token))) || isSpoken(term.text, names)) return term;
  const near = names.near(term.text);
  const [nearest] = near;
  return nearest === undefined ? term : { text: term.text, taken_for: nearest, any: near.map((word) => [word]) };
}

const isSpoken = (phrase: string, names: SpokenNames): boolean => names.named(phrase).length > 0 || everydayNames(phrase).length > 0;

const readAs = (word: Word): string => word.taken_for ?? word.text;
const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Words as one phrase: Chinese without blanks. */
const phraseOf = (words: readonly Word[]): string =>
  words.map(readAs).reduce((phrase, word) => `${phrase}${isHan(word) && isHan(phrase) ? '' : ' '}${word}`);

function longest(words: readonly Word[], names: SpokenNames): { length: number; part: QueryPart } {
  for (let length = words.length; length > 1; length--) {
    const own = words.slice(0, length);
    if (isSpoken(phraseOf(own), names)) return { length, part: partOf(own, names) };
  }
  return { length: 1, part: partOf(words.slice(0, 1), names) };
}

function partOf(words: readonly Word[], names: SpokenNames): QueryPart {
  const phrase = phraseOf(words);
  const others = everydayNames(phrase).filter((name) => name !== phrase);
  const named = new Map<number, NamedTerm>();
  for (const each of names.named(phrase)) named.set(each.term, each);
  for (const each of others.flatMap((name) => names.named(name)))
    if (!named.has(each.term)) named.set(each.term, { ...each, gain: each.gain * INDIRECTLY });
  // Where the catalogue files such things, its filter finds them: their everyday names would be read for nothing.
  const isFiled = [...named.values()].some(({ field, below }) => (field === 'product_types' || field === 'brands') && !below);
  const spoken = isFiled ? [] : others.map((name) => queryTerms(name).flatMap((term) => term.any[0] ?? []));
  const [word] = words;
  return {
    text: words.map((each) => each.text).join(' '),
    ...(words.some((each) => each.taken_for !== undefined) && { taken_for: phrase }),
    any: distinct([...(words.length === 1 ? (word?.any ?? []) : together(words)), ...spoken]),
    named: [...named.values()],
  };
}

/** One alternative of each word, in every combination. */
function together(words: readonly Word[]): string[][] {
  let combined: string[][] = [[]];
  for (const { any } of words) combined = combined.flatMap((tokens) => any.map((more) => [...tokens, ...more])).slice(0, ALTERNATIVES);
  return combined;
}

function distinct(any: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(any.filter((tokens) => tokens.length > 0).map((tokens) => [tokens.join(' '), tokens])).values()];
}
