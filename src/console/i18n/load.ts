import { languageOf } from '../../protocol/locale.ts';
import { type Language, speak } from './language.ts';

/** A language's words, a file of its own: nobody reads both. @param locale BCP 47. @throws when it does not come. */
export async function loadLanguage(locale: string): Promise<Language> {
  const words = await (languageOf(locale) === 'zh' ? import('./zh.ts').then(({ zh }) => zh) : import('./en.ts').then(({ en }) => en));
  return speak(locale, words);
}
