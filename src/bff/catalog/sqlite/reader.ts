import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { Columns } from '../columns/columns.ts';
import { order } from '../columns/order.ts';
import { readCursor } from '../cursor.ts';
import type { SearchResult, Vocabulary } from '../engine.ts';
import { Names } from '../plan/names.ts';
import { checkSort } from '../plan/sort.ts';
import { answerOf, endOf, recordToShow, type StoredRecord } from '../reading/answer.ts';
import { FactColumns } from './fact-columns.ts';
import { FoundSets } from './found-sets.ts';
import { loadColumns } from './load-columns.ts';
import { type Matches, matchesOf, OfferReader, relevance, type Source } from './match.ts';
import { SqliteWords, sqliteLabels, sqliteNames } from './name-source.ts';
import { relaxations } from './relaxations.ts';
import { meta } from './schema.ts';
import { readVocabulary } from './vocabulary.ts';

/** Ranking by words costs a second pass over the index, so it is worked out only where the order asks for it. */
const scoresOf = (search: SearchArguments, matches: Matches, source: Source): Float64Array | null =>
  (search.sort ?? 'relevance') === 'relevance' ? relevance(matches, source) : null;

/** Answers searches and reads on one connection; every answer sees one revision. Blocks its thread. */
export class CatalogReader {
  readonly #db: DatabaseSync;
  readonly #names: Names;
  readonly #words: SqliteWords;
  readonly #offers: OfferReader;
  readonly #facts: FactColumns;
  readonly #found = new FoundSets();
  #columns: Columns | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#names = new Names(sqliteNames(db));
    this.#words = new SqliteWords(db);
    this.#offers = new OfferReader(db);
    this.#facts = new FactColumns(db);
  }

  /**
   * @param today days since 1970, for what is measured from now.
   * @throws SearchRefused
   */
  search(search: SearchArguments, locale: string, today: number): SearchResult {
    return this.#atOneRevision((columns) => {
      checkSort(search);
      const source: Source = {
        db: this.#db,
        columns,
        names: this.#names,
        words: this.#words,
        offers: this.#offers,
        facts: this.#facts,
        found: this.#found,
        today,
      };
      const offset = readCursor(search, columns.revision);
      const end = endOf(search, offset);
      const matches = matchesOf(search, source);
      const { numbers, total } = order(search, { ...matches, scores: scoresOf(search, matches, source) }, source, end);
      const page = numbers.slice(offset);
      const items = this.#records(page, locale, columns);
      const helpful = total === 0 ? relaxations(search, source) : [];
      return answerOf({ search, locale, matches, page, items, end, total, relaxations: helpful }, columns, sqliteLabels(this.#db));
    });
  }

  items(ids: readonly string[], locale: string): Item[] {
    return this.#atOneRevision((columns) => {
      const rows = this.#db.prepare('SELECT id, no FROM item WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids));
      const numbers = new Map(rows.map((row) => [String(row.id), Number(row.no)]));
      return this.#records(
        [...new Set(ids)].map((id) => numbers.get(id)).filter((no) => no !== undefined),
        locale,
        columns,
      );
    });
  }

  vocabulary(): Vocabulary {
    return this.#atOneRevision((columns) => readVocabulary(this.#db, columns));
  }

  revision(): string {
    return meta(this.#db, 'revision') ?? '0';
  }

  /** Reads what the first search would otherwise wait for. */
  warm(): void {
    this.#atOneRevision((columns) => {
      for (const locale of columns.locales) columns.termsFor(locale);
      this.#facts.warm(columns.size);
      this.#names.warm();
    });
  }

  #records(numbers: readonly number[], locale: string, columns: Columns): Item[] {
    const statement = this.#db.prepare('SELECT locale, json FROM record WHERE item = ?');
    return numbers.flatMap((no) => recordToShow(statement.all(no) as unknown as StoredRecord[], locale, columns.locale));
  }

  /** Runs in one read transaction, so that an import in between cannot mix two catalogues in an answer. */
  #atOneRevision<T>(read: (columns: Columns) => T): T {
    this.#db.exec('BEGIN');
    try {
      if (this.#columns?.revision !== this.revision()) {
        this.#columns = loadColumns(this.#db);
        this.#offers.forget();
        this.#facts.forget();
        this.#found.forget();
        this.#names.forget();
        this.#words.forget();
      }
      return read(this.#columns);
    } finally {
      this.#db.exec('COMMIT');
    }
  }
}
