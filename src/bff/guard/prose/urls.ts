/** Longest address that is judged; a longer one is not allowed. */
const URL_LIMIT = 2000;

/** A link's destination: `(https://… "title")`. */
export interface Destination {
  readonly url: string;
  /** Past the closing parenthesis. */
  readonly end: number;
}

const DESTINATION =
  /\([ \t]*(?:<([^<>\n]{0,2000})>|(?!<)([^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,4}))(?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*\)/y;
const HALF_DESTINATION = /\([ \t]*(?:<[^<>\n]{0,2000}>?|[^\s<]\S{0,4500})?(?:[ \t]+(?:["'(][^\n]{0,300})?)?$/y;
const LIMIT = URL_LIMIT + 4000;

/**
 * Reads the destination whose `(` stands at `at`.
 * @returns `more` when it may still become one, null when it is none.
 */
export function readDestination(text: string, at: number, ended: boolean): Destination | 'more' | null {
  DESTINATION.lastIndex = at;
  const hit = DESTINATION.exec(text);
  if (hit) return { url: hit[1] ?? hit[2] ?? '', end: DESTINATION.lastIndex };
  if (ended || text.length - at > LIMIT) return null;
  HALF_DESTINATION.lastIndex = at;
  return HALF_DESTINATION.test(text) ? 'more' : null;
}

/** What an address is made of: ASCII without white space, quotes and brackets but round ones. */
const ADDRESS = /[!#-;=?-Z_a-z~]*/y;

/** End of the bare address that begins at `at`, without the punctuation that closes its sentence. */
export function urlEnd(text: string, at: number, ended: boolean): number | 'more' {
  ADDRESS.lastIndex = at;
  ADDRESS.test(text);
  let end = ADDRESS.lastIndex;
  if (end === text.length && !ended && end - at < URL_LIMIT) return 'more';
  while (end > at && /[.,;:!?)\]'*_~]/.test(text.charAt(end - 1))) end--;
  return end;
}
