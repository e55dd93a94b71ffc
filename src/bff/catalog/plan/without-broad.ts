import { EVERY_ITEM, type Match } from './match.ts';

/**
 * Items that have a word from which on ranking by it is not worth its cost: BM25 counts every item that has it, each time it is asked,
 * to learn that it is common.
 */
export const BROAD = 20_000;

type Token = Extract<Match, { token: string }>;

/**
 * A free text as it is ranked by: what the broad words leave. An item that it does not match has only those.
 * @param count how many items have a token.
 * @returns null when nothing is left.
 */
export function withoutBroad(text: Match, count: (token: Token) => number): Match | null {
  if ('token' in text) return text.token !== EVERY_ITEM && count(text) <= BROAD ? text : null;
  if ('any' in text) {
    // Where one alternative is broad, nothing is asked of the others.
    const parts = text.any.map((each) => withoutBroad(each, count));
    return parts.some((part) => part === null) || parts.length === 0 ? null : { any: parts.filter((part) => part !== null) };
  }
  const [only, ...parts] = text.all.map((each) => withoutBroad(each, count)).filter((part) => part !== null);
  return only && parts.length > 0 ? { all: [only, ...parts] } : (only ?? null);
}
