import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../../language/tokens.ts';
import type { AttributeInfo, Term, Vocabulary } from '../engine.ts';
import type { Columns } from './columns.ts';

interface TermRow {
  readonly no: number;
  readonly field: string;
  readonly label: string;
  readonly count: number;
  readonly names: string[];
}

/** Text values listed of one attribute. */
const ATTRIBUTE_VALUES = 200;

/** Everything the catalogue calls by a name, with how many items carry each. */
export function readVocabulary(db: DatabaseSync, columns: Columns): Vocabulary {
  const terms = readTerms(db);
  const translations = pairTranslations(columns, terms);
  const byField = new Map<string, TermRow[]>();
  for (const term of terms.values()) {
    const list = byField.get(term.field) ?? [];
    list.push(term);
    byField.set(term.field, list);
  }
  const listOf = (field: string): Term[] => toTerms(byField.get(field) ?? [], terms, translations);
  return {
    revision: columns.revision,
    items: columns.items,
    locales: columns.locales,
    currency: columns.currency,
    product_types: listOf('product_types'),
    brands: listOf('brands'),
    features: listOf('features'),
    use_cases: listOf('use_cases'),
    audience: listOf('audience'),
    colors: listOf('colors'),
    materials: listOf('materials'),
    guarantees: listOf('guarantees'),
    conditions: listOf('conditions'),
    attributes: readAttributes(db, listOf, typesByAttribute(columns, terms)),
    has_lease: db.prepare('SELECT 1 FROM price WHERE rate IS NOT NULL LIMIT 1').get() !== undefined,
    has_sale: db.prepare('SELECT 1 FROM price WHERE sale IS NOT NULL LIMIT 1').get() !== undefined,
  };
}

/** Terms with their counts, which the full-text index keeps anyway. */
function readTerms(db: DatabaseSync): Map<number, TermRow> {
  const counts = new Map<number, number>();
  for (const row of db.prepare("SELECT term, doc FROM search_terms WHERE term > '_' AND term < '`'").all()) {
    const no = Number(String(row.term).slice(1));
    if (Number.isInteger(no)) counts.set(no, Number(row.doc));
  }
  const terms = new Map<number, TermRow>();
  for (const row of db.prepare('SELECT no, field, label FROM term').all()) {
    const no = Number(row.no);
    const count = counts.get(no) ?? 0;
    if (count > 0) terms.set(no, { no, field: String(row.field), label: String(row.label), count, names: [] });
  }
  for (const row of db.prepare('SELECT term, folded FROM alias').all()) terms.get(Number(row.term))?.names.push(String(row.folded));
  return terms;
}

/**
 * Which terms are the same thing in different languages. Where an item lists equally many values of a field in two locales,
 * they are taken as translations place by place; a pair counts when the items agree more often than not.
 */
function pairTranslations(columns: Columns, terms: ReadonlyMap<number, TermRow>): Map<number, number[]> {
  const votes = new Map<number, Map<number, number>>();
  const vote = (one: number, other: number) => {
    const own = votes.get(one) ?? new Map<number, number>();
    own.set(other, (own.get(other) ?? 0) + 1);
    votes.set(one, own);
  };
  const ancestors = ancestorPairs(terms);
  const [first, ...others] = columns.locales.map((locale) => columns.termsFor(locale));
  if (!first) return new Map();
  for (const other of others) {
    for (let no = 1; no < columns.size; no++) {
      const left = fieldLists(first, no, terms);
      for (const [field, values] of fieldLists(other, no, terms)) {
        const twins = left.get(field) ?? [];
        if (twins.length !== values.length) continue;
        for (const [at, value] of values.entries()) {
          const twin = twins[at];
          if (twin === undefined || twin === value) continue;
          for (const [one, other] of field === 'product_types' ? ancestors(twin, value) : [[twin, value] as const]) {
            vote(one, other);
            vote(other, one);
          }
        }
      }
    }
  }
  const pairs = new Map<number, number[]>();
  for (const [one, own] of votes) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    pairs.set(
      one,
      [...own].filter(([, count]) => count * 2 > all).map(([other]) => other),
    );
  }
  return pairs;
}

/** Paths of one depth translate name by name: with `A > B` and `甲 > 乙` also `A` and `甲`. */
function ancestorPairs(terms: ReadonlyMap<number, TermRow>): (one: number, other: number) => (readonly [number, number])[] {
  const numbers = new Map<string, number>();
  for (const term of terms.values()) if (term.field === 'product_types') numbers.set(term.label, term.no);
  const pathOf = (no: number) => {
    const names = terms.get(no)?.label.split(' > ') ?? [];
    return names.map((_, depth) => numbers.get(names.slice(0, depth + 1).join(' > ')));
  };
  return (one, other) => {
    const left = pathOf(one);
    const right = pathOf(other);
    if (left.length !== right.length) return [[one, other]];
    return left.flatMap((no, depth) => {
      const twin = right[depth];
      return no === undefined || twin === undefined || no === twin ? [] : [[no, twin] as const];
    });
  };
}

function fieldLists(
  lists: { offsets: Uint32Array; terms: Uint32Array },
  no: number,
  terms: ReadonlyMap<number, TermRow>,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const term of lists.terms.subarray(lists.offsets[no], lists.offsets[no + 1])) {
    const field = terms.get(term)?.field;
    if (field !== undefined) found.set(field, [...(found.get(field) ?? []), term]);
  }
  return found;
}

/** Terms of a field, most frequent first, their other names as labels. */
function toTerms(rows: readonly TermRow[], terms: ReadonlyMap<number, TermRow>, translations: ReadonlyMap<number, number[]>): Term[] {
  return [...rows]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map((row) => {
      const twins = (translations.get(row.no) ?? []).flatMap((no) => terms.get(no) ?? []);
      const spellings = [...twins.map((twin) => twin.label), ...row.names, ...twins.flatMap((twin) => twin.names)];
      const known = new Set([fold(row.label)]);
      const labels = spellings.filter((name) => {
        const folded = fold(name);
        return !known.has(folded) && known.add(folded);
      });
      return { value: row.label, labels, count: row.count };
    });
}

/** Items looked at to learn which types state which attributes; of a larger catalogue every so many-th. */
const SAMPLED = 100_000;

/** Values of `product_types` whose items state an attribute, by its field (`attributes.<key>`). */
function typesByAttribute(columns: Columns, terms: ReadonlyMap<number, TermRow>): Map<string, string[]> {
  const stated = new Map<number, Set<number>>();
  const step = Math.max(1, Math.ceil(columns.size / SAMPLED));
  for (const locale of columns.locales) {
    const lists = columns.termsFor(locale);
    for (let no = 1; no < columns.size; no += step) {
      const own = lists.terms.subarray(lists.offsets[no], lists.offsets[no + 1]);
      const types = own.filter((term) => columns.fields[columns.termField[term] ?? 0] === 'product_types');
      for (const term of own) {
        const field = columns.termField[term] ?? 0;
        if (!columns.fields[field]?.startsWith('attributes.')) continue;
        const known = stated.get(field) ?? new Set<number>();
        for (const type of types) known.add(type);
        stated.set(field, known);
      }
    }
  }
  return new Map(
    [...stated].map(([field, types]) => [columns.fields[field] ?? '', [...types].flatMap((no) => terms.get(no)?.label ?? [])]),
  );
}

/** Figures listed of one attribute. */
const FIGURES = 64;

function readAttributes(
  db: DatabaseSync,
  listOf: (field: string) => Term[],
  typesOf: ReadonlyMap<string, readonly string[]>,
): AttributeInfo[] {
  const labels = new Map<number, string[]>();
  for (const row of db.prepare('SELECT attribute, label FROM attribute_label ORDER BY locale, label').all()) {
    const own = labels.get(Number(row.attribute)) ?? [];
    if (!own.includes(String(row.label))) own.push(String(row.label));
    labels.set(Number(row.attribute), own);
  }
  const spans = new Map<number, { min: number; max: number }>();
  for (const row of db.prepare('SELECT attribute, min(num) AS low, max(num) AS high FROM fact GROUP BY attribute').all())
    spans.set(Number(row.attribute), { min: Number(row.low), max: Number(row.high) });
  const count = db.prepare('SELECT doc FROM search_terms WHERE term = ?');
  return db
    .prepare('SELECT no, key, unit FROM attribute ORDER BY key')
    .all()
    .map((row): AttributeInfo => {
      const no = Number(row.no);
      const values = listOf(`attributes.${row.key}`);
      const span = spans.get(no);
      const types = typesOf.get(`attributes.${row.key}`);
      const truths = values.length > 0 && values.every(({ value }) => value === 'true' || value === 'false');
      return {
        key: String(row.key),
        labels: labels.get(no) ?? [],
        ...(row.unit !== null && { unit: String(row.unit) }),
        type: span ? 'number' : truths ? 'boolean' : 'text',
        ...span,
        values: span
          ? values.filter(({ value }) => !Number.isFinite(Number(value))).slice(0, ATTRIBUTE_VALUES)
          : values.slice(0, ATTRIBUTE_VALUES),
        ...(span && {
          figures: values
            .map(({ value }) => Number(value))
            .filter(Number.isFinite)
            .slice(0, FIGURES),
        }),
        ...(types && { types }),
        count: Number(count.get(`_k${no}`)?.doc ?? 0),
      };
    })
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
