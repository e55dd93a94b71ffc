/** Field of an item's text that a word may be asked to stand in. */
export type TextField = 'name' | 'features';

/** What an item's index must hold, said once for every engine: each writes it in its own full-text language. */
export type Match =
  /** A word, or a filter (`_12`); with `field`, standing there. */
  { readonly token: string; readonly field?: TextField } | { readonly all: readonly Match[] } | { readonly any: readonly Match[] };

/** Stands on every item. */
export const EVERY_ITEM = '_all';

/** Stands on no item: what nothing in the catalogue is called. */
export const NOTHING: Match = { token: '_none' };

/** Token of a term of the catalogue, by number. */
export const termToken = (term: number): string => `_${term}`;
/** Token of every item that states an attribute, by number. */
export const attributeToken = (attribute: number): string => `_k${attribute}`;
/** Token of every item that states a field at all; attributes have their own. */
export const fieldToken = (field: string): string => `_has_${field}`;

/** Any of some terms; nothing where there are none. */
export const anyTerm = (terms: readonly number[]): Match =>
  terms.length === 0 ? NOTHING : { any: terms.map((term) => ({ token: termToken(term) })) };

/** The same match, all its words in one field. */
export function inField(match: Match, field: TextField): Match {
  if ('token' in match) return { token: match.token, field };
  if ('all' in match) return { all: match.all.map((each) => inField(each, field)) };
  return { any: match.any.map((each) => inField(each, field)) };
}
