import type { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../../protocol/offer.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { filtered, NumberSet } from '../columns/number-set.ts';
import { offerStated, offerTest } from '../columns/offers.ts';
import type { ItemSource } from '../columns/source.ts';
import { compiled, type ItemTest } from '../columns/test.ts';
import { type Conditions, conditionsOf, type Known } from '../plan/conditions.ts';
import type { Match } from '../plan/match.ts';
import type { Names } from '../plan/names.ts';
import { type QueryPart, queryParts } from '../plan/query-parts.ts';
import type { Stated } from '../plan/relaxed.ts';
import { ENOUGH, RANKED_LIMIT } from '../plan/relevance.ts';
import { textLevels, type WordStock } from '../plan/text-levels.ts';
import { withoutBroad } from '../plan/without-broad.ts';
import { offerWish } from '../price.ts';
import { expression } from './expression.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import type { TokenSets } from './token-sets.ts';

/** The items a search found, in no order. */
export interface Matches {
  readonly numbers: Uint32Array;
  /** The free text as it found them, with the filters beside it; null without one. */
  readonly text: Match | null;
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

  forget(numbers: Iterable<number>): void {
    for (const no of numbers) this.#kept.delete(no);
  }
}

export interface Source extends Known, ItemSource {
  readonly names: Names;
  readonly db: DatabaseSync;
  readonly words: WordStock;
  readonly offers: OfferReader;
  readonly sets: TokenSets;
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
    if (numbers.length > best.numbers.length)
      best = { numbers, text: { all: [level.ranked, ...conditions.match] }, whole: level.whole, parts };
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
  const test = testOf(conditions, source);
  const candidates = candidatesOf(conditions, null, source);
  return test === null ? candidates.length > 0 : candidates.some(test);
}

/** What the full-text index says may match; everything where it is not asked. */
function candidatesOf({ match, not }: Conditions, text: Match | null, { columns, sets }: Source): Uint32Array {
  const matching = (each: Match) => sets.matching(each, columns.all, columns.size);
  const positive = [...(text === null ? [] : [text]), ...match];
  if (positive.length === 0 && not.length === 0) return columns.all;
  return NumberSet.without(matching({ all: positive }), not.map(matching), columns.size).numbers();
}

/** What else is asked of a candidate; null where nothing is. */
function testOf(conditions: Asked, source: Source): ItemTest | null {
  const { columns, sets } = source;
  const either = conditions.either.map(({ match, tests }): ItemTest => {
    const named = match === null ? null : sets.matching(match, columns.all, columns.size);
    const some = compiled({ any: tests }, source);
    return (no) => named?.has(no) === true || some(no);
  });
  const tests = [...idTests(conditions, source), ...conditions.tests.map((test) => compiled(test, source)), ...conditions.more, ...either];
  const [only] = tests;
  if (!only) return null;
  return tests.length === 1 ? only : (no) => tests.every((test) => test(no));
}

/** Variants of one product only, and items that are not wanted. */
function idTests({ product, excluded }: Conditions, { db }: Source): ItemTest[] {
  const numbers = (sql: string, value: string) =>
    new Set(
      db
        .prepare(sql)
        .all(value)
        .map((row) => Number(row.no)),
    );
  const tests: ItemTest[] = [];
  if (product !== undefined) {
    const own = numbers('SELECT i.no FROM item i JOIN product p ON p.no = i.product WHERE p.id = ?', product);
    tests.push((no) => own.has(no));
  }
  if (excluded !== undefined) {
    const out = numbers('SELECT no FROM item WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(excluded));
    tests.push((no) => !out.has(no));
  }
  return tests;
}

function select(conditions: Asked, text: Match | null, source: Source): Uint32Array {
  const candidates = candidatesOf(conditions, text, source);
  const test = testOf(conditions, source);
  return test === null ? candidates : filtered(candidates, test);
}

/**
 * Relevance to the free text beside each match, larger is better; null without one, and where very many match or all its words are
 * {@link BROAD}: then it tells little and costs much.
 */
export function relevance({ numbers, text }: Matches, { db, columns, sets }: Source): Float64Array | null {
  const ranked =
    text === null || numbers.length > RANKED_LIMIT
      ? null
      : withoutBroad(text, (token) => sets.matching(token, columns.all, columns.size).count);
  if (ranked === null) return null;
  const statement = db.prepare(`SELECT rowid, bm25(search, ${COLUMN_WEIGHTS}) FROM search WHERE search MATCH ?`);
  statement.setReturnArrays(true);
  const byNumber = new Float64Array(columns.size);
  for (const [no, score] of statement.iterate(expression(ranked)) as unknown as Iterable<[number, number]>) byNumber[no] = -score;
  return Float64Array.from(numbers, (no) => byNumber[no] ?? 0);
}
