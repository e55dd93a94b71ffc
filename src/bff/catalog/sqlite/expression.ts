import type { Match } from '../plan/match.ts';

/** A token as a string of the full-text language; tokens hold no quotes. */
const quote = (token: string): string => `"${token.replaceAll('"', '')}"`;

/** A word or a filter in the language of FTS5. */
export const tokenExpression = ({ token, field }: Extract<Match, { token: string }>): string =>
  field === undefined ? quote(token) : `(${field} : ${quote(token)})`;

/** A match in the language of FTS5; an empty list of either kind is not one. */
export function expression(match: Match): string {
  if ('token' in match) return tokenExpression(match);
  return 'all' in match ? `(${match.all.map(expression).join(' AND ')})` : `(${match.any.map(expression).join(' OR ')})`;
}
