// A moment as a word, so that a token tells how long it was on the way. Letters only: digits would send a relay that looks at
// amounts down another road.

const MODULUS = 1_000_000_000;

/** Tenths of milliseconds of wall time, the same in all processes of a machine. */
const tenths = (): number => Math.round((performance.timeOrigin + performance.now()) * 10) % MODULUS;

/** The present moment: `q`, nine letters a–j, `q`. */
export function stamp(): string {
  const digits = String(tenths()).padStart(9, '0');
  let word = 'q';
  for (let at = 0; at < 9; at += 1) word += String.fromCharCode(digits.charCodeAt(at) + 49);
  return `${word}q`;
}

const pattern = /q([a-j]{9})q/g;

/** Milliseconds since each stamp in the text. A stamp that the text cuts in two is not counted. */
export function ages(text: string): number[] {
  const now = tenths();
  return Array.from(text.matchAll(pattern), ([, word = '']) => {
    let digits = 0;
    for (let at = 0; at < 9; at += 1) digits = digits * 10 + word.charCodeAt(at) - 97;
    return ((now - digits + MODULUS) % MODULUS) / 10;
  });
}
