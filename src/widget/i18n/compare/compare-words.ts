import { languageOf } from '../../../protocol/locale.ts';
import { useLanguage } from '../language.ts';
import type { CompareWords } from './dictionary.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The words of comparisons. @param locale BCP 47. */
export const compareWords = (locale: string): CompareWords => (languageOf(locale) === 'zh' ? zh : en);

/** {@link compareWords} in the shopper's language. */
export const useCompareWords = (): CompareWords => compareWords(useLanguage().locale);
