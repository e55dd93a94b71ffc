import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { NumberSet } from '../columns/number-set.ts';
import { EVERY_ITEM, type Match } from '../plan/match.ts';
import { tokenExpression } from './expression.ts';

/** Bytes of sets kept in all: of every broad word of a large catalogue, of most words of a small one. */
const room = (size: number): number => Math.max(2 ** 21, 64 * size);

/**
 * The items that have a word or a filter, each read from the full-text index once a revision. Shoppers ask the same broad words
 * again and again, and one search does (a stricter text, then each condition left out): meeting two kept sets costs a hundredth of
 * walking their postings.
 */
export class TokenSets {
  readonly #db: DatabaseSync;
  readonly #kept = new Map<string, NumberSet>();
  #find: StatementSync | undefined;
  #bytes = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  forget(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  /**
   * The items that match.
   * @param all every item's number. @param size one past the highest.
   */
  matching(match: Match, all: Uint32Array, size: number): NumberSet {
    if ('token' in match) return match.token === EVERY_ITEM ? NumberSet.of(all, size) : this.#of(tokenExpression(match), size);
    const parts = 'all' in match ? match.all : match.any;
    if ('all' in match && parts.length === 0) return NumberSet.of(all, size);
    const sets = parts.map((part) => this.matching(part, all, size));
    return 'all' in match ? NumberSet.inAll(sets, size) : NumberSet.inAny(sets, size);
  }

  #of(expression: string, size: number): NumberSet {
    const known = this.#kept.get(expression);
    const found = known ?? this.#read(expression, size);
    // Asked last, dropped last.
    this.#kept.delete(expression);
    this.#kept.set(expression, found);
    if (known) return found;
    this.#bytes += found.bytes;
    for (const [oldest, set] of this.#kept) {
      if (this.#bytes <= room(size)) break;
      this.#kept.delete(oldest);
      this.#bytes -= set.bytes;
    }
    return found;
  }

  #read(expression: string, size: number): NumberSet {
    // One text instead of a row each: a whole category crosses into JavaScript in milliseconds.
    this.#find ??= this.#db.prepare('SELECT json_group_array(rowid) AS found FROM search WHERE search MATCH ?');
    const row = this.#find.get(expression);
    return NumberSet.of(Uint32Array.from(JSON.parse(String(row?.found ?? '[]')) as number[]), size);
  }
}
