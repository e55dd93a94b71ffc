import type { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../../protocol/offer.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { leaseOnly, type OfferWish, offerMatches, offerWish } from '../price.ts';
import { type Conditions, conditionsOf, type Known, type SqlSet, type Test } from './conditions.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import { textLevels } from './text-plan.ts';

/** The items a search found, in no order. */
export interface Matches {
  readonly numbers: Uint32Array;
  /** The full-text expression that found them, with its filters; null without a free text. */
  readonly text: string | null;
  /** False when some words of the free text were not required. */
  readonly whole: boolean;
}

/** Fewer than this and a free text is taken less strictly: an adviser wants three to choose from. */
const ENOUGH = 3;
/** More matches than this are ordered by popularity: ranking by words costs more there than it tells. */
const RANKED_LIMIT = 5_000;

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

export interface Source extends Known {
  readonly db: DatabaseSync;
  readonly offers: OfferReader;
}

/** Whether an item has an offer that is what was wished for; sales in the catalogue's own currency are told from the columns. */
function offerTest(wish: OfferWish, { columns, offers }: Source): (no: number) => boolean {
  const plain = wish.currency === columns.currency && !leaseOnly(wish) && wish.basis === 'total';
  return (no) => {
    if (columns.mixed[no] === 1 || wish.currency !== columns.currency) return offers.of(no).some((offer) => offerMatches(offer, wish));
    const sale = columns.sale[no] ?? Number.NaN;
    return plain && !Number.isNaN(sale) && (wish.min === undefined || sale >= wish.min) && (wish.max === undefined || sale <= wish.max);
  };
}

/** Everything a search asks of items but its free text. */
function allConditions(search: SearchArguments, source: Source): Conditions {
  const conditions = conditionsOf(search, source);
  const wish = offerWish(search, source.columns.currency);
  if (wish) conditions.tests.push(offerTest(wish, source));
  return conditions;
}

/** Everything a search finds, its free text taken as strictly as gives enough. */
export function matchesOf(search: SearchArguments, source: Source): Matches {
  const conditions = allConditions(search, source);
  const text = search.query?.trim();
  if (!text) return { numbers: select(conditions, null, source), text: null, whole: true };
  let best: Matches = { numbers: new Uint32Array(), text: null, whole: true };
  for (const level of textLevels(text, source.names)) {
    const numbers = select(conditions, level.match, source);
    if (numbers.length > best.numbers.length) best = { numbers, text: textOf(conditions, level.match), whole: level.whole };
    if (best.numbers.length >= ENOUGH) break;
  }
  return best;
}

/** Whether any item meets the conditions of a search, its free text aside, and one more full-text expression or test. */
export function anyMatch(search: SearchArguments, source: Source, more: { match?: string; test?: Test }): boolean {
  const conditions = allConditions(search, source);
  if (more.match !== undefined) conditions.match.push(more.match);
  if (more.test) conditions.tests.push(more.test);
  if (conditions.tests.length + conditions.either.length + conditions.within.length === 0)
    return source.db.prepare('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1').get(textOf(conditions, null)) !== undefined;
  return candidatesOf(conditions, null, source).some(testOf(conditions, source));
}

const textOf = ({ match, not }: Conditions, text: string | null): string => {
  const positive = [...(text === null ? [] : [`(${text})`]), ...match];
  const all = positive.length > 0 ? positive.join(' AND ') : '"_all"';
  return not.length > 0 ? `(${all}) NOT (${not.join(' OR ')})` : all;
};

function numbersOf(text: string, within: readonly SqlSet[], { db }: Source): number[] {
  // The plus keeps the set out of the index's hands, which would search anew for each of its members.
  const sets = within.map((set) => ` AND +rowid IN (${set.sql})`).join('');
  // One text instead of a row each: a whole category crosses into JavaScript in a millisecond.
  const row = db
    .prepare(`SELECT json_group_array(rowid) AS found FROM search WHERE search MATCH ?${sets}`)
    .get(text, ...within.flatMap((set) => set.values));
  return JSON.parse(String(row?.found ?? '[]')) as number[];
}

/** What the full-text index says may match; everything where it is not asked. */
function candidatesOf(conditions: Conditions, text: string | null, source: Source): Uint32Array {
  const { all } = source.columns;
  const asked = text !== null || conditions.match.length + conditions.not.length + conditions.within.length > 0;
  return asked ? Uint32Array.from(numbersOf(textOf(conditions, text), conditions.within, source)) : all;
}

/** What the columns say of a candidate. */
function testOf(conditions: Conditions, source: Source): Test {
  const either = conditions.either.map(({ match, tests }): Test => {
    const named = new Set(match === null ? [] : numbersOf(match, [], source));
    return (no) => named.has(no) || tests.some((test) => test(no));
  });
  const tests = [...conditions.tests, ...either];
  const [only] = tests;
  return tests.length === 1 && only ? only : (no) => tests.every((test) => test(no));
}

function select(conditions: Conditions, text: string | null, source: Source): Uint32Array {
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
