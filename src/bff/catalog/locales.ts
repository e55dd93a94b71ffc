/** Language of a BCP 47 tag: `zh` of `zh-CN`. */
const languageTag = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

/**
 * The best of the locales there are for a reader of `wanted`: exactly that, the same language, the catalogue's default, any.
 * Equally good ones are told apart by name, so that every engine picks the same.
 */
export function bestLocale(wanted: string, available: readonly string[], fallback: string): string | undefined {
  const sorted = [...available].sort();
  return (
    sorted.find((locale) => locale === wanted) ??
    sorted.find((locale) => languageTag(locale) === languageTag(wanted)) ??
    sorted.find((locale) => locale === fallback) ??
    sorted[0]
  );
}
