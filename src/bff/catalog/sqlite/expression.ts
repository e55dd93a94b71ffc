import { EVERY_ITEM, type Match } from '../plan/match.ts';

/** A token as a string of the full-text language; tokens hold no quotes. */
const quote = (token: string): string => `"${token.replaceAll('"', '')}"`;

/** A match in the language of FTS5. */
export function expression(match: Match): string {
  if ('token' in match) return match.field === undefined ? quote(match.token) : `({${match.field}} : ${quote(match.token)})`;
  if ('all' in match) return match.all.length === 0 ? quote(EVERY_ITEM) : `(${match.all.map(expression).join(' AND ')})`;
  return `(${match.any.map(expression).join(' OR ')})`;
}
