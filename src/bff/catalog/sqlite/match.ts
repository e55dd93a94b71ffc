import type { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../../protocol/offer.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { offerStated, offerTest } from '../columns/offers.ts';
import type { ItemSource } from '../columns/source.ts';
import { compiled, type ItemTest } from '../columns/test.ts';
import { type Conditions, conditionsOf, type Known } from '../plan/conditions.ts';
import { EVERY_ITEM, type Match } from '../plan/match.ts';
import type { Names } from '../plan/names.ts';
import { type QueryPart, queryParts } from '../plan/query-parts.ts';
import type { Stated } from '../plan/relaxed.ts';
import { ENOUGH, RANKED_LIMIT } from '../plan/relevance.ts';
import { textLevels, type WordStock } from '../plan/text-levels.ts';
import { offerWish } from '../price.ts';
import { expression } from './expression.ts';
import type { FoundSets } from './found-sets.ts';
import { COLUMN_WEIGHTS } from './schema.ts';

/** The items a search found, in no order. */
export interface Matches {
  readonly numbers: Uint32Array;
  /** The full-text expression that found them, with its filters; null without a free text. */
  readonly text: string | null;
  /** False when some words of the free text were not required. */
  readonly whole: boolean;
  /** The free text as it was read; empty without one. */
  readonly parts: readonly QueryPart[];
}

/** Offers of the items asked about, read when first needed; a bounded share of them is kept. */
export class OfferReader {
  readonly #db: DatabaseSync;
  readonly #kept = new Map<number, readonly Offer[]>();
  static readonly LIMIT = 20_000;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  of(no: number): readonly Offer[] {
    let offers = this.#kept.get(no);
    if (!offers) {
      const row = this.#db.prepare('SELECT offers FROM item WHERE no = ?').get(no);
      offers = JSON.parse(String(row?.offers ?? '[]')) as Offer[];
      if (this.#kept.size >= OfferReader.LIMIT) this.#kept.clear();
      this.#kept.set(no, offers);
    }
    return offers;
  }

  forget(): void {
    this.#kept.clear();
  }
}

export interface Source extends Known, ItemSource {
  readonly names: Names;
  readonly db: DatabaseSync;
  readonly words: WordStock;
  readonly offers: OfferReader;
  readonly found: FoundSets;
}

/** Conditions with the tests only this engine knows: functions over its columns. */
interface Asked extends Conditions {
  readonly more: ItemTest[];
}

/** Everything a search asks of items but its free text. */
function allConditions(search: SearchArguments, source: Source): Asked {
  const wish = offerWish(search, source.columns.currency);
  return { ...conditionsOf(search, source), more: wish ? [offerTest(wish, source)] : [] };
}

/** Everything a search finds, its free text taken as strictly as gives enough. */
export function matchesOf(search: SearchArguments, source: Source): Matches {
  const conditions = allConditions(search, source);
  const text = search.query?.trim();
  if (!text) return { numbers: select(conditions, null, source), text: null, whole: true, parts: [] };
  const parts = queryParts(text, source.words, source.names);
  let best: Matches = { numbers: new Uint32Array(), text: null, whole: true, parts };
  for (const level of textLevels(parts, source.words)) {
    const numbers = select(conditions, level.match, source);
    if (numbers.length > best.numbers.length) best = { numbers, text: textOf(conditions, level.match), whole: level.whole, parts };
    if (best.numbers.length >= ENOUGH) break;
  }
  return best;
}

/** Whether any item meets the conditions of a search, its free text aside, and states a fact. */
export function anyMatch(search: SearchArguments, source: Source, stated: Stated | null): boolean {
  const conditions = allConditions(search, source);
  if (stated && 'match' in stated) conditions.match.push(stated.match);
  if (stated && 'test' in stated) conditions.tests.push(stated.test);
  if (stated && 'offer' in stated) conditions.more.push(offerStated(stated.offer, source));
  const { tests, either, more, product, excluded } = conditions;
  if (tests.length + either.length + more.length === 0 && product === undefined && excluded === undefined)
    return source.db.prepare('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1').get(textOf(conditions, null)) !== undefined;
  return candidatesOf(conditions, null, source).some(testOf(conditions, source));
}

/** Conditions and a free text as one full-text expression. */
function textOf({ match, not }: Conditions, text: Match | null): string {
  const positive = [...(text === null ? [] : [text]), ...match];
  const all = expression({ all: positive.length > 0 ? positive : [{ token: EVERY_ITEM }] });
  return not.length > 0 ? `${all} NOT ${expression({ any: not })}` : all;
}

/** A set of items by number, as SQL. */
interface SqlSet {
  readonly sql: string;
  readonly value: string;
}

/** The sets that must hold an item. */
const within = ({ product, excluded }: Conditions): SqlSet[] => [
  ...(product === undefined ? [] : [{ sql: 'SELECT i.no FROM item i JOIN product p ON p.no = i.product WHERE p.id = ?', value: product }]),
  ...(excluded === undefined
    ? []
    : [{ sql: 'SELECT no FROM item WHERE id NOT IN (SELECT value FROM json_each(?))', value: JSON.stringify(excluded) }]),
];

function numbersOf(text: string, sets: readonly SqlSet[], { db, found }: Source): Uint32Array {
  return found.of(JSON.stringify([text, sets]), () => {
    // The plus keeps the set out of the index's hands, which would search anew for each of its members.
    const inSets = sets.map((set) => ` AND +rowid IN (${set.sql})`).join('');
    // One text instead of a row each: a whole category crosses into JavaScript in a millisecond.
    const row = db
      .prepare(`SELECT json_group_array(rowid) AS found FROM search WHERE search MATCH ?${inSets}`)
      .get(text, ...sets.map((set) => set.value));
    return Uint32Array.from(JSON.parse(String(row?.found ?? '[]')) as number[]);
  });
}

/** What the full-text index says may match; everything where it is not asked. */
function candidatesOf(conditions: Conditions, text: Match | null, source: Source): Uint32Array {
  const sets = within(conditions);
  const asked = text !== null || conditions.match.length + conditions.not.length + sets.length > 0;
  return asked ? numbersOf(textOf(conditions, text), sets, source) : source.columns.all;
}

/** What the columns say of a candidate. */
function testOf(conditions: Asked, source: Source): ItemTest {
  const either = conditions.either.map(({ match, tests }): ItemTest => {
    const named = new Set<number>(match === null ? [] : numbersOf(expression(match), [], source));
    const some = compiled({ any: tests }, source);
    return (no) => named.has(no) || some(no);
  });
  const tests = [...conditions.tests.map((test) => compiled(test, source)), ...conditions.more, ...either];
  const [only] = tests;
  return tests.length === 1 && only ? only : (no) => tests.every((test) => test(no));
}

function select(conditions: Asked, text: Match | null, source: Source): Uint32Array {
  return candidatesOf(conditions, text, source).filter(testOf(conditions, source));
}

/**
 * Relevance to the free text beside each match, larger is better; null without one. bm25 runs over the same expression that
 * found the matches, its filters weighing nothing; very many matches are not worth ranking word by word.
 */
export function relevance({ numbers, text }: Matches, { db, columns }: Source): Float64Array | null {
  if (text === null || numbers.length > RANKED_LIMIT) return null;
  const statement = db.prepare(`SELECT rowid, bm25(search, ${COLUMN_WEIGHTS}) FROM search WHERE search MATCH ?`);
  statement.setReturnArrays(true);
  const byNumber = new Float64Array(columns.size);
  for (const [no, score] of statement.iterate(text) as unknown as Iterable<[number, number]>) byNumber[no] = -score;
  return Float64Array.from(numbers, (no) => byNumber[no] ?? 0);
}
