// The cart is a cookie, so that the shop's server can price it: JSON of [item, offer, quantity, days?], percent-encoded.

const MOST_LINES = 30;
const YEAR_S = 365 * 24 * 3600;

/**
 * @typedef {readonly [item: string, offer: string, quantity: number, days?: number]} Line
 * @param {string} cookies as `document.cookie` gives them
 * @returns {Line[]}
 */
export function readLines(cookies) {
  const pair = cookies.split('; ').find((each) => each.startsWith('cart='));
  try {
    const lines = JSON.parse(decodeURIComponent(pair?.slice('cart='.length) ?? ''));
    return Array.isArray(lines) ? lines : [];
  } catch {
    return [];
  }
}

/**
 * The cookie that keeps these lines.
 * @param {readonly Line[]} lines
 */
export function cookieOf(lines) {
  const kept = lines.slice(-MOST_LINES);
  return `cart=${encodeURIComponent(JSON.stringify(kept))}; Path=/; Max-Age=${kept.length > 0 ? YEAR_S : 0}; SameSite=Lax`;
}

/**
 * The same offer for the same length is one line.
 * @param {readonly Line[]} lines
 * @param {Line} added
 * @returns {Line[]}
 */
export function withLine(lines, added) {
  const [item, offer, quantity, days] = added;
  const isSame = (/** @type {Line} */ line) => line[0] === item && line[1] === offer && line[3] === days;
  if (!lines.some(isSame)) return [...lines, added];
  return lines.map((line) => (isSame(line) ? withQuantity(line, line[2] + quantity) : line));
}

/**
 * @param {Line} line
 * @param {number} quantity anything a field may hold
 * @returns {Line}
 */
export function withQuantity([item, offer, , ...days], quantity) {
  return [item, offer, Math.min(99, Math.max(1, Math.trunc(quantity) || 1)), ...days];
}

/** @param {readonly Line[]} lines */
export const countOf = (lines) => lines.reduce((sum, [, , quantity]) => sum + quantity, 0);
