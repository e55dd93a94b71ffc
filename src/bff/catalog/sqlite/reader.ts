import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { order } from '../columns/order.ts';
import { readCursor } from '../cursor.ts';
import type { SearchResult, Vocabulary } from '../engine.ts';
import { checkSort } from '../plan/sort.ts';
import { answerOf, endOf, recordToShow, type StoredRecord } from '../reading/answer.ts';
import { type Outdated, READ_AT_ONCE } from '../reading/outdated.ts';
import { KeptRevision } from './kept.ts';
import { type Matches, matchesOf, relevance, type Source } from './match.ts';
import { sqliteLabels } from './name-source.ts';
import { relaxations } from './relaxations.ts';
import { meta } from './schema.ts';
import { readVocabulary } from './vocabulary.ts';

/** Ranking by words costs a second pass over the index, so it is worked out only where the order asks for it. */
const scoresOf = (search: SearchArguments, matches: Matches, source: Source): Float64Array | null =>
  (search.sort ?? 'relevance') === 'relevance' ? relevance(matches, source) : null;

/**
 * Answers searches and reads; every answer sees one revision. Blocks its thread. Searches read from a snapshot that is held open:
 * what was put since is read in before the next one, but where a large catalogue was replaced, it answers on from the old one
 * and says that it is outdated. Items by id are always those of now.
 */
export class CatalogReader {
  readonly #db: DatabaseSync;
  readonly #live: DatabaseSync;
  readonly #outdated: Outdated;
  #kept: KeptRevision | undefined;

  /**
   * @param db what searches read from, with a snapshot of its own.
   * @param live another connection to the same file; without one nothing changes while the reader lives, and it reads no items.
   */
  constructor(db: DatabaseSync, live: DatabaseSync = db, outdated: Outdated = READ_AT_ONCE) {
    this.#db = db;
    this.#live = live;
    this.#outdated = outdated;
  }

  /**
   * @param today days since 1970, for what is measured from now.
   * @throws SearchRefused
   */
  search(search: SearchArguments, locale: string, today: number): SearchResult {
    const { columns, names, words, offers, facts, sets } = this.#current();
    checkSort(search);
    const source: Source = { db: this.#db, columns, names, words, offers, facts, sets, today };
    const offset = readCursor(search, columns.revision);
    const end = endOf(search, offset);
    const matches = matchesOf(search, source);
    const { numbers, total } = order(search, { ...matches, scores: scoresOf(search, matches, source) }, source, end);
    const page = numbers.slice(offset);
    const items = records(this.#db, page, locale, columns.locale);
    const helpful = total === 0 ? relaxations(search, source) : [];
    return answerOf({ search, locale, matches, page, items, end, total, relaxations: helpful }, columns, sqliteLabels(this.#db));
  }

  items(ids: readonly string[], locale: string): Item[] {
    const db = this.#live;
    db.exec('BEGIN');
    try {
      const rows = db.prepare('SELECT id, no FROM item WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids));
      const numbers = new Map(rows.map((row) => [String(row.id), Number(row.no)]));
      const asked = [...new Set(ids)].map((id) => numbers.get(id)).filter((no) => no !== undefined);
      return records(db, asked, locale, meta(db, 'locale') ?? 'en');
    } finally {
      // A damaged file has ended it already.
      if (db.isTransaction) db.exec('COMMIT');
    }
  }

  vocabulary(): Vocabulary {
    return readVocabulary(this.#db, this.#current().columns);
  }

  /** The revision that searches answer from. */
  revision(): string {
    return this.#current().columns.revision;
  }

  /** Reads what the first search would otherwise wait for. */
  warm(): void {
    this.#current().warm();
  }

  /** Reads in what was put, so that the next search need not, and lets go of the old snapshot. */
  keepUp(): void {
    this.#current();
  }

  #current(): KeptRevision {
    const known = this.#kept;
    if (!known) return this.#readAll();
    if (meta(this.#live, 'revision') === known.columns.revision) return known;
    if (!known.leadsTo(this.#live)) {
      if (known.columns.items <= this.#outdated.quickly) return this.#readAll();
      this.#outdated.onOutdated();
      return known;
    }
    this.#renewSnapshot();
    // Between the look and the new snapshot the catalogue may have been replaced.
    if (!known.leadsTo(this.#db)) return this.#readAll();
    known.follow();
    return known;
  }

  #readAll(): KeptRevision {
    this.#renewSnapshot();
    this.#kept = undefined;
    this.#kept = new KeptRevision(this.#db);
    return this.#kept;
  }

  #renewSnapshot(): void {
    if (this.#db.isTransaction) this.#db.exec('COMMIT');
    this.#db.exec('BEGIN');
  }
}

/** Items by number, in that order, each in the best locale it has. */
function records(db: DatabaseSync, numbers: readonly number[], locale: string, fallback: string): Item[] {
  const statement = db.prepare('SELECT locale, json FROM record WHERE item = ?');
  return numbers.flatMap((no) => recordToShow(statement.all(no) as unknown as StoredRecord[], locale, fallback));
}
