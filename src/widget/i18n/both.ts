import { languageOf } from '../../protocol/locale.ts';
import { en } from './en.ts';
import { type Language, speak } from './language.ts';
import { zh } from './zh.ts';

/** Both languages at once, for the gallery and tests; the widget loads the shopper's own (`load.ts`). */
export const createLanguage = (locale: string, now?: () => number): Language => speak(locale, languageOf(locale) === 'zh' ? zh : en, now);
