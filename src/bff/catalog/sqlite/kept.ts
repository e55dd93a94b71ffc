import type { DatabaseSync } from 'node:sqlite';
import { broadTerms } from '../columns/broad-terms.ts';
import type { Columns } from '../columns/columns.ts';
import type { ColumnStore } from '../columns/store.ts';
import { termToken } from '../plan/match.ts';
import { Names } from '../plan/names.ts';
import { tokensOf } from '../plan/text-levels.ts';
import { revisionCount } from '../revision.ts';
import { FactColumns } from './fact-columns.ts';
import { followColumns, loadColumns, loadTerms } from './load-columns.ts';
import { OfferReader } from './match.ts';
import { SqliteWords, sqliteNames } from './name-source.ts';
import { meta } from './schema.ts';
import { TokenSets } from './token-sets.ts';

/** What a read thread keeps of the revision it answers from. */
export class KeptRevision {
  readonly names: Names;
  readonly words: SqliteWords;
  readonly offers: OfferReader;
  readonly facts: FactColumns;
  readonly sets: TokenSets;
  readonly #db: DatabaseSync;
  readonly #whole: string | undefined;
  #store: ColumnStore;
  #columns: Columns;

  /** Reads all of the revision that the current transaction sees. */
  constructor(db: DatabaseSync) {
    this.#db = db;
    this.names = new Names(sqliteNames(db));
    this.words = new SqliteWords(db);
    this.offers = new OfferReader(db);
    this.facts = new FactColumns(db);
    this.sets = new TokenSets(db);
    this.#whole = meta(db, 'whole');
    this.#store = loadColumns(db);
    this.#columns = this.#taken();
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Reads what the first search would otherwise wait for. */
  warm(): void {
    for (const locale of this.#columns.locales) this.#columns.termsFor(locale);
    this.facts.warm(this.#columns.size);
    this.names.warm();
    this.#warmSets();
    this.#columns.itemsOf(0);
  }

  /**
   * Whether what is live differs from this only by items that were put: nothing was replaced, and the defaults and languages are
   * those that the columns were read for.
   * @param live a connection that sees what is live.
   */
  leadsTo(live: DatabaseSync): boolean {
    const { revision, locale, currency, locales } = this.#columns;
    if (meta(live, 'whole') !== this.#whole || meta(live, 'locale') !== locale || meta(live, 'currency') !== currency) return false;
    const foreign = `SELECT 1 FROM item i JOIN record r ON r.item = i.no
      WHERE i.since > ? AND r.locale NOT IN (SELECT value FROM json_each(?)) LIMIT 1`;
    return live.prepare(foreign).get(revisionCount(revision), JSON.stringify(locales)) === undefined;
  }

  /** Reads what was put since. The current transaction sees a revision that this one {@link leadsTo}. */
  follow(): void {
    const { termField, size } = this.#columns;
    const known = revisionCount(this.#columns.revision);
    const changed = followColumns(this.#db, this.#store, known, termField.length);
    this.#columns = this.#taken();
    this.offers.forget(changed);
    this.facts.follow(changed, Math.max(size, this.#columns.size));
    this.sets.forget();
    this.words.forget();
    if (Number(meta(this.#db, 'named') ?? 0) > known) this.names.forget();
  }

  /** The items that have the broadest terms, by the terms themselves and by the words they are called. */
  #warmSets(): void {
    const label = this.#db.prepare('SELECT label FROM term WHERE no = ?');
    const { all, size } = this.#columns;
    for (const term of broadTerms(this.#columns)) {
      const tokens = [termToken(term), ...tokensOf(String(label.get(term)?.label ?? ''))];
      for (const token of tokens) this.sets.matching({ token }, all, size);
    }
  }

  #taken(): Columns {
    const locale = meta(this.#db, 'locale') ?? 'en';
    return this.#store.columns(meta(this.#db, 'revision') ?? '0', (wanted) => loadTerms(this.#db, wanted, locale, this.#columns.size));
  }
}
