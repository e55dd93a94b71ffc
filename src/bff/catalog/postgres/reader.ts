import type { Client, QueryResult } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { Columns } from '../columns/columns.ts';
import type { Labels } from '../columns/facets.ts';
import { mustReadOffers } from '../columns/offers.ts';
import { order, wishOf } from '../columns/order.ts';
import { readCursor } from '../cursor.ts';
import type { SearchResult, Vocabulary } from '../engine.ts';
import { Names } from '../plan/names.ts';
import { checkSort } from '../plan/sort.ts';
import { answerOf, endOf, recordToShow } from '../reading/answer.ts';
import { connect, isAway, type PostgresAddress, toCatalogError } from './connection.ts';
import { loadColumns, loadNames } from './load.ts';
import { type Matches, matchesOf, relevance, type Source } from './match.ts';
import { labelsInMemory, type NameRows, namesInMemory } from './names.ts';
import { relaxations } from './relaxations.ts';
import { expectingTables, type Live, liveQuery, noCatalogue, readLive } from './schema.ts';
import { intArray, RevisionStores } from './stores.ts';
import { readVocabulary } from './vocabulary.ts';

/** One revision as it is kept in memory. */
interface Revision {
  readonly schema: string;
  readonly columns: Columns;
  readonly names: NameRows;
  readonly meanings: Names;
  readonly labels: Labels;
  readonly stores: RevisionStores;
}

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
  #client: Client | undefined;
  #known: Revision | undefined;

  /** @param timeout milliseconds after which the server ends a query. */
  constructor(address: PostgresAddress, timeout: number) {
    this.#address = address;
    this.#timeout = timeout;
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
      const items = await records(client, revision, page, locale);
      const helpful = total === 0 ? await relaxations(search, source) : [];
      return answerOf({ search, locale, matches, page, items, end, total, relaxations: helpful }, columns, revision.labels);
    });
  }

  items(ids: readonly string[], locale: string): Promise<Item[]> {
    return this.#atOneRevision(async (client, revision) => {
      const { rows } = await client.query<{ id: string; no: number }>(
        `SELECT id, no FROM ${revision.schema}.item WHERE id = ANY ($1::text[])`,
        [ids],
      );
      const numbers = new Map(rows.map(({ id, no }) => [id, no]));
      const wanted = [...new Set(ids)].map((id) => numbers.get(id)).filter((no) => no !== undefined);
      return records(client, revision, wanted, locale);
    });
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#atOneRevision(async (client, { schema, columns, names }) => {
      await client.query(`SET LOCAL statement_timeout = ${LOAD_MS}`);
      return readVocabulary(client, schema, columns, names);
    });
  }

  revision(): Promise<string> {
    return this.#connected(async (client) => {
      const { rows } = await expectingTables(() => client.query(liveQuery(this.#address.schema)));
      return readLive(rows[0]).revision;
    });
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

  #atOneRevision<T>(read: (client: Client, revision: Revision) => Promise<T>): Promise<T> {
    return this.#connected(async (client) => {
      try {
        const live = await this.#begin(client);
        const known = this.#known;
        const isKnown = known !== undefined && known.schema === live.schema && known.columns.revision === live.revision;
        const revision = isKnown ? known : await load(client, live);
        this.#known = revision;
        if (!isKnown) await client.query(`SET LOCAL statement_timeout = ${this.#timeout}`);
        return await read(client, revision);
      } finally {
        await client.query('ROLLBACK').catch(() => undefined);
      }
    });
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

async function load(client: Client, live: Live): Promise<Revision> {
  const { schema } = live;
  if (schema === null) throw noCatalogue();
  await client.query(`SET LOCAL statement_timeout = ${LOAD_MS}`);
  const columns = await loadColumns(client, schema, live);
  const names = await loadNames(client, schema);
  const stores = new RevisionStores(schema, columns.size);
  await stores.warmFacts(client);
  return { schema, columns, names, meanings: new Names(namesInMemory(names)), labels: labelsInMemory(names), stores };
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
async function records(client: Client, { schema, columns }: Revision, numbers: readonly number[], locale: string): Promise<Item[]> {
  if (numbers.length === 0) return [];
  const { rows } = await client.query<{ item: number; locale: string; json: string }>(
    `SELECT item, locale, json FROM ${schema}.record WHERE item = ANY ($1::int[])`,
    [intArray(numbers)],
  );
  const byItem = Map.groupBy(rows, (row) => row.item);
  return numbers.flatMap((no) => recordToShow(byItem.get(no) ?? [], locale, columns.locale));
}
