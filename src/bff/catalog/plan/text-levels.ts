import { type QueryTerm, queryTerms } from '../../language/tokens.ts';
import { inField, type Match, type TextField, termToken } from './match.ts';
import type { QueryPart } from './query-parts.ts';

/** What is known of the words of a catalogue's texts. */
export interface WordStock {
  /** Whether any item has a token. */
  has(token: string): boolean;
  /** How many items have a token. */
  documents(token: string): number;
}

/** One word: all tokens of any alternative. */
const matchOf = (term: QueryTerm): Match => ({ any: term.any.map((tokens) => ({ all: tokens.map((token) => ({ token })) })) });

/** A part of a free text: its tokens, or what it names. */
const partMatch = (part: QueryPart): Match => ({
  any: [...part.any.map((tokens) => ({ all: tokens.map((token) => ({ token })) })), ...filters(part)],
});

/** Terms that a part names as filters; what stands below a named type has that type's filter too. */
const filters = ({ named }: QueryPart): Match[] => named.filter(({ below }) => !below).map(({ term }) => ({ token: termToken(term) }));

/** How strictly a free text is taken, strictest first. */
export interface TextLevel {
  readonly match: Match;
  /** What the items found are ranked by: the same, and what they need not have. */
  readonly ranked: Match;
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

/** A part with the tokens that the catalogue has, alternatives without any left out; null when nothing is left of it. */
function known(part: QueryPart, stock: WordStock): QueryPart | null {
  const any = part.any.map((tokens) => tokens.filter((token) => stock.has(token))).filter((tokens) => tokens.length > 0);
  return any.length > 0 || part.named.length > 0 ? { ...part, any } : null;
}

/** The words that fewest items have, in all not more than {@link WORDS_LIMIT}. */
function rarest(parts: readonly QueryPart[], stock: WordStock): readonly QueryPart[] {
  if (parts.length <= WORDS_LIMIT) return parts;
  const documents = ({ any }: QueryPart) => Math.max(0, ...any.map((tokens) => Math.min(...tokens.map((token) => stock.documents(token)))));
  return parts
    .map((part) => ({ part, count: documents(part) }))
    .sort((a, b) => a.count - b.count)
    .slice(0, WORDS_LIMIT)
    .map(({ part }) => part);
}

/**
 * The ways to take a free text, strictest first: all its parts, then all but one, down to half of them. Tokens that no
 * document has are dropped first, for they can only empty the result.
 * @returns no level when none of the parts is known.
 */
export function textLevels(asked: readonly QueryPart[], stock: WordStock): TextLevel[] {
  const required = asked.filter((part) => !part.optional);
  const parts = required.map((part) => known(part, stock)).filter((part) => part !== null);
  if (parts.length === 0) return [];
  const welcome = asked.filter((part) => part.optional && known(part, stock) !== null).map(partMatch);
  const level = (match: Match, whole: boolean): TextLevel => ({
    match,
    ranked: welcome.length === 0 ? match : { any: [match, { all: [match, { any: welcome }] }] },
    whole,
  });
  const levels = [level({ all: parts.map(partMatch) }, parts.length === required.length)];
  if (parts.length === 1) return levels;
  const rare = rarest(parts, stock).map(partMatch);
  for (let size = Math.min(rare.length, parts.length - 1); size >= Math.ceil(rare.length / 2); size--)
    levels.push(level(someOf(rare, size), false));
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
