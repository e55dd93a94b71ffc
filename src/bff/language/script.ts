import type { Language } from '../../protocol/locale.ts';

/** Whether a text has a Chinese character. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a name is written as a language writes: Chinese has Chinese characters in it, English has none. */
export const isWrittenIn = (name: string, language: Language): boolean => hasHan(name) === (language === 'zh');
