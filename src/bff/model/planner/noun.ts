import type { SearchArguments } from '../../../protocol/search.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import { plainText } from './answer/directives.ts';
import { namesOf } from './read/lexicon.ts';
import type { Wish } from './wish.ts';

/**
 * What to call the things that were found: the shopper's own word, else the catalogue's name of the one type searched for,
 * in the language of the answer. Null where there is no such word.
 */
export function nounFor(wish: Wish, search: SearchArguments, vocabulary: Vocabulary): string | null {
  const fits = (name: string): boolean => /\p{Script=Han}/u.test(name) === (wish.language === 'zh') && name.length <= 30;
  if (wish.noun !== null && fits(wish.noun)) return plainText(wish.noun);
  const names = (search.product_types ?? []).map((type) => {
    const term = vocabulary.product_types.find((each) => each.value === type);
    return term ? namesOf(term).find(fits) : undefined;
  });
  const [name] = names;
  return name !== undefined && names.every((other) => other === name) ? plainText(name) : null;
}
