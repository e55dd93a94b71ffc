import type { Language } from '../../protocol/locale.ts';

/** One text in both languages of the shop. */
export type Bi = readonly [zh: string, en: string];

/** The locales the demo catalogue is written in. */
export const demoLocales = ['zh-CN', 'en'] as const;

/** The text of a pair that a language reads. */
export function say(text: Bi, language: Language): string {
  return language === 'zh' ? text[0] : text[1];
}
