import type { Client } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import { nameWords, type SearchDocument, searchDocument } from '../document.ts';
import { type FieldValue, inUnit, numericFacts } from '../fields.ts';
import { itemFigures, leastPrices } from '../figures.ts';
import { attributeToken, EVERY_ITEM, fieldToken, termToken } from '../plan/match.ts';
import { textVector } from './full-text.ts';
import { Registry } from './registry.ts';
import { insertRows, stored } from './rows.ts';
import { intArray } from './stores.ts';

/** One item with all its records, those of this write and those that were there, by locale. */
interface Whole {
  readonly no: number;
  readonly product: number;
  /** The record written last: what all locales share follows it. */
  readonly last: Item;
  readonly records: readonly Item[];
  readonly isNew: boolean;
}

/**
 * Writes items into the tables of one revision, many at a time, inside a transaction that the caller begins and ends. There is
 * one writer at a time (the caller holds the lock), so numbers are given out here and leave no gaps.
 */
export class PostgresWriter {
  readonly #client: Client;
  readonly #schema: string;
  readonly #since: number;
  readonly #registry: Registry;
  /** What the records of this write enumerate. */
  #values: ReadonlyMap<Item, readonly FieldValue[]> = new Map();

  /** @param since count of the revision that is written; 0 where all of it is, since nobody reads it before. */
  constructor(client: Client, schema: string, since: number) {
    this.#client = client;
    this.#schema = schema;
    this.#since = since;
    this.#registry = new Registry(client, schema, since);
  }

  /**
   * Adds records, or replaces those of the same id and locale.
   * @param items each id and locale once.
   * @returns how many there were already.
   */
  async write(items: readonly Item[]): Promise<number> {
    if (items.length === 0) return 0;
    const { wholes, replaced } = await this.#whole(items);
    this.#values = await this.#registry.learn(wholes.flatMap((whole) => whole.records));
    await this.#items(wholes);
    await this.#records(wholes, items);
    await this.#numbers(wholes);
    await this.#documents(wholes);
    return replaced;
  }

  async #whole(items: readonly Item[]): Promise<{ wholes: Whole[]; replaced: number }> {
    const numbers = await this.#registry.numbers(
      'item',
      items.map((item) => item.id),
    );
    const products = await this.#registry.numbers(
      'product',
      items.map((item) => item.product_id ?? item.id),
    );
    const { rows } = await this.#client.query<{ json: string }>(`SELECT json FROM ${this.#schema}.record WHERE item = ANY ($1::int[])`, [
      intArray(numbers.old),
    ]);
    const known = Map.groupBy(
      rows.map((row) => JSON.parse(row.json) as Item),
      (item) => item.id,
    );
    let replaced = 0;
    const wholes = [...Map.groupBy(items, (item) => item.id)].map(([id, written]): Whole => {
      const byLocale = new Map((known.get(id) ?? []).map((item) => [item.locale, item]));
      replaced += written.filter((item) => byLocale.has(item.locale)).length;
      for (const item of written) byLocale.set(item.locale, item);
      const last = written.at(-1) as Item;
      const no = numbers.of(id);
      return {
        no,
        product: products.of(last.product_id ?? last.id),
        last,
        records: [...byLocale.values()].sort((a, b) => (a.locale < b.locale ? -1 : 1)),
        isNew: !numbers.old.has(no),
      };
    });
    return { wholes, replaced };
  }

  async #items(wholes: readonly Whole[]): Promise<void> {
    const columns = 'popularity, created_at, rating, rating_count, available, quantity, available_from, ships_in';
    const types = columns.replaceAll(/\w+/g, (name) => `${name} float8`);
    const updates = columns.replaceAll(/\w+/g, (name) => `${name} = excluded.${name}`);
    const rows = wholes.map((whole) => {
      const values = this.#valuesOf(whole.records).flat();
      const attributes = whole.records.flatMap((item) => Object.keys(item.attributes ?? {}).map((key) => this.#registry.attribute(key).no));
      return {
        no: whole.no,
        id: whole.last.id,
        product: whole.product,
        ...itemFigures(whole.last),
        terms: intArray(new Set(values.map((value) => this.#registry.term(value)))),
        attributes: intArray(new Set(attributes)),
        offers: JSON.stringify(whole.last.offers),
      };
    });
    await this.#client.query(
      `INSERT INTO ${this.#schema}.item (no, id, product, ${columns}, terms, attributes, offers, since)
       SELECT no, id, product, ${columns}, terms::int[], attributes::int[], offers, $2
       FROM json_to_recordset($1) AS r (no int, id text, product int, ${types}, terms text, attributes text, offers text)
       ON CONFLICT (no) DO UPDATE SET product = excluded.product, ${updates}, terms = excluded.terms, attributes = excluded.attributes,
         offers = excluded.offers, since = excluded.since`,
      [JSON.stringify(rows), this.#since],
    );
  }

  /** Records that were written, and the terms of all records of their items. */
  async #records(wholes: readonly Whole[], written: readonly Item[]): Promise<void> {
    const isWritten = new Set(written);
    const rows = wholes.flatMap(({ no, records }) => {
      const values = this.#valuesOf(records);
      return records.flatMap((item, index) => {
        if (!isWritten.has(item)) return [];
        const own = (values[index] ?? []).filter((value) => value.own).map((value) => this.#registry.term(value));
        const terms = Buffer.from(Uint32Array.from(own).buffer).toString('base64');
        return [{ item: no, locale: item.locale, json: JSON.stringify(item), terms }];
      });
    });
    await this.#client.query(
      `INSERT INTO ${this.#schema}.record SELECT item, locale, json, decode(terms, 'base64')
       FROM json_to_recordset($1) AS r (item int, locale text, json text, terms text)
       ON CONFLICT (item, locale) DO UPDATE SET json = excluded.json, terms = excluded.terms`,
      [JSON.stringify(rows)],
    );
  }

  /** Prices and numbers stated, which are written anew. */
  async #numbers(wholes: readonly Whole[]): Promise<void> {
    const old = intArray(wholes.filter((whole) => !whole.isNew).map((whole) => whole.no));
    await this.#client.query(`DELETE FROM ${this.#schema}.price WHERE item = ANY ($1::int[])`, [old]);
    await this.#client.query(`DELETE FROM ${this.#schema}.fact WHERE item = ANY ($1::int[])`, [old]);
    const prices = wholes.flatMap(({ no, last }) => leastPrices(last.offers).map((price) => ({ item: no, ...price })));
    await insertRows(this.#client, `${this.#schema}.price`, 'item int, currency text, sale float8, rate float8', prices);
    const facts = wholes.flatMap(({ no, records }) => {
      const stated = new Map<string, { attribute: number; num: number; item: number }>();
      for (const fact of records.flatMap(numericFacts)) {
        const { no: attribute, unit } = this.#registry.attribute(fact.key);
        const num = inUnit(fact.value, fact.unit, unit);
        if (num !== null) stated.set(`${attribute} ${num}`, { attribute, num, item: no });
      }
      return [...stated.values()];
    });
    await insertRows(this.#client, `${this.#schema}.fact`, 'attribute int, num float8, item int', facts);
  }

  async #documents(wholes: readonly Whole[]): Promise<void> {
    const documents = new Map(wholes.map(({ no, records }) => [no, searchDocument(records)]));
    await this.#words([...documents.values()]);
    const rows = wholes.map(({ no, records }) => {
      const filters = new Set([EVERY_ITEM]);
      for (const value of this.#valuesOf(records).flat()) {
        filters.add(termToken(this.#registry.term(value)));
        if (!value.field.startsWith('attributes.')) filters.add(fieldToken(value.field));
      }
      for (const item of records)
        for (const key of Object.keys(item.attributes ?? {})) filters.add(attributeToken(this.#registry.attribute(key).no));
      return { no, doc: stored(textVector(documents.get(no) ?? searchDocument(records), filters)) };
    });
    await this.#client.query(
      `INSERT INTO ${this.#schema}.search SELECT no, doc::tsvector FROM json_to_recordset($1) AS r (no int, doc text)
       ON CONFLICT (no) DO UPDATE SET doc = excluded.doc`,
      [JSON.stringify(rows)],
    );
  }

  /** Words of names with how many items have each, roughly: an item that is written again counts again. */
  async #words(documents: readonly SearchDocument[]): Promise<void> {
    const items = new Map<string, number>();
    for (const word of documents.flatMap(nameWords)) items.set(word, (items.get(word) ?? 0) + 1);
    const words = [...items.keys()];
    await this.#client.query(
      `INSERT INTO ${this.#schema}.word SELECT word, items, $3 FROM unnest($1::text[], $2::int[]) AS w (word, items)
       ON CONFLICT (word) DO UPDATE SET items = word.items + excluded.items`,
      [words, words.map((word) => items.get(word)), this.#since],
    );
  }

  #valuesOf(records: readonly Item[]): (readonly FieldValue[])[] {
    return records.map((item) => this.#values.get(item) ?? []);
  }
}
