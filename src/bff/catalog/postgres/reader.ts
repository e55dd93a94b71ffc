import type { Client, QueryResult } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { mustReadOffers } from '../columns/offers.ts';
import { order, wishOf } from '../columns/order.ts';
import { readCursor } from '../cursor.ts';
import type { SearchResult, Vocabulary } from '../engine.ts';
import { checkSort } from '../plan/sort.ts';
import { answerOf, endOf, recordToShow } from '../reading/answer.ts';
import { type Outdated, READ_AT_ONCE } from '../reading/outdated.ts';
import { connect, isAway, isDropped, type PostgresAddress, toCatalogError } from './connection.ts';
import { KeptRevision } from './kept.ts';
import { type Matches, matchesOf, relevance, type Source } from './match.ts';
import { relaxations } from './relaxations.ts';
import { expectingTables, type Live, liveQuery, noCatalogue, readLive } from './schema.ts';
import { intArray } from './stores.ts';
import { readVocabulary } from './vocabulary.ts';

/** Compiling costs more than any of these queries; and where the index finds a large part, reading everything costs more still. */
const PLANNING = 'SET LOCAL jit = off; SET LOCAL enable_seqscan = off';

/** Milliseconds that reading a new revision may take; it happens once for each. */
export const LOAD_MS = 120_000;
/** Milliseconds without a word from the server after which the line is given up: a portion of a revision takes less. */
const SILENT_MS = 30_000;

/**
 * Answers searches and reads on one line, opened when needed and again after it broke. Every answer is one read-only
 * transaction on one snapshot, so that it sees one revision whatever is imported meanwhile. One call at a time.
 */
export class PostgresReader {
  readonly #address: PostgresAddress;
  readonly #timeout: number;
  readonly #outdated: Outdated;
  #client: Client | undefined;
  #known: KeptRevision | undefined;

  /** @param timeout milliseconds after which the server ends a query. */
  constructor(address: PostgresAddress, timeout: number, outdated: Outdated = READ_AT_ONCE) {
    this.#address = address;
    this.#timeout = timeout;
    this.#outdated = outdated;
  }

  /**
   * @param today days since 1970, for what is measured from now.
   * @throws SearchRefused, CatalogUnavailable
   */
  search(search: SearchArguments, locale: string, today: number): Promise<SearchResult> {
    return this.#atOneRevision(async (client, revision) => {
      checkSort(search);
      const { schema, columns, meanings: names, stores } = revision;
      const source: Source = { client, schema, columns, names, stores, offers: stores.offers, facts: stores.facts, today };
      const offset = readCursor(search, columns.revision);
      const end = endOf(search, offset);
      const matches = await matchesOf(search, source);
      const scores = await prepareOrder(search, matches, source);
      const { numbers, total } = order(search, { ...matches, scores }, source, end);
      const page = numbers.slice(offset);
      const items = await records(client, schema, page, locale, columns.locale);
      const helpful = total === 0 ? await relaxations(search, source) : [];
      return answerOf({ search, locale, matches, page, items, end, total, relaxations: helpful }, columns, revision.labels);
    });
  }

  /** Those of now, also while searches still answer from an older revision. */
  items(ids: readonly string[], locale: string): Promise<Item[]> {
    return this.#inTransaction(async (client, live) => {
      if (live.schema === null) throw noCatalogue();
      const { rows } = await client.query<{ id: string; no: number }>(
        `SELECT id, no FROM ${live.schema}.item WHERE id = ANY ($1::text[])`,
        [ids],
      );
      const numbers = new Map(rows.map(({ id, no }) => [id, no]));
      const wanted = [...new Set(ids)].map((id) => numbers.get(id)).filter((no) => no !== undefined);
      return records(client, live.schema, wanted, locale, live.locale);
    });
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#atOneRevision(async (client, { schema, columns, names }) => {
      await client.query(`SET LOCAL statement_timeout = ${LOAD_MS}`);
      return readVocabulary(client, schema, columns, names);
    });
  }

  /** The revision that searches answer from. */
  revision(): Promise<string> {
    return this.#atOneRevision(async (_, { columns }) => columns.revision);
  }

  /** Reads what the first search would otherwise wait for. @throws CatalogUnusable, CatalogUnavailable */
  async warm(): Promise<void> {
    await this.#atOneRevision(async () => undefined);
  }

  /** Runs on an open line; one that broke is forgotten, so that the next call opens another. */
  async #connected<T>(read: (client: Client) => Promise<T>): Promise<T> {
    this.#client ??= await connect(this.#address.connection, SILENT_MS);
    const client = this.#client;
    try {
      return await read(client);
    } catch (error) {
      if (isAway(error)) {
        this.#client = undefined;
        client.end().catch(() => undefined);
      }
      throw toCatalogError(error);
    }
  }

  async #atOneRevision<T>(read: (client: Client, revision: KeptRevision) => Promise<T>): Promise<T> {
    const once = () => this.#inTransaction(async (client, live) => read(client, await this.#current(client, live)));
    try {
      return await once();
    } catch (error) {
      if (!isDropped(error) || !this.#known) throw error;
      // Two imports came while it answered from the old revision, which is gone now.
      this.#known = undefined;
      return once();
    }
  }

  #inTransaction<T>(read: (client: Client, live: Live) => Promise<T>): Promise<T> {
    return this.#connected(async (client) => {
      try {
        return await read(client, await this.#begin(client));
      } finally {
        await client.query('ROLLBACK').catch(() => undefined);
      }
    });
  }

  /** What is kept, brought up to what the transaction sees; of a large catalogue that was replaced the old revision, while it can be read. */
  async #current(client: Client, live: Live): Promise<KeptRevision> {
    const known = this.#known;
    if (known?.is(live)) return known;
    if (known && !known.leadsTo(live) && known.columns.items > this.#outdated.quickly && (await known.isWhole(client))) {
      this.#outdated.onOutdated();
      return known;
    }
    // A line that breaks in the middle leaves nothing half followed.
    this.#known = undefined;
    await client.query(`SET LOCAL statement_timeout = ${LOAD_MS}`);
    const followed = known?.leadsTo(live) === true && (await known.follow(client, live));
    const revision = followed ? known : await KeptRevision.read(client, live);
    await client.query(`SET LOCAL statement_timeout = ${this.#timeout}`);
    this.#known = revision;
    return revision;
  }

  /** Begins a transaction and reads the pointer in it, in one trip. */
  async #begin(client: Client): Promise<Live> {
    const answers = await expectingTables(
      async () =>
        (await client.query(
          `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${PLANNING}; SET LOCAL statement_timeout = ${this.#timeout};
           ${liveQuery(this.#address.schema)}`,
        )) as unknown as QueryResult<Record<string, unknown>>[],
    );
    return readLive(answers.at(-1)?.rows[0]);
  }
}

/** Loads what the order will read of the matches. @returns the relevance of each, where that is what orders them. */
async function prepareOrder(search: SearchArguments, matches: Matches, source: Source): Promise<Float64Array | null> {
  const { client, stores, names } = source;
  const { numbers } = matches;
  switch (search.sort ?? 'relevance') {
    case 'relevance':
      return relevance(matches, source);
    case 'price_asc':
    case 'price_desc': {
      const wish = wishOf(search, source);
      await stores.loadOffers(
        client,
        numbers.filter((no) => mustReadOffers(no, wish, source)),
      );
      return null;
    }
    case 'deposit_asc':
      await stores.loadOffers(client, numbers);
      return null;
    case 'attribute':
      await stores.loadFacts(
        client,
        names
          .attributes(search.sort_attribute?.name ?? '')
          .slice(0, 1)
          .map(({ no }) => no),
      );
      return null;
    default:
      return null;
  }
}

/** Items by number, in that order, each in the best locale it has. */
async function records(client: Client, schema: string, numbers: readonly number[], locale: string, fallback: string): Promise<Item[]> {
  if (numbers.length === 0) return [];
  const { rows } = await client.query<{ item: number; locale: string; json: string }>(
    `SELECT item, locale, json FROM ${schema}.record WHERE item = ANY ($1::int[])`,
    [intArray(numbers)],
  );
  const byItem = Map.groupBy(rows, (row) => row.item);
  return numbers.flatMap((no) => recordToShow(byItem.get(no) ?? [], locale, fallback));
}
