import { type QueryTerm, queryTerms } from '../../language/tokens.ts';
import type { Names } from './names.ts';

/** A full-text expression for one word: all tokens of any alternative. */
function expression(term: QueryTerm): string {
  return `(${term.any.map((tokens) => `(${tokens.map(quote).join(' AND ')})`).join(' OR ')})`;
}

/** A token as a string of the full-text language; tokens hold no quotes. */
export const quote = (token: string): string => `"${token.replaceAll('"', '')}"`;

/** How strictly a free text is taken, strictest first. */
export interface TextLevel {
  readonly match: string;
  /** False when some words of the query need not be there. */
  readonly whole: boolean;
}

/** Words kept when not all of them need to match: the rarest say most. */
const WORDS_LIMIT = 6;

/** Subsets of `size` of the given words, as one expression. */
function someOf(words: readonly string[], size: number): string {
  const pick = (from: number, left: number): string[][] =>
    left === 0 ? [[]] : words.slice(from).flatMap((word, index) => pick(from + index + 1, left - 1).map((rest) => [word, ...rest]));
  return pick(0, size)
    .map((subset) => `(${subset.join(' AND ')})`)
    .join(' OR ');
}

/** A word with the tokens that the catalogue has, alternatives without any left out; null when nothing is left of it. */
function known(term: QueryTerm, names: Names): QueryTerm | null {
  const any = term.any.map((tokens) => tokens.filter((token) => names.has(token))).filter((tokens) => tokens.length > 0);
  return any.length > 0 ? { text: term.text, any } : null;
}

/** The words that fewest items have, in all not more than {@link WORDS_LIMIT}. */
function rarest(words: readonly QueryTerm[], names: Names): readonly QueryTerm[] {
  if (words.length <= WORDS_LIMIT) return words;
  const documents = (word: QueryTerm) => Math.max(...word.any.map((tokens) => Math.min(...tokens.map((token) => names.documents(token)))));
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
export function textLevels(text: string, names: Names): TextLevel[] {
  const asked = queryTerms(text);
  const words = asked.map((term) => known(term, names)).filter((word) => word !== null);
  if (words.length === 0) return [];
  const levels: TextLevel[] = [{ match: words.map(expression).join(' AND '), whole: words.length === asked.length }];
  if (words.length === 1) return levels;
  const parts = rarest(words, names).map(expression);
  for (let size = Math.min(parts.length, words.length - 1); size >= Math.ceil(parts.length / 2); size--)
    levels.push({ match: someOf(parts, size), whole: false });
  return levels;
}

/** A text that must stand in one column whole, such as a model number in the name. Null when it has no words. */
export function phraseIn(column: string, text: string): string | null {
  const terms = queryTerms(text);
  return terms.length === 0 ? null : `({${column}} : (${terms.map(expression).join(' AND ')}))`;
}

/** A text anywhere but in the filters. Null when it has no words. */
export function phrase(text: string): string | null {
  const terms = queryTerms(text);
  return terms.length === 0 ? null : `(${terms.map(expression).join(' AND ')})`;
}
