import type { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../../protocol/offer.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { leaseOnly, type OfferWish, offerMatches, offerWish } from '../price.ts';
import { type Conditions, conditionsOf, type Known } from './conditions.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import { textLevels } from './text-plan.ts';

/** The items a search found, in no order. */
export interface Matches {
  readonly numbers: Uint32Array;
  /** Relevance to the free text, larger is better, beside `numbers`; null without a free text. */
  readonly scores: Float64Array | null;
  /** False when some words of the free text were not required. */
  readonly whole: boolean;
}

/** Fewer than this and a free text is taken less strictly: an adviser wants three to choose from. */
const ENOUGH = 3;
/** More matches than this are ordered by popularity: ranking by words costs more there than it tells. */
const RANKED_LIMIT = 20_000;

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

/** Everything a search finds, its free text taken as strictly as gives enough. */
export function matchesOf(search: SearchArguments, source: Source): Matches {
  const conditions = conditionsOf(search, source);
  const wish = offerWish(search, source.columns.currency);
  if (wish) conditions.tests.push(offerTest(wish, source));
  const text = search.query?.trim();
  if (!text) return { ...select(conditions, null, source), whole: true };
  let best: Matches = { numbers: new Uint32Array(), scores: null, whole: true };
  for (const level of textLevels(text, source.names)) {
    const found = select(conditions, level.match, source);
    if (found.numbers.length > best.numbers.length) best = { ...found, whole: level.whole };
    if (best.numbers.length >= ENOUGH) break;
  }
  return best;
}

/** Whether any item meets the conditions of a search and one more full-text expression or test. */
export function anyMatch(search: SearchArguments, source: Source, more: { match?: string; test?: (no: number) => boolean }): boolean {
  const conditions = conditionsOf(search, source);
  const wish = offerWish(search, source.columns.currency);
  if (wish) conditions.tests.push(offerTest(wish, source));
  if (more.match !== undefined) conditions.match.push(more.match);
  if (more.test) conditions.tests.push(more.test);
  return select(conditions, null, source).numbers.length > 0;
}

function select(conditions: Conditions, text: string | null, source: Source): { numbers: Uint32Array; scores: Float64Array | null } {
  const positive = [...(text === null ? [] : [`(${text})`]), ...conditions.match];
  const numbers: number[] = [];
  const passes = (no: number) => conditions.tests.every((test) => test(no));
  if (positive.length === 0 && conditions.not.length === 0 && conditions.within.length === 0) {
    const { product, size } = source.columns;
    for (let no = 1; no < size; no++) if (product[no] !== 0 && passes(no)) numbers.push(no);
    return { numbers: Uint32Array.from(numbers), scores: null };
  }
  // The plus keeps the set out of the index's hands, which would search anew for each of its members.
  const within = conditions.within.map((set) => ` AND +rowid IN (${set.sql})`).join('');
  const values = conditions.within.flatMap((set) => set.values);
  const all = positive.length > 0 ? positive.join(' AND ') : '"_all"';
  const match = conditions.not.length > 0 ? `(${all}) NOT (${conditions.not.join(' OR ')})` : all;
  // One text instead of a row each: a whole category crosses into JavaScript in a millisecond.
  const row = source.db.prepare(`SELECT json_group_array(rowid) AS found FROM search WHERE search MATCH ?${within}`).get(match, ...values);
  for (const no of JSON.parse(String(row?.found ?? '[]')) as number[]) if (passes(no)) numbers.push(no);
  const kept = Uint32Array.from(numbers);
  if (text === null || kept.length > RANKED_LIMIT) return { numbers: kept, scores: null };
  return { numbers: kept, scores: scores(text, kept, source) };
}

/**
 * bm25 of the free text alone, since filters say nothing about relevance. All items with the text are scored and the found ones
 * picked here: asked for by number, the index would be searched once for each of them.
 */
function scores(text: string, numbers: Uint32Array, { db, columns }: Source): Float64Array {
  const statement = db.prepare(`SELECT rowid, bm25(search, ${COLUMN_WEIGHTS}) FROM search WHERE search MATCH ?`);
  statement.setReturnArrays(true);
  const byNumber = new Float64Array(columns.size);
  for (const [no, score] of statement.iterate(text) as unknown as Iterable<[number, number]>) byNumber[no] = -score;
  return Float64Array.from(numbers, (no) => byNumber[no] ?? 0);
}
