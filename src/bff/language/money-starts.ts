/** Characters of a Chinese numeral that may begin one. */
export const NUMERAL = '零〇一二两俩三四五六七八九十壹贰叁肆伍陆柒捌玖拾';
const CODES = 'cny rmb usd eur gbp hkd jpy twd sgd aud cad krw inr'.split(' ');
const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half'.split(
    ' ',
  );
const FREE_WORDS = 'free waive waives waived waiving complimentary no zero'.split(' ');
const HAN_STARTS =
  '人民币 美元 美金 欧元 港币 日元 免 零押 零首 零租 零利 零元 包邮 无押 无需押 无须押 不收押 不用押 不需押 不要押 不用交押 不需要押 不要钱 白送 半价 押金全免 押金可免 押金免收'.split(
    ' ',
  );
const PAIRS = ['a hundred', 'a thousand', 'one hundred', 'one thousand'];

/** Words of more than one character that may begin an amount, in lower case: a stream's end may be half of one. */
export const amountStartWords: readonly string[] = [
  ...CODES,
  ...NUMBER_WORDS,
  ...FREE_WORDS,
  ...HAN_STARTS,
  ...PAIRS,
  ...'us$ hk$ nt$ au$ ca$ sg$ s$ a$ c$ r$'.split(' '),
];

/** Single characters that may begin an amount, for a character class. */
export const amountStartCharacters = String.raw`\d０-９$＄¥￥€£￡₩￦₹${NUMERAL}免`;

/** Where an amount may begin: the source of a pattern with the flag `i`. */
export const amountStartSource = String.raw`\d|\.(?=\d)|(?:\b(?:us|hk|nt|au|ca|sg|[sacr]))?\$|[¥€£₩₹${NUMERAL}]|${HAN_STARTS.join('|')}|0押|\b(?:${[...CODES, ...NUMBER_WORDS, ...FREE_WORDS, ...PAIRS].join('|')})(?![a-z])`;
