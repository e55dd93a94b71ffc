/**
 * Full-width forms as their ASCII twins, code unit for code unit, so that positions stay true: `￥１，２９９` is `¥1,299`.
 * A full-width comma is folded only between full-width digits; elsewhere it ends a clause.
 */
export function foldWidth(text: string): string {
  if (!/[\u3000\uFF01-\uFF5E\uFFE0-\uFFE6]/.test(text)) return text;
  return text.replace(/[\u3000\uFF01-\uFF5E\uFFE0-\uFFE6]/g, (character, at: number) => {
    const code = character.charCodeAt(0);
    if (code === 0x3000) return ' ';
    if (code === 0xff0c) return isWideDigit(text, at - 1) && isWideDigit(text, at + 1) ? ',' : character;
    if (code >= 0xffe0) return SYMBOLS.get(character) ?? character;
    return String.fromCharCode(code - 0xfee0);
  });
}

const SYMBOLS = new Map([
  ['￥', '¥'],
  ['￡', '£'],
  ['￠', '¢'],
  ['￦', '₩'],
]);

function isWideDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xff10 && code <= 0xff19;
}
