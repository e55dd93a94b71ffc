const han = /\p{Script=Han}/u;
/** Two or more words of plain Latin letters: a sentence, not a model number. */
const latinSentence = /(?:^|[^\p{L}\p{N}])[a-z]{2,}[^\p{L}\p{N}]+(?:[a-z]{1,}[^\p{L}\p{N}]+)*[a-z]{2,}(?:$|[^\p{L}\p{N}])/iu;

/**
 * The locale an answer is written in: that of the page, unless the shopper plainly writes the other language. A bare
 * model number ("A7C II") says nothing about the language.
 */
export function answerLocale(message: string, pageLocale: string): string {
  const chinesePage = /^zh\b/i.test(pageLocale);
  if (han.test(message)) return chinesePage ? pageLocale : 'zh-CN';
  if (chinesePage && latinSentence.test(message)) return 'en';
  return pageLocale;
}
