import type { Language } from '../../protocol/locale.ts';
import { en } from './words.en.ts';
import { type Words, zh } from './words.zh.ts';

export type { Words };

/** What the shop's pages say, by language. */
export const words: Readonly<Record<Language, Words>> = { zh, en };
