import type { Language } from '../../protocol/locale.ts';

/** One text in both languages of the shop. */
export type Bi = readonly [zh: string, en: string];

/** The locales the demo catalogue is written in. */
export const demoLocales = ['zh-CN', 'en'] as const;

/** The text of a pair that a language reads. */
export function say(text: Bi, language: Language): string {
  return language === 'zh' ? text[0] : text[1];
}

/** Names in a row, as a reader writes them: `旅行、星空` or `travel and stargazing`. */
export function inARow(words: readonly string[], language: Language): string {
  if (language === 'zh') return words.join('、');
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
