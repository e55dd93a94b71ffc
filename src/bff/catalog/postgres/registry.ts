import type { Client } from 'pg';
import type { Item } from '../../../protocol/item.ts';
import { type FieldValue, fieldValues } from '../fields.ts';
import { inKeptUnits } from '../figures.ts';
import { attributeName } from '../plan/names.ts';
import { insertRows, stored } from './rows.ts';

/** Numbers of the ids asked about. */
export interface IdNumbers {
  of(id: string): number;
  /** Those that were there before. */
  readonly old: ReadonlySet<number>;
}

interface Attribute {
  readonly no: number;
  readonly unit: string | undefined;
}

const termKey = (field: string, folded: string): string => `${field}\n${folded}`;

/**
 * Numbers of items, products, terms and attributes: looked up for a whole write at once, given out in order where they are new.
 * What was learned stays in memory as long as the writer does.
 */
export class Registry {
  readonly #client: Client;
  readonly #schema: string;
  readonly #since: number;
  readonly #next = new Map<string, number>();
  readonly #terms = new Map<string, number>();
  readonly #attributes = new Map<string, Attribute>();
  readonly #named = new Set<string>();

  /** @param since count of the revision that is written. */
  constructor(client: Client, schema: string, since: number) {
    this.#client = client;
    this.#schema = schema;
    this.#since = since;
  }

  /** The number of a value's term. @throws when {@link learn} has not seen it. */
  term({ field, names }: FieldValue): number {
    return found(this.#terms.get(termKey(field, stored(names[0] ?? ''))));
  }

  /** @throws when {@link learn} has not seen it. */
  attribute(key: string): Attribute {
    return found(this.#attributes.get(stored(key)));
  }

  async numbers(table: 'item' | 'product', ids: readonly string[]): Promise<IdNumbers> {
    const distinct = [...new Set(ids)];
    const { rows } = await this.#client.query<{ id: string; no: number }>(
      `SELECT id, no FROM ${this.#schema}.${table} WHERE id = ANY ($1::text[])`,
      [distinct],
    );
    const byId = new Map(rows.map(({ id, no }) => [id, no]));
    const old = new Set(byId.values());
    const added: { no: number; id: string }[] = [];
    for (const id of distinct) {
      if (byId.has(id)) continue;
      const no = await this.#number(table);
      byId.set(id, no);
      added.push({ no, id });
    }
    if (table === 'product') await insertRows(this.#client, `${this.#schema}.product`, 'no int, id text', added);
    return { old, of: (id) => found(byId.get(id)) };
  }

  /**
   * Sees to it that every term and attribute of some records has a number, and every name leads to it.
   * @returns what each record enumerates, numbers in the units the catalogue keeps.
   */
  async learn(records: readonly Item[]): Promise<ReadonlyMap<Item, readonly FieldValue[]>> {
    await this.#learnAttributes(records);
    const values = new Map(records.map((item) => [item, fieldValues(inKeptUnits(item, (key) => this.attribute(key).unit))]));
    const all = [...values.values()].flat();
    await this.#learnTerms(all);
    await this.#learnAliases(all);
    return values;
  }

  /** The unit an attribute is kept in is the first one that was stated. */
  async #learnAttributes(records: readonly Item[]): Promise<void> {
    const stated = new Map<string, string | undefined>();
    for (const item of records)
      for (const [key, { unit }] of Object.entries(item.attributes ?? {}))
        stated.set(stored(key), stated.get(stored(key)) ?? (unit === undefined ? undefined : stored(unit)));
    const open = [...stated.keys()].filter((key) => this.#attributes.get(key)?.unit === undefined);
    const { rows } = await this.#client.query<{ no: number; key: string; unit: string | null }>(
      `SELECT no, key, unit FROM ${this.#schema}.attribute WHERE md5(key) IN (SELECT md5(key) FROM unnest($1::text[]) AS asked (key))`,
      [open],
    );
    const kept = new Map(rows.map((row) => [row.key, row]));
    const added: object[] = [];
    for (const key of open) {
      const known = kept.get(key);
      const no = known?.no ?? (await this.#number('attribute'));
      const unit = known?.unit ?? stated.get(key);
      this.#attributes.set(key, { no, unit });
      if (!known) added.push({ no, key, unit: unit ?? null });
      else if (known.unit === null && unit !== undefined)
        await this.#client.query(`UPDATE ${this.#schema}.attribute SET unit = $1, since = $2 WHERE no = $3`, [unit, this.#since, no]);
    }
    await this.#add('attribute', 'no int, key text, unit text', added);
    const labels = records.flatMap((item) =>
      Object.entries(item.attributes ?? {}).map(([key, { label }]) => ({
        attribute: this.attribute(key).no,
        locale: item.locale,
        label: stored(label),
        folded: stored(attributeName(label)),
      })),
    );
    const fresh = labels.filter(({ attribute, locale, label }) => this.#isNew(`label ${attribute}\n${locale}\n${label}`));
    await this.#add('attribute_label', 'attribute int, locale text, label text, folded text', fresh);
  }

  async #learnTerms(values: readonly FieldValue[]): Promise<void> {
    const open = new Map<string, { field: string; folded: string; label: string }>();
    for (const { field, value, names } of values) {
      const folded = stored(names[0] ?? '');
      const key = termKey(field, folded);
      if (!this.#terms.has(key) && !open.has(key)) open.set(key, { field, folded, label: stored(value) });
    }
    if (open.size === 0) return;
    const { rows } = await this.#client.query<{ no: number; field: string; folded: string }>(
      `SELECT t.no, t.field, t.folded FROM json_to_recordset($1) AS asked (field text, folded text)
       JOIN ${this.#schema}.term t ON md5(t.folded) = md5(asked.folded) AND t.field = asked.field`,
      [JSON.stringify([...open.values()])],
    );
    for (const { no, field, folded } of rows) this.#terms.set(termKey(field, folded), no);
    const added: object[] = [];
    for (const [key, row] of open) {
      if (this.#terms.has(key)) continue;
      const no = await this.#number('term');
      this.#terms.set(key, no);
      added.push({ no, ...row });
    }
    await this.#add('term', 'no int, field text, folded text, label text', added);
  }

  async #learnAliases(values: readonly FieldValue[]): Promise<void> {
    const aliases = values.flatMap((value) => {
      const term = this.term(value);
      return value.names.map((name) => ({ field: value.field, folded: stored(name), term }));
    });
    const fresh = aliases.filter(({ term, folded }) => this.#isNew(`alias ${term}\n${folded}`));
    await this.#add('alias', 'field text, folded text, term int', fresh);
  }

  /** Adds rows to a table that tells which revision wrote them. */
  #add(table: string, columns: string, rows: readonly object[]): Promise<void> {
    return insertRows(
      this.#client,
      `${this.#schema}.${table}`,
      `${columns}, since int`,
      rows.map((row) => ({ ...row, since: this.#since })),
    );
  }

  #isNew(name: string): boolean {
    if (this.#named.has(name)) return false;
    this.#named.add(name);
    return true;
  }

  async #number(table: string): Promise<number> {
    let next = this.#next.get(table);
    if (next === undefined) {
      const { rows } = await this.#client.query<{ next: number }>(`SELECT coalesce(max(no), 0) + 1 AS next FROM ${this.#schema}.${table}`);
      next = rows[0]?.next ?? 1;
    }
    this.#next.set(table, next + 1);
    return next;
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a name was not learned before it was used');
  return value;
}
