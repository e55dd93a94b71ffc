/** Kinds of personal data that are found in texts, as their placeholders name them. */
export type PersonalKind = 'email' | 'card' | 'id' | 'phone' | 'account' | 'address' | 'name' | 'order' | 'number';

/** Personal data in a text: `text.slice(start, end)`. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** Luhn's check, which payment cards pass and other long numbers fail nine times out of ten (ISO/IEC 7812-1, annex B). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Figures in groups, as telephones, cards and order numbers are written. Commas and points group amounts, so they end one. */
const FIGURES = /(?<![A-Za-z\d.,-])\+?\(?\d(?:[ ()-]{0,2}\d){6,24}(?![\d])/gu;
const DATE = /^(?:19|20)\d\d-\d\d?-\d\d?(?:\s+\d\d?)?$/;
const LABELLED = /(?:tel|phone|mobile|call|whatsapp|order|no\.?|number|电话|手机|座机|号码|订单|单号|编号)\s*(?:is|号|：|:|#|是|为)?\s*$/iu;

/** What figures are, by their length and form; null for what is more likely a model number, a date or an amount. */
function figuresKind(written: string, before: string): PersonalKind | null {
  const digits = written.replace(/\D/g, '');
  if (DATE.test(written.trim())) return null;
  if (/^\d{3}-\d{2}-\d{4}$/.test(written)) return 'id';
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits) || /^0\d{2,3}[ -]?\d{7,8}$/.test(written) || /^\+/.test(written)) return 'phone';
  if (isCard(digits)) return 'card';
  if (/^\(?\d{3}\)?[ -]\d{3}-\d{4}$/.test(written)) return 'phone';
  if (digits.length >= 9) return 'number';
  return LABELLED.test(before) ? 'number' : null;
}

const HAN = '\\p{Script=Han}';
/** Patterns that need no look at what surrounds them. A group named `value` narrows a match to what is personal in it. */
const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu],
  // Resident identity card (GB 11643): 17 digits and a check character.
  ['id', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g],
  ['id', /(?:护照|passport)\s*(?:号码?|no\.?|number)?\s*(?:is|是|为|:|：)?\s*(?<value>[A-Z]{1,2}\d{7,8})/giu],
  ['account', /(?:微信|wechat|weixin|vx|qq|支付宝|alipay)\s*(?:号|账号|id)?\s*(?:is|是|为|:|：)\s*(?<value>[\w.-]{5,30})/giu],
  [
    'address',
    /(?<![\d.,])\d{1,5}[A-Za-z]?\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\p{L}'.-]{0,30}\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Square|Sq|Terrace|Place|Pl|Close|Crescent)\b\.?(?:,?\s*(?:Apt|Apartment|Unit|Suite|Flat|#)\.?\s*[\w-]+)?(?:,\s*[A-Z][\p{L}'.-]{0,30}(?:\s+[A-Z][\p{L}'.-]{0,30}){0,3})?(?:,?\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?)?/gu,
  ],
  [
    'name',
    new RegExp(`(?:我叫|姓名|收件人|收货人|联系人)\\s*(?:是|为|:|：)?\\s*(?<value>${HAN}{2,4})(?=$|[\\s，。,.；;！!、：:\\d])`, 'gu'),
  ],
  [
    'name',
    /(?:[Mm]y name is|[Rr]ecipient|[Ff]ull name|[Cc]all me)\s*:?\s*(?<value>[A-Z][\p{L}'-]{1,30}(?:\s+[A-Z][\p{L}'-]{1,30}){0,2})/gu,
  ],
];

/** Where a Chinese address ends: street, number, and what follows inside the house. What stands before it is found by looking back. */
const STREET_END =
  /(?:路|街|大道|巷|弄|胡同|村|小区|花园|公寓|大厦)\s{0,2}[\d一二三四五六七八九十百]{1,5}\s{0,2}(?:号|弄|栋|幢)院?(?:\s{0,2}[\dA-Za-z一二三四五六七八九十-]{1,6}\s{0,2}(?:号楼|栋|幢|座|单元|室|层|楼|号)){0,6}/gu;
/** Characters of province, city, district and street name at most. */
const STREET_LOOK_BACK = 40;
/** The Han characters right before a place, without the words that lead to an address. */
const LEADING = new RegExp(`(?:^|[^${HAN}])(?:${HAN}*(?:地址|到|在|是|给|为|至))?(${HAN}*)$`, 'u');

/** Chinese addresses; linear, since a shopper may write anything. */
function chineseAddresses(text: string): PersonalSpan[] {
  return [...text.matchAll(STREET_END)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - STREET_LOOK_BACK), match.index);
    const name = LEADING.exec(before)?.[1] ?? before;
    return name === '' ? [] : [{ kind: 'address' as const, start: match.index - name.length, end: match.index + match[0].length }];
  });
}

/**
 * Personal data in a text of either language, in order and without overlap: e-mail addresses, telephones, payment cards,
 * identity numbers, accounts, postal addresses, names that are told as such, and long numbers of any other kind. Amounts, dates
 * and model numbers are left alone.
 */
export function personalIn(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = chineseAddresses(text);
  for (const [kind, pattern] of PATTERNS) {
    // Most texts name no address, and from each letter of them the pattern looks for the end of one.
    if (kind === 'email' && !text.includes('@')) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.value ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ kind, start, end: start + value.length });
    }
  }
  for (const match of text.matchAll(FIGURES)) {
    const kind = figuresKind(match[0], text.slice(Math.max(0, match.index - 24), match.index));
    if (kind) found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: PersonalSpan[] = [];
  for (const span of found) if (span.start >= (apart.at(-1)?.end ?? 0)) apart.push(span);
  return apart;
}
