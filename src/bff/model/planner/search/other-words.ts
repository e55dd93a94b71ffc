import { languageOf } from '../../../../protocol/locale.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import { everydayNames } from '../../../language/everyday.ts';

/**
 * The search with its words in the catalogue's language, where they have everyday names in it.
 * @param locales of the catalogue; one that is written in the word's own language has no need of another.
 * @returns null where no word has such a name.
 */
export function otherWords(search: SearchArguments, locales: readonly string[]): SearchArguments | null {
  if (search.query === undefined) return null;
  const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
  const isForeign = (word: string): boolean => locales.every((locale) => (languageOf(locale) === 'zh') !== isHan(word));
  const words = search.query
    .split(' ')
    .map((word) => (isForeign(word) ? everydayNames(word).find((name) => isHan(name) !== isHan(word)) : undefined) ?? word);
  const query = words.join(' ');
  return query === search.query ? null : { ...search, query };
}
