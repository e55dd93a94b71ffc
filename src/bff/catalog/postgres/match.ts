import type { Client } from 'pg';
import type { SearchArguments } from '../../../protocol/search.ts';
import { mustReadOffers, offerStated, offerTest } from '../columns/offers.ts';
import type { ItemSource } from '../columns/source.ts';
import { compiled, type ItemTest } from '../columns/test.ts';
import { type Conditions, conditionsOf, type Known } from '../plan/conditions.ts';
import { EVERY_ITEM, type Match } from '../plan/match.ts';
import type { Names } from '../plan/names.ts';
import { type QueryPart, queryParts, tokensOfParts } from '../plan/query-parts.ts';
import type { Stated } from '../plan/relaxed.ts';
import { ENOUGH, RANKED_LIMIT } from '../plan/relevance.ts';
import type { Test } from '../plan/tests.ts';
import { textLevels, tokensOf } from '../plan/text-levels.ts';
import { type OfferWish, offerWish } from '../price.ts';
import { textQuery, WEIGHTS, wordsOfMatch } from './full-text.ts';
import { intArray, numbersIn, type RevisionStores } from './stores.ts';

/** What a search reads from: one revision, seen by one transaction. */
export interface Source extends Known, ItemSource {
  readonly names: Names;
  readonly client: Client;
  readonly schema: string;
  readonly stores: RevisionStores;
}

/** The items a search found, in no order. */
export interface Matches {
  readonly numbers: Uint32Array;
  /** The free text as it found them; null without one. */
  readonly text: Match | null;
  /** False when some words of the free text were not required. */
  readonly whole: boolean;
  /** The free text as it was read; empty without one. */
  readonly parts: readonly QueryPart[];
}

/** Conditions with what only the offers of an item can tell. */
interface Asked extends Conditions {
  readonly wish: OfferWish | null;
  readonly offers: 'any' | 'deposit' | null;
}

const askedOf = (search: SearchArguments, source: Source): Asked => ({
  ...conditionsOf(search, source),
  wish: offerWish(search, source.columns.currency),
  offers: null,
});

/** Everything a search finds, its free text taken as strictly as gives enough. */
export async function matchesOf(search: SearchArguments, source: Source): Promise<Matches> {
  const asked = askedOf(search, source);
  const text = search.query?.trim();
  if (!text) return { numbers: await select(asked, null, source), text: null, whole: true, parts: [] };
  await source.stores.loadWords(source.client, tokensOf(text), (token) => textQuery({ token }));
  const parts = queryParts(text, source.stores, source.names);
  await source.stores.loadWords(source.client, tokensOfParts(parts), (token) => textQuery({ token }));
  let best: Matches = { numbers: new Uint32Array(), text: null, whole: true, parts };
  for (const level of textLevels(parts, source.stores)) {
    const numbers = await select(asked, level.match, source);
    if (numbers.length > best.numbers.length) best = { numbers, text: level.ranked, whole: level.whole, parts };
    if (best.numbers.length >= ENOUGH) break;
  }
  return best;
}

/** Whether any item meets the conditions of a search, its free text aside, and states a fact. */
export async function anyMatch(search: SearchArguments, source: Source, stated: Stated | null): Promise<boolean> {
  const asked = askedOf(search, source);
  if (stated && 'match' in stated) asked.match.push(stated.match);
  if (stated && 'test' in stated) asked.tests.push(stated.test);
  const offers = stated && 'offer' in stated ? stated.offer : null;
  return (await select({ ...asked, offers }, null, source)).length > 0;
}

/** Conditions and a free text as one query. */
function queryOf({ match, not }: Conditions, text: Match | null): string {
  const positive = [...(text === null ? [] : [text]), ...match];
  const all = textQuery({ all: positive.length > 0 ? positive : [{ token: EVERY_ITEM }] });
  return not.length > 0 ? `${all} & !${textQuery({ any: not })}` : all;
}

async function select(asked: Asked, text: Match | null, source: Source): Promise<Uint32Array> {
  const isTextual = text !== null || asked.match.length + asked.not.length > 0;
  const candidates = isTextual ? await source.stores.find(source.client, queryOf(asked, text)) : source.columns.all;
  const tests = await testsOf(asked, source);
  const numbers = tests.length > 0 ? candidates.filter((no) => tests.every((test) => test(no))) : candidates;
  return byOffers(asked, numbers, source);
}

/** Tests on everything but offers. */
async function testsOf({ tests, either, product, excluded }: Asked, source: Source): Promise<ItemTest[]> {
  const { client, schema, stores } = source;
  await stores.loadFacts(client, [...tests, ...either.flatMap((each) => each.tests)].flatMap(attributesIn));
  const found: ItemTest[] = tests.map((test) => compiled(test, source));
  for (const each of either) {
    const named = new Set(each.match === null ? [] : await stores.find(client, textQuery(each.match)));
    const some = compiled({ any: each.tests }, source);
    found.push((no) => named.has(no) || some(no));
  }
  const byId = async (sql: string, value: unknown) => {
    const { rows } = await client.query<{ no: number }>(sql, [value]);
    return new Set(rows.map((row) => row.no));
  };
  if (product !== undefined) {
    const own = await byId(`SELECT i.no FROM ${schema}.item i JOIN ${schema}.product p ON p.no = i.product WHERE p.id = $1`, product);
    found.push((no) => own.has(no));
  }
  if (excluded !== undefined) {
    const out = await byId(`SELECT no FROM ${schema}.item WHERE id = ANY ($1::text[])`, excluded);
    found.push((no) => !out.has(no));
  }
  return found;
}

/** The attributes whose numbers a test asks for. */
function attributesIn(test: Test): number[] {
  if ('facts' in test) return test.facts.map((range) => range.attribute);
  if ('not' in test) return attributesIn(test.not);
  if ('all' in test) return test.all.flatMap(attributesIn);
  return 'any' in test ? test.any.flatMap(attributesIn) : [];
}

async function byOffers({ wish, offers }: Asked, numbers: Uint32Array, source: Source): Promise<Uint32Array> {
  const { client, stores } = source;
  let left = numbers;
  if (wish) {
    await stores.loadOffers(
      client,
      left.filter((no) => mustReadOffers(no, wish, source)),
    );
    left = left.filter(offerTest(wish, source));
  }
  if (offers) {
    await stores.loadOffers(client, left);
    left = left.filter(offerStated(offers, source));
  }
  return left;
}

/**
 * Relevance to the free text beside each match, larger is better; null without one. Each word counts as `ts_rank` has it, by the
 * weight and number of its places, times how rare it is (the idf of BM25); very many matches are not worth ranking word by word.
 */
export async function relevance({ numbers, text }: Matches, source: Source): Promise<Float64Array | null> {
  const { client, schema, columns, stores } = source;
  if (text === null || numbers.length > RANKED_LIMIT) return null;
  const words = wordsOfMatch(text);
  await stores.loadWords(client, words, (token) => textQuery({ token }));
  const rarity = (token: string) => {
    const documents = stores.documents(token);
    return Math.log1p((columns.items - documents + 0.5) / (documents + 0.5));
  };
  const { rows } = await client.query<{ nos: string; scores: string }>(
    // Joined to nothing, the document is unpacked once and not once for each word.
    `SELECT coalesce(string_agg(no::text, ','), '') AS nos, coalesce(string_agg(score::text, ','), '') AS scores FROM (
       SELECT no, (SELECT sum(rarity * ts_rank('${WEIGHTS}', doc, word)) FROM unnest($2::float8[], $3::tsquery[]) AS asked (rarity, word)) AS score
       FROM (SELECT no, doc || ''::tsvector AS doc FROM ${schema}.search WHERE no = ANY ($1::int[]) OFFSET 0) AS found
     ) AS scored`,
    [intArray(numbers), words.map(rarity), words.map((token) => textQuery({ token }))],
  );
  const scores = numbersIn(rows[0]?.scores);
  const byNumber = new Map(numbersIn(rows[0]?.nos).map((no, index) => [no, scores[index] ?? 0]));
  return Float64Array.from(numbers, (no) => byNumber.get(no) ?? 0);
}
