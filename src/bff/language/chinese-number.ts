const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
for (const [variant, value] of [...'〇0,○0,两2,俩2,壹1,贰2,叁3,肆4,伍5,陆6,柒7,捌8,玖9'.split(',')].map(
  (pair) => [pair[0], pair[1]] as const,
))
  if (variant !== undefined) DIGITS.set(variant, Number(value));
const SMALL = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** Longest numeral read as one; longer runs are noise. */
export const CHINESE_NUMERAL_LIMIT = 24;

/** Characters a Chinese numeral may be made of, for a character class. `点` joins a fraction and stands only inside. */
export const chineseNumeralCharacters = '零〇○一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億';

/** What a Chinese numeral says. `upTo` is there for a spoken pair: 两三千 is 2000 up to 3000. */
export interface ChineseNumber {
  readonly value: string;
  readonly upTo?: string;
}

/**
 * Reads a whole text as a Chinese numeral: 两千三 (2300), 一百五 (150), 三万五千, 二〇二六, 一点五万, 半, 七八百 (700 up to 800).
 * @returns null when the text is anything else, or too long or large to be exact.
 */
export function parseChineseNumber(text: string): ChineseNumber | null {
  if (text.length === 0 || text.length > CHINESE_NUMERAL_LIMIT) return null;
  if (text === '半' || text === '一半') return { value: '0.5' };
  const point = text.indexOf('点');
  if (point > 0) return withFraction(text.slice(0, point), text.slice(point + 1));
  const pair = spokenPair(text);
  if (pair) return pair;
  const value = integer(text);
  return value === null ? null : { value: String(value) };
}

/** 一点五, 三点五万: digits after the point, then perhaps one unit for the whole. */
function withFraction(before: string, after: string): ChineseNumber | null {
  const whole = integer(before);
  const unit = LARGE.get(after.at(-1) ?? '') ?? SMALL.get(after.at(-1) ?? '');
  const fraction = digitsOnly(unit === undefined ? after : after.slice(0, -1));
  if (whole === null || fraction === null || fraction.length > 6) return null;
  const scaled = BigInt(whole) * 10n ** BigInt(fraction.length) + BigInt(fraction);
  const digits = String(scaled * BigInt(unit ?? 1)).padStart(fraction.length + 1, '0');
  const tail = digits.slice(-fraction.length).replace(/0+$/, '');
  return { value: digits.slice(0, -fraction.length) + (tail === '' ? '' : `.${tail}`) };
}

/** 七八百, 两三千, 三四, 十五六: two neighbours on the number line where one digit is expected. */
function spokenPair(text: string): ChineseNumber | null {
  for (let i = 0; i + 1 < text.length; i++) {
    const low = DIGITS.get(text.charAt(i));
    const high = DIGITS.get(text.charAt(i + 1));
    if (low === undefined || high === undefined) continue;
    if (low === 0 || high !== low + 1 || DIGITS.has(text.charAt(i - 1)) || DIGITS.has(text.charAt(i + 2))) return null;
    const from = integer(text.slice(0, i + 1) + text.slice(i + 2));
    const to = integer(text.slice(0, i) + text.slice(i + 1));
    return from === null || to === null ? null : { value: String(from), upTo: String(to) };
  }
  return null;
}

/** A run of digits read one by one: 二〇二六. */
function digitsOnly(text: string): string | null {
  let read = '';
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    read += digit;
  }
  return read === '' ? null : read;
}

function integer(text: string): number | null {
  const spelled = digitsOnly(text);
  if (spelled !== null) return text.length === 1 || text.length > 2 ? safe(Number(spelled)) : null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  // The unit a bare last digit counts tenths of: 两千三 is 2300. A zero in between cancels it: 两千零三.
  let short = 1;
  for (const character of text) {
    const value = DIGITS.get(character);
    const small = SMALL.get(character);
    const large = LARGE.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) short = 1;
    } else if (small !== undefined) {
      if (digit === null && (small !== 10 || section % 100 !== 0)) return null;
      section += (digit ?? 1) * small;
      digit = null;
      short = small / 10;
    } else if (large !== undefined) {
      if (section + (digit ?? 0) === 0 && total === 0) return null;
      section += digit ?? 0;
      if (large === 1e8) {
        total = (total + section) * large;
        section = 0;
      } else {
        total += section * large;
        section = 0;
      }
      digit = null;
      short = large / 10;
    } else return null;
  }
  return safe(total + section + (digit ?? 0) * short);
}

const safe = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);
