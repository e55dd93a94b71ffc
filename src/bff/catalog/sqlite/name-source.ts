import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Labels } from '../columns/facets.ts';
import type { NameSource } from '../plan/names.ts';
import type { WordStock } from '../plan/text-levels.ts';

/** The names of a catalogue file, looked up as they are asked for. */
export function sqliteNames(db: DatabaseSync): NameSource {
  return {
    terms(field, names) {
      const rows = db
        .prepare('SELECT DISTINCT term FROM alias WHERE field = ? AND folded IN (SELECT value FROM json_each(?))')
        .all(field, JSON.stringify(names));
      return rows.map((row) => Number(row.term));
    },
    aliases(field) {
      const rows = db.prepare('SELECT folded, term FROM alias WHERE field = ?').all(field);
      return rows.map((row) => ({ folded: String(row.folded), term: Number(row.term) }));
    },
    words: () =>
      db
        .prepare('SELECT word, items FROM word')
        .all()
        .map((row) => ({ word: String(row.word), items: Number(row.items) })),
    attributes(key, folded) {
      const rows = db
        .prepare(
          `SELECT a.no, a.key, a.unit, l.folded FROM attribute a JOIN attribute_label l ON l.attribute = a.no
           WHERE a.key = ?1 OR l.folded = ?2 OR lower(replace(a.key, '_', ' ')) = ?2 OR instr(l.folded, ?2) > 0 ORDER BY a.no`,
        )
        .all(key, folded);
      return rows.map((row) => ({
        no: Number(row.no),
        key: String(row.key),
        unit: row.unit === null ? undefined : String(row.unit),
        folded: String(row.folded),
      }));
    },
  };
}

/** What a catalogue file calls its terms and attributes. */
export function sqliteLabels(db: DatabaseSync): Labels {
  const label = db.prepare('SELECT label FROM term WHERE no = ?');
  return {
    term: (no) => String(label.get(no)?.label ?? ''),
    attribute(key) {
      const rows = db
        .prepare('SELECT l.locale, l.label, a.unit FROM attribute a JOIN attribute_label l ON l.attribute = a.no WHERE a.key = ?')
        .all(key);
      return rows.map((row) => ({
        locale: String(row.locale),
        label: String(row.label),
        unit: row.unit === null ? undefined : String(row.unit),
      }));
    },
  };
}

/** Look-ups remembered within one revision; relaxations ask the same ones again and again. */
const REMEMBERED = 10_000;

/** The words of a catalogue file. */
export class SqliteWords implements WordStock {
  readonly #db: DatabaseSync;
  readonly #known = new Map<string, boolean>();
  #first: StatementSync | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  forget(): void {
    this.#known.clear();
  }

  has(token: string): boolean {
    let known = this.#known.get(token);
    if (known === undefined) {
      this.#first ??= this.#db.prepare('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1');
      known = this.#first.get(`"${token}"`) !== undefined;
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(token, known);
    }
    return known;
  }

  /** Reads the whole posting list, so only where that is worth knowing. */
  documents(token: string): number {
    return Number(this.#db.prepare('SELECT doc FROM search_terms WHERE term = ?').get(token)?.doc ?? 0);
  }
}
