import type { SearchArguments } from '../../../protocol/search.ts';
import type { Term, Vocabulary } from '../../catalog/engine.ts';
import { isWrittenIn } from '../../language/script.ts';
import { plainText } from './answer/directives.ts';
import { namesOf } from './read/lexicon.ts';
import { foldText } from './read/passage.ts';
import type { Wish } from './wish.ts';

/**
 * What to call the things that were found: the shopper's own word, else the catalogue's name of the one type searched for,
 * in the language of the answer. Null where there is no such word.
 */
export function nounFor(wish: Wish, search: SearchArguments, vocabulary: Vocabulary): string | null {
  const fits = (name: string): boolean => isWrittenIn(name, wish.language) && name.length <= 30;
  const terms = (search.product_types ?? []).flatMap((type) => vocabulary.product_types.find((each) => each.value === type) ?? []);
  if (terms.some((term) => isShelf(term, vocabulary))) return null;
  if (wish.noun !== null && fits(wish.noun)) return plainText(asWritten(wish.noun, terms));
  const names = terms.map((term) => namesOf(term).find(fits));
  const [name] = names;
  return name !== undefined && names.every((other) => other === name) ? plainText(asWritten(name, terms)) : null;
}

/** A shelf holds several kinds of things and no item by its own name, so nothing is called by it. */
function isShelf({ value, count }: Term, vocabulary: Vocabulary): boolean {
  const below = vocabulary.product_types.filter(
    (other) => other.value.startsWith(`${value} > `) && !other.value.slice(value.length + 3).includes(' > '),
  );
  return below.length > 1 && below.reduce((sum, other) => sum + other.count, 0) >= count;
}

/** The catalogue's own spelling of a folded name: e-bike, not e bike. */
function asWritten(name: string, terms: readonly Term[]): string {
  const spelled = terms.flatMap((term) => [term.value, ...term.labels]).map((each) => each.split(' > ').at(-1) ?? each);
  const own = spelled.find((each) => foldText(each) === name && each.toLowerCase() !== name);
  return own === undefined ? name : own.toLowerCase();
}
