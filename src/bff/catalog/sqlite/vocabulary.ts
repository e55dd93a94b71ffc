import type { DatabaseSync } from 'node:sqlite';
import type { Columns } from '../columns/columns.ts';
import { makeVocabulary, type VocabularyRows } from '../columns/vocabulary.ts';
import type { Vocabulary } from '../engine.ts';

/** The words of a catalogue file. */
export function readVocabulary(db: DatabaseSync, columns: Columns): Vocabulary {
  const exists = (sql: string) => db.prepare(sql).get() !== undefined;
  const count = db.prepare('SELECT doc FROM search_terms WHERE term = ?');
  return makeVocabulary(columns, {
    terms: readTerms(db),
    aliases: db
      .prepare('SELECT term, folded FROM alias')
      .all()
      .map((row) => ({ term: Number(row.term), folded: String(row.folded) })),
    attributes: db
      .prepare('SELECT no, key, unit FROM attribute ORDER BY key')
      .all()
      .map((row) => ({
        no: Number(row.no),
        key: String(row.key),
        unit: row.unit === null ? undefined : String(row.unit),
        count: Number(count.get(`_k${row.no}`)?.doc ?? 0),
      })),
    labels: db
      .prepare('SELECT attribute, label FROM attribute_label ORDER BY locale, label')
      .all()
      .map((row) => ({ attribute: Number(row.attribute), label: String(row.label) })),
    spans: db
      .prepare('SELECT attribute, min(num) AS low, max(num) AS high FROM fact GROUP BY attribute')
      .all()
      .map((row) => ({ attribute: Number(row.attribute), min: Number(row.low), max: Number(row.high) })),
    has_lease: exists('SELECT 1 FROM price WHERE rate IS NOT NULL LIMIT 1'),
    has_sale: exists('SELECT 1 FROM price WHERE sale IS NOT NULL LIMIT 1'),
  });
}

/** Terms with their counts, which the full-text index keeps anyway. */
function readTerms(db: DatabaseSync): VocabularyRows['terms'] {
  const counts = new Map<number, number>();
  for (const row of db.prepare("SELECT term, doc FROM search_terms WHERE term > '_' AND term < '`'").all()) {
    const no = Number(String(row.term).slice(1));
    if (Number.isInteger(no)) counts.set(no, Number(row.doc));
  }
  return db
    .prepare('SELECT no, field, label FROM term')
    .all()
    .map((row) => ({ no: Number(row.no), field: String(row.field), label: String(row.label), count: counts.get(Number(row.no)) ?? 0 }))
    .filter(({ count }) => count > 0);
}
