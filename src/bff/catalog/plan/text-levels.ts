import { type QueryTerm, queryTerms } from '../../language/tokens.ts';
import { inField, type Match, type TextField } from './match.ts';

/** What is known of the words of a catalogue's texts. */
export interface WordStock {
  /** Whether any item has a token. */
  has(token: string): boolean;
  /** How many items have a token. */
  documents(token: string): number;
}

/** One word: all tokens of any alternative. */
const matchOf = (term: QueryTerm): Match => ({ any: term.any.map((tokens) => ({ all: tokens.map((token) => ({ token })) })) });

/** How strictly a free text is taken, strictest first. */
export interface TextLevel {
  readonly match: Match;
  /** False when some words of the query need not be there. */
  readonly whole: boolean;
}

/** Words kept when not all of them need to match: the rarest say most. */
const WORDS_LIMIT = 6;

/** Any `size` of the given words. */
function someOf(words: readonly Match[], size: number): Match {
  const pick = (from: number, left: number): Match[][] =>
    left === 0 ? [[]] : words.slice(from).flatMap((word, index) => pick(from + index + 1, left - 1).map((rest) => [word, ...rest]));
  return { any: pick(0, size).map((subset) => ({ all: subset })) };
}

/** A word with the tokens that the catalogue has, alternatives without any left out; null when nothing is left of it. */
function known(term: QueryTerm, stock: WordStock): QueryTerm | null {
  const any = term.any.map((tokens) => tokens.filter((token) => stock.has(token))).filter((tokens) => tokens.length > 0);
  return any.length > 0 ? { text: term.text, any } : null;
}

/** The words that fewest items have, in all not more than {@link WORDS_LIMIT}. */
function rarest(words: readonly QueryTerm[], stock: WordStock): readonly QueryTerm[] {
  if (words.length <= WORDS_LIMIT) return words;
  const documents = (word: QueryTerm) => Math.max(...word.any.map((tokens) => Math.min(...tokens.map((token) => stock.documents(token)))));
  return words
    .map((word) => ({ word, count: documents(word) }))
    .sort((a, b) => a.count - b.count)
    .slice(0, WORDS_LIMIT)
    .map(({ word }) => word);
}

/**
 * The ways to take a free text, strictest first: all its words, then all but one, down to half of them. Tokens that no
 * document has are dropped first, for they can only empty the result.
 * @returns no level when none of the words is known.
 */
export function textLevels(text: string, stock: WordStock): TextLevel[] {
  const asked = queryTerms(text);
  const words = asked.map((term) => known(term, stock)).filter((word) => word !== null);
  if (words.length === 0) return [];
  const levels: TextLevel[] = [{ match: { all: words.map(matchOf) }, whole: words.length === asked.length }];
  if (words.length === 1) return levels;
  const parts = rarest(words, stock).map(matchOf);
  for (let size = Math.min(parts.length, words.length - 1); size >= Math.ceil(parts.length / 2); size--)
    levels.push({ match: someOf(parts, size), whole: false });
  return levels;
}

/** A text that must stand in one field whole, such as a model number in the name. Null when it has no words. */
export function wordsIn(field: TextField, text: string): Match | null {
  const words = wordsOf(text);
  return words && inField(words, field);
}

/** A text anywhere but in the filters. Null when it has no words. */
export function wordsOf(text: string): Match | null {
  const terms = queryTerms(text);
  return terms.length === 0 ? null : { all: terms.map(matchOf) };
}

/** Every token a free text may ask about: what a {@link WordStock} must know of to judge it. */
export function tokensOf(text: string): string[] {
  return [...new Set(queryTerms(text).flatMap((term) => term.any.flat()))];
}
