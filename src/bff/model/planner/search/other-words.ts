import { languageOf } from '../../../../protocol/locale.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import { everydayNames } from '../../../language/everyday.ts';
import { hasHan, isWrittenIn } from '../../../language/script.ts';

/**
 * The search with its words in the catalogue's language, where they have everyday names in it.
 * @param locales of the catalogue; one that is written in the word's own language has no need of another.
 * @returns null where no word has such a name.
 */
export function otherWords(search: SearchArguments, locales: readonly string[]): SearchArguments | null {
  if (search.query === undefined) return null;
  const isForeign = (word: string): boolean => !locales.some((locale) => isWrittenIn(word, languageOf(locale)));
  const words = search.query
    .split(' ')
    .map((word) => (isForeign(word) ? everydayNames(word).find((name) => hasHan(name) !== hasHan(word)) : undefined) ?? word);
  const query = words.join(' ');
  return query === search.query ? null : { ...search, query };
}
