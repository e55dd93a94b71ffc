import { languageOf } from '../../protocol/locale.ts';
import type { Dictionary } from './dictionary.ts';
import { type Language, speak } from './language.ts';

const words = (locale: string): Promise<Dictionary> =>
  languageOf(locale) === 'zh' ? import('./zh.ts').then(({ zh }) => zh) : import('./en.ts').then(({ en }) => en);

/**
 * The shopper's language: Chinese words for any `zh`, English for all others. Each is a file of its own, since nobody
 * reads both.
 * @param locale BCP 47. @throws when the file does not come.
 */
export const loadLanguage = async (locale: string): Promise<Language> => speak(locale, await words(locale));

/** Fetches the words that this page will most likely need, as early as our code runs. */
export function expectLanguage(locale: string): void {
  words(locale).catch(() => undefined);
}
