import type { SearchDocument } from '../document.ts';
import { EVERY_ITEM, type Match, type TextField } from '../plan/match.ts';

/** The four weights PostgreSQL has: names, features, facts, prose. */
type Letter = 'A' | 'B' | 'C' | 'D';
const LETTERS: Readonly<Record<keyof SearchDocument, Letter>> = {
  name: 'A',
  words: 'A',
  features: 'B',
  facts: 'C',
  body: 'D',
  body_words: 'D',
};
const FIELD: Readonly<Record<TextField, Letter>> = { name: 'A', features: 'B' };

/** For `ts_rank`, in its order D, C, B, A: in the proportions of SQLite's weights of the same fields. */
export const WEIGHTS = '{0.1, 0.2, 0.4, 1.0}';

/** Places kept of a word: more of the same say nothing more of an item. */
const PLACES = 4;
/** PostgreSQL's longest word, in bytes. */
const LONGEST = 2046;

/** A word in the language of `tsvector` and `tsquery`. */
const quote = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** An item's words with their weights, and its filters, as a `tsvector` of tokens that are ours: PostgreSQL splits nothing. */
export function textVector(document: SearchDocument, filters: Iterable<string>): string {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const [column, letter] of Object.entries(LETTERS)) {
    for (const word of document[column as keyof SearchDocument].split(' ')) {
      if (word === '' || Buffer.byteLength(word) > LONGEST) continue;
      at++;
      const known = places.get(word);
      if (!known) places.set(word, [`${at}${letter}`]);
      else if (known.length < PLACES) known.push(`${at}${letter}`);
    }
  }
  const words = [...places].map(([word, list]) => `${quote(word)}:${list.join(',')}`);
  return [...words, ...[...filters].map(quote)].join(' ');
}

/** A match as a `tsquery`. */
export function textQuery(match: Match): string {
  if ('token' in match) return match.field === undefined ? quote(match.token) : `${quote(match.token)}:${FIELD[match.field]}`;
  if ('all' in match) return match.all.length === 0 ? quote(EVERY_ITEM) : `(${match.all.map(textQuery).join(' & ')})`;
  return match.any.length === 0 ? quote('_none') : `(${match.any.map(textQuery).join(' | ')})`;
}

/** The words a match is about. */
export function wordsOfMatch(match: Match): string[] {
  const words = (inner: Match): string[] => ('token' in inner ? [inner.token] : ('all' in inner ? inner.all : inner.any).flatMap(words));
  return [...new Set(words(match))];
}
