/** Plain decimals as text: `"1299.5"`. Money and quantities are moved and compared as digits, so nothing is rounded. */

/** Shortest plain form: no leading zeros, no trailing zeros after the point. `"007.50"` becomes `"7.5"`. */
export function tidyDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.', 2);
  const left = whole.replace(/^0+(?=\d)/, '') || '0';
  const right = dropTrailingZeros(fraction);
  return right === '' ? left : `${left}.${right}`;
}

/** Multiplies by ten to the power `places` (negative: divides), exactly. `shiftDecimal("1.2", 4)` is `"12000"`. */
export function shiftDecimal(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.', 2);
  if (places >= 0) {
    const padded = fraction.padEnd(places, '0');
    return tidyDecimal(`${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
  }
  const padded = whole.padStart(1 - places, '0');
  return tidyDecimal(`${padded.slice(0, places)}.${padded.slice(places)}${fraction}`);
}

/** Order of two non-negative plain decimals: negative, zero or positive, as `sort` wants it. */
export function compareDecimals(a: string, b: string): number {
  const [wholeA = '', fractionA = ''] = tidyDecimal(a).split('.', 2);
  const [wholeB = '', fractionB = ''] = tidyDecimal(b).split('.', 2);
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  if (fractionA === fractionB) return 0;
  return fractionA < fractionB ? -1 : 1;
}

// Not /0+$/: on "00…01" that tries every start and is quadratic.
function dropTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}
