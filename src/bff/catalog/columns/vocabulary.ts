import { fold } from '../../language/tokens.ts';
import type { AttributeInfo, Term, Vocabulary } from '../engine.ts';
import type { Columns } from './columns.ts';
import { byProduct, countProducts } from './facets.ts';

interface TermRow {
  readonly no: number;
  readonly field: string;
  readonly label: string;
  readonly count: number;
  readonly names: string[];
}

/** Text values listed of one attribute. */
const ATTRIBUTE_VALUES = 200;

/** What an engine reads of its tables for a vocabulary. */
export interface VocabularyRows {
  /** Terms of the items there are, with how many items have each. */
  readonly terms: readonly { readonly no: number; readonly field: string; readonly label: string; readonly count: number }[];
  readonly aliases: Iterable<{ readonly term: number; readonly folded: string }>;
  /** Ordered by key. */
  readonly attributes: readonly { readonly no: number; readonly key: string; readonly unit: string | undefined; readonly count: number }[];
  /** Ordered by locale, then label. */
  readonly labels: Iterable<{ readonly attribute: number; readonly label: string }>;
  readonly spans: Iterable<{ readonly attribute: number; readonly min: number; readonly max: number }>;
  readonly has_lease: boolean;
  readonly has_sale: boolean;
}

/** Everything the catalogue calls by a name, with how many items carry each. */
export function makeVocabulary(columns: Columns, rows: VocabularyRows): Vocabulary {
  const terms = new Map(rows.terms.map((term): [number, TermRow] => [term.no, { ...term, names: [] }]));
  for (const { term, folded } of rows.aliases) terms.get(term)?.names.push(folded);
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
    product_types: toTerms(byField.get('product_types') ?? [], terms, translations, productsOf(columns)),
    brands: listOf('brands'),
    features: listOf('features'),
    use_cases: listOf('use_cases'),
    audience: listOf('audience'),
    colors: listOf('colors'),
    materials: listOf('materials'),
    guarantees: listOf('guarantees'),
    conditions: listOf('conditions'),
    attributes: attributesOf(rows, listOf, typesByAttribute(columns, terms)),
    has_lease: rows.has_lease,
    has_sale: rows.has_sale,
  };
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
function toTerms(
  rows: readonly TermRow[],
  terms: ReadonlyMap<number, TermRow>,
  translations: ReadonlyMap<number, number[]>,
  products?: Uint32Array,
): Term[] {
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
      const own = products?.[row.no] ?? 0;
      return { value: row.label, labels, count: row.count, ...(own > 0 ? { products: own } : {}) };
    });
}

/** Products that carry each term, by term number, in the language that has it; variants of one product count once. */
function productsOf(columns: Columns): Uint32Array {
  const counts = new Uint32Array(columns.termField.length);
  const ordered = byProduct(columns, columns.all);
  for (const locale of columns.locales) {
    const counted = countProducts(columns, ordered, locale);
    // A term that two languages share is of the same products.
    for (let term = 1; term < counts.length; term++) counts[term] = Math.max(counts[term] ?? 0, counted[term * 2] ?? 0);
  }
  return counts;
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

function attributesOf(
  rows: VocabularyRows,
  listOf: (field: string) => Term[],
  typesOf: ReadonlyMap<string, readonly string[]>,
): AttributeInfo[] {
  const labels = new Map<number, string[]>();
  for (const { attribute, label } of rows.labels) {
    const own = labels.get(attribute) ?? [];
    if (!own.includes(label)) own.push(label);
    labels.set(attribute, own);
  }
  const spans = new Map([...rows.spans].map(({ attribute, min, max }) => [attribute, { min, max }]));
  return rows.attributes
    .map(({ no, key, unit, count }): AttributeInfo => {
      const values = listOf(`attributes.${key}`);
      const span = spans.get(no);
      const types = typesOf.get(`attributes.${key}`);
      const truths = values.length > 0 && values.every(({ value }) => value === 'true' || value === 'false');
      return {
        key,
        labels: labels.get(no) ?? [],
        ...(unit !== undefined && { unit }),
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
        count,
      };
    })
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
