import * as v from 'valibot';

/** A BCP 47 tag, such as `zh-CN` or `en`. */
export const localeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a locale is a BCP 47 tag such as zh-CN'));
export type Locale = v.InferOutput<typeof localeSchema>;

/** The two languages the product itself speaks. */
export type Language = 'zh' | 'en';

/** The interface language that serves a locale: Chinese for any `zh`, English for all others. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}
