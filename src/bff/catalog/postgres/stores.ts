import type { Client } from 'pg';
import type { Offer } from '../../../protocol/offer.ts';
import { changedFacts, columnsKept, type FactColumn, factColumn } from '../columns/fact-column.ts';
import type { WordStock } from '../plan/text-levels.ts';

/** Numbers as an array of PostgreSQL's: one text, which costs less than a value each. */
export const intArray = (numbers: Iterable<number>): string => `{${[...numbers].join(',')}}`;

const EMPTY: FactColumn = { first: new Float64Array(), more: new Map() };
/** Items whose offers are kept. */
const OFFERS = 20_000;
/** Numbers kept of what queries found: 16 MB. */
const FOUND = 4_000_000;
/** Words whose counts are kept. */
const WORDS = 10_000;

/**
 * What a search reads of one revision besides its columns. The search is planned by code that waits for nothing, so what it
 * will ask is loaded first: `load…`, then the look-ups.
 */
export class RevisionStores implements WordStock {
  readonly #schema: string;
  #size: number;
  readonly #offers = new Map<number, readonly Offer[]>();
  readonly #facts = new Map<number, FactColumn>();
  readonly #words = new Map<string, number>();
  readonly #found = new Map<string, Uint32Array>();
  #foundSize = 0;

  /** @param size one past the highest item number. */
  constructor(schema: string, size: number) {
    this.#schema = schema;
    this.#size = size;
  }

  readonly offers = { of: (no: number): readonly Offer[] => this.#offers.get(no) ?? [] };
  readonly facts = { of: (attribute: number): FactColumn => this.#facts.get(attribute) ?? EMPTY };

  has(token: string): boolean {
    return this.documents(token) > 0;
  }

  documents(token: string): number {
    return this.#words.get(token) ?? 0;
  }

  async loadOffers(client: Client, numbers: Iterable<number>): Promise<void> {
    const missing = [...numbers].filter((no) => !this.#offers.has(no));
    if (missing.length === 0) return;
    if (this.#offers.size + missing.length > OFFERS) this.#offers.clear();
    const asked = this.#offers.size === 0 ? numbers : missing;
    const { rows } = await client.query<{ no: number; offers: string }>(
      `SELECT no, offers FROM ${this.#schema}.item WHERE no = ANY ($1::int[])`,
      [intArray(asked)],
    );
    for (const { no, offers } of rows) this.#offers.set(no, JSON.parse(offers) as Offer[]);
  }

  async loadFacts(client: Client, attributes: Iterable<number>): Promise<void> {
    for (const attribute of new Set(attributes)) {
      const column = this.#facts.get(attribute) ?? (await this.#readFacts(client, attribute));
      this.#facts.delete(attribute);
      this.#facts.set(attribute, column);
      const [oldest] = this.#facts.keys();
      if (this.#facts.size > columnsKept(this.#size) && oldest !== undefined) this.#facts.delete(oldest);
    }
  }

  /** Reads the attributes that most items state. */
  async warmFacts(client: Client): Promise<void> {
    const { rows } = await client.query<{ attribute: number }>(
      `SELECT attribute FROM ${this.#schema}.fact GROUP BY attribute ORDER BY count(*) DESC, attribute LIMIT $1`,
      [columnsKept(this.#size)],
    );
    await this.loadFacts(
      client,
      rows.map((row) => row.attribute),
    );
  }

  /** Reads anew what some items state, and forgets what counts and queries found. @param size one past the highest item number. */
  async follow(client: Client, changed: readonly number[], size: number): Promise<void> {
    this.#size = size;
    for (const no of changed) this.#offers.delete(no);
    this.#words.clear();
    this.#found.clear();
    this.#foundSize = 0;
    for (const [attribute, column] of this.#facts) {
      const { rows } = await client.query<{ items: string; numbers: string }>(`${this.#stated()} AND item = ANY ($2::int[])`, [
        attribute,
        intArray(changed),
      ]);
      this.#facts.set(attribute, changedFacts(column, changed, numbersIn(rows[0]?.items), numbersIn(rows[0]?.numbers), size));
    }
  }

  /** Counts the items that have each token. */
  async loadWords(client: Client, tokens: readonly string[], query: (token: string) => string): Promise<void> {
    const missing = [...new Set(tokens)].filter((token) => !this.#words.has(token));
    if (missing.length === 0) return;
    if (this.#words.size + missing.length > WORDS) this.#words.clear();
    const asked = this.#words.size === 0 ? [...new Set(tokens)] : missing;
    const { rows } = await client.query<{ token: string; n: number }>(
      `SELECT token, (SELECT count(*) FROM ${this.#schema}.search WHERE doc @@ query)::int AS n
       FROM unnest($1::text[], $2::tsquery[]) AS asked (token, query)`,
      [asked, asked.map(query)],
    );
    for (const { token, n } of rows) this.#words.set(token, n);
  }

  /**
   * The items that a query of the full-text index finds. Kept while there is room, the oldest leaving first: within a revision
   * a query finds the same, whole categories are asked for again and again, and relaxations ask alike.
   */
  async find(client: Client, query: string): Promise<Uint32Array> {
    const known = this.#found.get(query);
    if (known) {
      this.#found.delete(query);
      this.#found.set(query, known);
      return known;
    }
    // One text instead of a row each: a whole category crosses the line and into JavaScript in a millisecond.
    const { rows } = await client.query<{ found: string }>(
      `SELECT coalesce(string_agg(no::text, ','), '') AS found FROM ${this.#schema}.search WHERE doc @@ $1::tsquery`,
      [query],
    );
    const numbers = Uint32Array.from(numbersIn(rows[0]?.found));
    this.#found.set(query, numbers);
    this.#foundSize += numbers.length + query.length;
    for (const [old, { length }] of this.#found) {
      if (this.#foundSize <= FOUND) break;
      this.#found.delete(old);
      this.#foundSize -= length + old.length;
    }
    return numbers;
  }

  async #readFacts(client: Client, attribute: number): Promise<FactColumn> {
    const { rows } = await client.query<{ items: string; numbers: string }>(this.#stated(), [attribute]);
    return factColumn(numbersIn(rows[0]?.items), numbersIn(rows[0]?.numbers), this.#size);
  }

  /** What items state of an attribute, as two texts instead of a row each. */
  #stated(): string {
    return `SELECT coalesce(string_agg(item::text, ','), '') AS items, coalesce(string_agg(num::text, ','), '') AS numbers
      FROM ${this.#schema}.fact WHERE attribute = $1`;
  }
}

/** Numbers that came as one text, joined by commas. */
export const numbersIn = (text: string | undefined): number[] => JSON.parse(`[${text ?? ''}]`) as number[];
