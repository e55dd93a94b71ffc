import { CHINESE_NUMERAL_LIMIT, chineseNumeralCharacters, parseChineseNumber } from './chinese-number.ts';
import { shiftDecimal, tidyDecimal } from './decimal.ts';
import { englishNumberStarts, readEnglishNumber } from './english-number.ts';
import { foldWidth } from './fold.ts';

export { parseChineseNumber } from './chinese-number.ts';

/** A number found in a text. `start` and `end` are positions in code units, `end` past the last. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** Plain decimal, exact, suffix counted in: `"12000"` for 1.2万 and for 12k. */
  readonly value: string;
  /** Upper end of a spoken pair: 两三千 is `value` 2000, `upTo` 3000. */
  readonly upTo?: string;
  /** A letter that was counted as a multiplier but may be a unit (4K, 5m, 65W); `base` is the number without it. */
  readonly letter?: 'k' | 'm' | 'w';
  readonly base?: string;
  readonly form: 'digits' | 'chinese' | 'english';
  /** A Latin letter, digit or joining mark stands directly before: part of a name such as Z30 or A7-4. */
  readonly inWord: boolean;
}

const START = new RegExp(String.raw`\d|\.(?=\d)|[${chineseNumeralCharacters}半]|\b(?:${englishNumberStarts})\b`, 'gi');
const START_HERE = new RegExp(START.source, 'iy');
const RUN = `[${chineseNumeralCharacters}]{1,${CHINESE_NUMERAL_LIMIT + 1}}`;
const CHINESE_RUN = new RegExp(`${RUN}(?:点${RUN})?`, 'y');
/** Everyday words that hold a numeral but count nothing. */
const NO_COUNT =
  /一(?=[些下般起样定直切旦向味共])|十分(?!钟|之|\d)|千万(?=[别不要记])|万(?:一(?![万千百十])|能|用表)|[统唯之]一|第?三脚架|三角|四川|八达通|五金|百搭|千禧/y;
const POWERS = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
]);
const LETTER_POWERS = { k: 3, m: 6, w: 4 } as const;
/** A metric prefix, not a count: 5千克, 3百分点. */
const UNIT_NOT_COUNT = /^(?:千[克米瓦卡帕赫焦牛字伏兆]|百分|万[能向用])/;

/**
 * Finds every number of a text from left to right, none overlapping: digits of both widths with thousands marks and
 * decimals (1,299.50 · 1.299,00 · ¥1 299), 万/千/百/亿 and k/m/w behind digits, Chinese numerals, English number words.
 * It finds numbers, not meanings: "one" in "a quiet one" is found too, and the caller asks for a unit. Linear time.
 */
export function findNumbers(text: string): FoundNumber[] {
  const folded = foldWidth(text);
  const found: FoundNumber[] = [];
  START.lastIndex = 0;
  for (let hit = START.exec(folded); hit; hit = START.exec(folded)) {
    const next = readAt(folded, hit.index, hit[0], found);
    START.lastIndex = Math.max(next, hit.index + 1);
  }
  return found;
}

/**
 * The number that starts exactly at `at` of a text already folded ({@link foldWidth}); null where none does. Of a shape that
 * holds several ("1,2") the first.
 */
export function readNumberAt(folded: string, at: number): FoundNumber | null {
  START_HERE.lastIndex = at;
  const hit = START_HERE.exec(folded);
  if (!hit) return null;
  const found: FoundNumber[] = [];
  readAt(folded, at, hit[0], found);
  return found[0]?.start === at ? found[0] : null;
}

/** Reads what starts at `at` into `found`; returns where to go on. */
function readAt(text: string, at: number, first: string, found: FoundNumber[]): number {
  if (/[\d.]/.test(first)) return readDigits(text, at, found);
  if (/[a-z]/i.test(first)) {
    const number = readEnglishNumber(text, at);
    if (!number) return at + first.length;
    found.push({ start: at, end: number.end, value: number.value, form: 'english', inWord: false });
    return number.end;
  }
  return readChinese(text, at, found);
}

function readChinese(text: string, at: number, found: FoundNumber[]): number {
  NO_COUNT.lastIndex = at;
  if (NO_COUNT.test(text)) return NO_COUNT.lastIndex;
  if (text[at] === '半' || text.startsWith('一半', at)) {
    const end = at + (text[at] === '半' ? 1 : 2);
    found.push({ start: at, end, value: '0.5', form: 'chinese', inWord: false });
    return end;
  }
  CHINESE_RUN.lastIndex = at;
  const run = CHINESE_RUN.exec(text)?.[0] ?? '';
  const whole = run.split('点', 1)[0] ?? '';
  for (const candidate of run === whole ? [run] : [run, whole]) {
    const number = candidate.length <= CHINESE_NUMERAL_LIMIT ? parseChineseNumber(candidate) : null;
    if (!number) continue;
    found.push({ start: at, end: at + candidate.length, ...number, form: 'chinese', inWord: false });
    return at + candidate.length;
  }
  return at + Math.max(whole.length, 1);
}

/** One shape of digits, points and commas: one number where the marks make sense as such, else its pieces. */
function readDigits(text: string, at: number, found: FoundNumber[]): number {
  const end = shapeEnd(text, at);
  const shape = text.slice(at, end);
  const inWord = continuesName(text, at, found.at(-1)?.end);
  const single = plainDecimal(shape, text, at, end);
  if (single !== null) return pushDigits(text, at, end, single, inWord, found);
  let from = at;
  for (const piece of shape.split(/[,' \u00A0\u2009\u202F]/)) {
    if (/^\.?\d+$|^\d+\.\d+$/.test(piece)) pushDigits(text, from, from + piece.length, tidyDecimal(piece), inWord && from === at, found);
    from += piece.length + 1;
  }
  return end;
}

/** Z30, X-T5, f/2.8: but not the second half of 1k-2k. */
function continuesName(text: string, at: number, lastEnd: number | undefined): boolean {
  if (/[a-z_]/i.test(text[at - 1] ?? '')) return lastEnd !== at;
  return /[-./]/.test(text[at - 1] ?? '') && /[a-z]/i.test(text[at - 2] ?? '') && lastEnd !== at - 1;
}

/** End of the longest `digits (mark digits)*` from `at`. A space is a mark only between groups of three. */
function shapeEnd(text: string, at: number): number {
  let i = at;
  if (text[i] === '.') i++;
  for (;;) {
    while (isDigit(text, i)) i++;
    const mark = text[i];
    if (mark === undefined || !isDigit(text, i + 1)) return i;
    if (mark === '.' || mark === ',') i++;
    else if (/['\u00A0\u2009\u202F ]/.test(mark) && groupOfThree(text, i + 1) && (mark !== ' ' || spaceGroups(text, at, i))) i++;
    else return i;
  }
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39;
const groupOfThree = (text: string, at: number): boolean =>
  isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);

/** An ordinary space parts thousands only beside a currency: "¥1 299", "1 299 €"; "15 256 GB" are two numbers. */
function spaceGroups(text: string, at: number, space: number): boolean {
  if (space - at > 12 || !/^\d{1,3}(?: \d{3})*$/.test(text.slice(at, space))) return false;
  return (
    /[¥$€£₩₹]\s?$/.test(text.slice(Math.max(0, at - 2), at)) ||
    /^(?: \d{3}){1,4}(?:[.,]\d{1,2})? ?(?:[¥$€£₩₹元块]|kr\b|(?:RMB|CNY|USD|EUR|GBP|HKD|TWD|SGD|CHF|SEK|NOK|DKK|PLN)\b)/.test(
      text.slice(space, space + 28),
    )
  );
}

/** The shape as one plain decimal, or null where its marks say it is several numbers or a version (1.2.3). */
function plainDecimal(shape: string, text: string, at: number, end: number): string | null {
  if (shape.length > 40) return null;
  if (/^\d+$/.test(shape) || /^\d*\.\d+$/.test(shape)) return tidyDecimal(shape);
  const bare = shape.replace(/[' \u00A0\u2009\u202F]/g, '');
  if (bare !== shape) return /^\d+(?:[.,]\d{1,2})?$/.test(bare) ? tidyDecimal(bare.replace(',', '.')) : null;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return tidyDecimal(bare.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(bare) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(bare))
    return tidyDecimal(bare.replaceAll('.', '').replace(',', '.'));
  const euro = /€\s?$/.test(text.slice(Math.max(0, at - 2), at)) || /^\s?(?:€|EUR\b)/.test(text.slice(end, end + 5));
  if (euro && /^\d+,\d{1,2}$/.test(shape)) return tidyDecimal(shape.replace(',', '.'));
  return null;
}

/** Adds a number with what stands behind its digits: 万, 1万5千, k. Returns its end. */
function pushDigits(text: string, start: number, digitsEnd: number, digits: string, inWord: boolean, found: FoundNumber[]): number {
  const common = { start, form: 'digits', inWord } as const;
  const unit = text[digitsEnd] === ' ' ? digitsEnd + 1 : digitsEnd;
  const power = POWERS.get(text[unit] ?? '');
  if (power !== undefined && !UNIT_NOT_COUNT.test(text.slice(unit, unit + 2))) {
    const [end, value] = withRest(text, unit + 1, shiftDecimal(digits, power), power);
    found.push({ ...common, end, value });
    return end;
  }
  const letter = /^([kmw])(?![a-z\d²³/])/i.exec(text.slice(digitsEnd, digitsEnd + 2))?.[1]?.toLowerCase() as 'k' | 'm' | 'w' | undefined;
  if (letter) {
    const end = digitsEnd + 1;
    found.push({ ...common, end, value: shiftDecimal(digits, LETTER_POWERS[letter]), letter, base: digits });
    return end;
  }
  found.push({ ...common, end: digitsEnd, value: digits });
  return digitsEnd;
}

/** 千万 and 百万 behind digits, then a smaller part: 3百万, 1万5千, 1万2. */
function withRest(text: string, at: number, value: string, power: number): [end: number, value: string] {
  const again = POWERS.get(text[at] ?? '');
  if (again !== undefined && again > power && !UNIT_NOT_COUNT.test(text.slice(at, at + 2))) return [at + 1, shiftDecimal(value, again)];
  const rest = /^(\d)(?:([千百])|(?![\d.,a-z%天日月年个小周台]))/i.exec(text.slice(at, at + 3));
  const restPower = rest?.[2] ? POWERS.get(rest[2]) : power - 1;
  if (!rest?.[1] || restPower === undefined || restPower >= power || value.includes('.')) return [at, value];
  const sum = BigInt(value) + BigInt(shiftDecimal(rest[1], restPower));
  return [at + rest[0].length, String(sum)];
}
