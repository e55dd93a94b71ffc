import { type Language, languageOf } from '../protocol/locale.ts';
import type { ShopInfo } from '../protocol/shop.ts';
import type { ShopProfile } from './config.ts';
import { promptText } from './language/hygiene.ts';
import type { PromptShop } from './turn/prompt/build.ts';

/** Characters of one field of the profile that a prompt takes: pasted from a document, it may carry what nobody sees (T8). */
const PROMPT_LINE = 1000;

/** A shop's profile, read in the language of a locale. */
export interface ShopTexts {
  readonly defaultLocale: string;
  info(locale: string): ShopInfo;
  prompt(locale: string): PromptShop;
}

/** A text given once, or once for each language. */
type Both<T> = T | Readonly<Record<Language, T>>;

function inLanguage<T extends string | readonly string[]>(both: Both<T> | undefined, locale: string): T | undefined {
  if (typeof both === 'string' || Array.isArray(both) || both === undefined) return both as T | undefined;
  return (both as Readonly<Record<Language, T>>)[languageOf(locale)];
}

/** Readings of a shop's profile. */
export function shopTexts(profile: ShopProfile): ShopTexts {
  return {
    defaultLocale: profile.default_locale,
    info(locale) {
      const greeting = inLanguage<string>(profile.greeting, locale);
      return {
        name: inLanguage<string>(profile.name, locale) ?? '',
        ...(greeting ? { greeting } : {}),
        starter_questions: [...(inLanguage<readonly string[]>(profile.starter_questions, locale) ?? [])],
        ...(profile.contact ? { contact: profile.contact } : {}),
        ...(profile.privacy ? { privacy: profile.privacy } : {}),
      };
    },
    prompt(locale) {
      return {
        name: promptText(inLanguage<string>(profile.name, locale) ?? '', PROMPT_LINE),
        time_zone: profile.time_zone,
        ...(profile.tone ? { tone: promptText(profile.tone, PROMPT_LINE) } : {}),
        ...(profile.contact ? { contact: promptText(profile.contact, PROMPT_LINE) } : {}),
      };
    },
  };
}
