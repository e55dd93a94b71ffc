import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Item } from '../../../protocol/item.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { nameWords, searchDocument } from '../document.ts';
import { fieldValues, inUnit, numericFacts } from '../fields.ts';
import { inKeptUnits, itemFigures, leastPrices } from '../figures.ts';
import { attributeToken, EVERY_ITEM, fieldToken, termToken } from '../plan/match.ts';
import { attributeName } from '../plan/names.ts';
import { revisionAfter, revisionCount } from '../revision.ts';
import { meta, setMeta } from './schema.ts';

/**
 * Writes items into a catalogue inside one transaction, which the caller begins and ends. Records come in any order;
 * {@link finish} indexes every item that was touched from all of its records.
 */
export class CatalogWriter {
  readonly #db: DatabaseSync;
  readonly #touched = new Set<number>();
  readonly #statements = new Map<string, StatementSync>();
  readonly #terms = new Map<string, number>();
  readonly #attributes = new Map<string, { no: number; unit: string | undefined }>();
  readonly #labels = new Set<string>();
  /** Words of names since the last {@link index}, with how many items have each. */
  readonly #words = new Map<string, number>();
  /** Count of the revision that is being written. */
  readonly #since: number;
  #hasNewNames = false;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#since = revisionCount(meta(db, 'revision') ?? '0') + 1;
  }

  /**
   * Adds a record, or replaces the one of the same id and locale. What all locales share follows the record written last.
   * @returns whether there was such a record.
   */
  put(item: Item): boolean {
    const product = this.#number('product', item.product_id ?? item.id);
    const { no } = this.#get(
      `INSERT INTO item (id, product, offers, since) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET product = excluded.product, offers = excluded.offers, since = excluded.since RETURNING no`,
      item.id,
      product,
      JSON.stringify(item.offers),
      this.#since,
    );
    const figures = itemFigures(item);
    this.#run(
      `UPDATE item SET popularity = ?, created_at = ?, rating = ?, rating_count = ?, available = ?, quantity = ?, available_from = ?,
       ships_in = ? WHERE no = ?`,
      figures.popularity,
      figures.created_at,
      figures.rating,
      figures.rating_count,
      figures.available,
      figures.quantity,
      figures.available_from,
      figures.ships_in,
      Number(no),
    );
    const json = JSON.stringify(item);
    const replaced = this.#run('UPDATE record SET json = ? WHERE item = ? AND locale = ?', json, Number(no), item.locale) > 0;
    if (!replaced) this.#run("INSERT INTO record (item, locale, json, terms) VALUES (?, ?, ?, x'')", Number(no), item.locale, json);
    this.#touched.add(Number(no));
    return replaced;
  }

  /** Indexes every item that was put since the last call. */
  index(): void {
    for (const no of this.#touched) this.#index(no);
    this.#touched.clear();
    for (const [word, items] of this.#words) {
      if (this.#run('INSERT OR IGNORE INTO word VALUES (?, ?)', word, items) > 0) this.#hasNewNames = true;
      else this.#run('UPDATE word SET items = items + ? WHERE word = ?', items, word);
    }
    this.#words.clear();
  }

  /**
   * Indexes what was put, settles the defaults and gives the catalogue its next revision.
   * @param replaced the revision whose place a whole new catalogue takes.
   */
  finish(replaced?: string): void {
    const before = replaced ?? meta(this.#db, 'revision') ?? '0';
    this.index();
    const most = (sql: string) => this.#db.prepare(sql).get()?.value;
    const locale = most('SELECT locale AS value, count(*) AS n FROM record GROUP BY locale ORDER BY n DESC, min(no) LIMIT 1');
    const currency = most('SELECT currency AS value, count(*) AS n FROM price GROUP BY currency ORDER BY n DESC, currency LIMIT 1');
    if (locale !== undefined) setMeta(this.#db, 'locale', String(locale));
    if (currency !== undefined) setMeta(this.#db, 'currency', String(currency));
    const revision = revisionAfter(before);
    setMeta(this.#db, 'revision', revision);
    if (replaced !== undefined || meta(this.#db, 'whole') === undefined) setMeta(this.#db, 'whole', revision);
    if (this.#hasNewNames) setMeta(this.#db, 'named', String(revisionCount(revision)));
  }

  #index(no: number): void {
    const rows = this.#all('SELECT no, json FROM record WHERE item = ? ORDER BY locale', no);
    const records = rows.map((row) => ({ no: Number(row.no), item: JSON.parse(String(row.json)) as Item }));
    const facets = new Set<string>([EVERY_ITEM]);
    const facts = new Map<string, [attribute: number, value: number]>();
    for (const record of records) {
      const own: number[] = [];
      const item = inKeptUnits(record.item, (key, stated) => this.#attribute(key, stated).unit);
      for (const value of fieldValues(item)) {
        const term = this.#term(value.field, value.value, value.names);
        facets.add(termToken(term));
        if (!value.field.startsWith('attributes.')) facets.add(fieldToken(value.field));
        if (value.own) own.push(term);
      }
      for (const [key, attribute] of Object.entries(item.attributes ?? {})) {
        const known = this.#attribute(key, attribute.unit);
        this.#label(known.no, record.item.locale, attribute.label);
        facets.add(attributeToken(known.no));
      }
      for (const fact of numericFacts(item)) {
        const known = this.#attribute(fact.key, fact.unit);
        const value = inUnit(fact.value, fact.unit, known.unit);
        if (value !== null) facts.set(`${known.no} ${value}`, [known.no, value]);
      }
      this.#run('UPDATE record SET terms = ? WHERE no = ?', new Uint8Array(Uint32Array.from(own).buffer), record.no);
    }
    this.#run('DELETE FROM fact WHERE item = ?', no);
    for (const [attribute, value] of facts.values()) this.#run('INSERT INTO fact VALUES (?, ?, ?)', attribute, value, no);
    this.#prices(no, records[0]?.item.offers ?? []);
    const text = searchDocument(records.map((record) => record.item));
    for (const word of nameWords(text)) this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
    this.#run(
      'INSERT OR REPLACE INTO search (rowid, name, words, features, facts, body, body_words, facets) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      no,
      text.name,
      text.words,
      text.features,
      text.facts,
      text.body,
      text.body_words,
      [...facets].join(' '),
    );
  }

  #prices(no: number, offers: readonly Offer[]): void {
    this.#run('DELETE FROM price WHERE item = ?', no);
    for (const { currency, sale, rate } of leastPrices(offers))
      this.#run('INSERT INTO price VALUES (?, ?, ?, ?)', currency, no, sale, rate);
  }

  #term(field: string, label: string, names: readonly string[]): number {
    const [folded = ''] = names;
    const key = `${field}\n${folded}`;
    let no = this.#terms.get(key);
    if (no === undefined) {
      no = Number(
        this.#get(
          'INSERT INTO term (field, folded, label) VALUES (?, ?, ?) ON CONFLICT (field, folded) DO UPDATE SET folded = folded RETURNING no',
          field,
          folded,
          label,
        ).no,
      );
      this.#terms.set(key, no);
    }
    for (const name of names) {
      const alias = `${key}\n${name}`;
      if (this.#labels.has(alias)) continue;
      this.#labels.add(alias);
      if (this.#run('INSERT OR IGNORE INTO alias VALUES (?, ?, ?)', field, name, no) > 0) this.#hasNewNames = true;
    }
    return no;
  }

  /** The unit an attribute is kept in is the first one that was stated. */
  #attribute(key: string, unit: string | undefined): { no: number; unit: string | undefined } {
    let known = this.#attributes.get(key);
    if (known === undefined || (known.unit === undefined && unit !== undefined)) {
      const row = this.#get(
        'INSERT INTO attribute (key, unit) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET unit = coalesce(unit, excluded.unit) RETURNING no, unit',
        key,
        unit ?? null,
      );
      known = { no: Number(row.no), unit: row.unit === null ? undefined : String(row.unit) };
      this.#attributes.set(key, known);
    }
    return known;
  }

  #label(attribute: number, locale: string, label: string): void {
    const key = `${attribute}\n${locale}\n${label}`;
    if (this.#labels.has(key)) return;
    this.#labels.add(key);
    if (this.#run('INSERT OR IGNORE INTO attribute_label VALUES (?, ?, ?, ?)', attribute, locale, label, attributeName(label)) > 0)
      this.#hasNewNames = true;
  }

  #number(table: 'product', id: string): number {
    return Number(this.#get(`INSERT INTO ${table} (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET id = id RETURNING no`, id).no);
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** @returns how many rows changed. */
  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }

  #get(sql: string, ...values: (string | number | null)[]): Record<string, unknown> {
    const row = this.#prepare(sql).get(...values);
    if (!row) throw new Error(`no row from: ${sql}`);
    return row;
  }
}
