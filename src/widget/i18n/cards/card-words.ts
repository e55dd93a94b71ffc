import { languageOf } from '../../../protocol/locale.ts';
import { useLanguage } from '../language.ts';
import type { CardWords } from './dictionary.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The words of the cards that load late. @param locale BCP 47. */
export const cardWords = (locale: string): CardWords => (languageOf(locale) === 'zh' ? zh : en);

/** {@link cardWords} in the shopper's language. */
export const useCardWords = (): CardWords => cardWords(useLanguage().locale);
