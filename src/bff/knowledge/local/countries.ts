/** Codes of the world's countries and regions, ISO 3166-1. */
const CODES =
  'AE AR AT AU BD BE BG BR BY CA CH CL CO CU CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IR IS IT JP KE KH KR KZ LA LK LT LU LV MA MM MN MO MX MY NG NL NO NP NZ PE PH PK PL PT RO RS RU SA SE SG SI SK TH TR TW UA US UY UZ VE VN ZA'.split(
    ' ',
  );
const SPOKEN = [
  'usa',
  'u.s.',
  'america',
  'england',
  'britain',
  'europe',
  'asia',
  'africa',
  'hong kong',
  'macau',
  '欧洲',
  '香港',
  '澳门',
  '台湾',
];

function names(): string[] {
  const found = ['en', 'zh-Hans'].flatMap((locale) => {
    const display = new Intl.DisplayNames(locale, { type: 'region' });
    return CODES.map((code) =>
      (display.of(code) ?? code)
        .toLowerCase()
        .replace(/[（(].*$/, '')
        .trim(),
    );
  });
  return [...new Set([...found, ...SPOKEN])].sort((a, b) => b.length - a.length);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const all = names();
const latin = all.filter((name) => /^[a-z]/.test(name)).map(escaped);
const han = all.filter((name) => !/^[a-z]/.test(name)).map(escaped);
/** Where things go to or people travel; "the capital of France" is about France. */
const PATTERN = new RegExp(
  [
    String.raw`(?<=\b(?:to|into|in|from|for) (?:the )?)(?:${latin.join('|')})\b`,
    `(?<=[到往去寄发送在从])(?:${han.join('|')})`,
    `(?:${han.join('|')})(?=能|可|发|送|寄|收|包邮)`,
  ].join('|'),
  'g',
);

/** A folded question with each country that something goes to called what rules call it: abroad, 国外. */
export const withoutCountries = (question: string): string =>
  question.replace(PATTERN, (name) => (/^[a-z]/.test(name) ? 'abroad' : '国外'));
