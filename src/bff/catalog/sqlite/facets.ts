import type { DatabaseSync } from 'node:sqlite';
import { languageOf } from '../../../protocol/locale.ts';
import type { Facet } from '../engine.ts';
import type { Columns } from './columns.ts';

/** Fields that make a question a shopper can answer, in the order they are worth asking. */
const FIELDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  product_types: { zh: '种类', en: 'Type' },
  use_cases: { zh: '用途', en: 'Use' },
  features: { zh: '特点', en: 'Feature' },
  brands: { zh: '品牌', en: 'Brand' },
  colors: { zh: '颜色', en: 'Color' },
  audience: { zh: '人群', en: 'For' },
  conditions: { zh: '成色', en: 'Condition' },
};
/** `search_db` parameter of a field where the two names differ. */
const PARAMETERS: Readonly<Record<string, string>> = { features: 'key_features' };

/** Values shown of one field. */
const VALUES = 12;
/** An attribute with more values than this among the results is no question but a range. */
const FEW = 12;
/** Attributes given, those that most results state first. */
const ATTRIBUTES = 8;

/** Counts the values of the found products, each product once however many variants have the value. */
export function countFacets(db: DatabaseSync, columns: Columns, numbers: Uint32Array, locale: string): Facet[] {
  const { offsets, terms } = columns.termsFor(locale);
  const counts = new Uint32Array(columns.termCount);
  const last = new Uint32Array(columns.termCount);
  const products = new Set<number>();
  const sorted =
    columns.items === columns.variants.length - 1
      ? numbers
      : numbers.slice().sort((a, b) => (columns.product[a] ?? 0) - (columns.product[b] ?? 0));
  for (const no of sorted) {
    const product = columns.product[no] ?? 0;
    products.add(product);
    for (let at = offsets[no] ?? 0; at < (offsets[no + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (last[term] === product) continue;
      last[term] = product;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }
  const found: number[] = [];
  for (let term = 1; term < counts.length; term++) if (counts[term]) found.push(term);
  return named(db, columns, counts, found, locale);
}

function named(db: DatabaseSync, columns: Columns, counts: Uint32Array, found: readonly number[], locale: string): Facet[] {
  const rows = db.prepare('SELECT no, field, label FROM term WHERE no IN (SELECT value FROM json_each(?))').all(JSON.stringify(found));
  const fields = new Map<string, { value: string; count: number }[]>();
  for (const row of rows) {
    const field = String(row.field);
    const values = fields.get(field) ?? [];
    values.push({ value: String(row.label), count: counts[Number(row.no)] ?? 0 });
    fields.set(field, values);
  }
  const facets: Facet[] = [];
  const language = languageOf(locale);
  for (const [field, label] of Object.entries(FIELDS)) {
    const values = fields.get(field);
    if (values) facets.push({ field: PARAMETERS[field] ?? field, label: label[language], values: top(values) });
  }
  const attributes = [...fields]
    .filter(([field, values]) => field.startsWith('attributes.') && values.length > 1 && values.length <= FEW)
    .sort((a, b) => sum(b[1]) - sum(a[1]))
    .slice(0, ATTRIBUTES);
  return [...facets, ...attributes.map(([field, values]) => attributeFacet(db, columns, field, values, locale))];
}

function attributeFacet(
  db: DatabaseSync,
  columns: Columns,
  field: string,
  values: { value: string; count: number }[],
  locale: string,
): Facet {
  const key = field.slice('attributes.'.length);
  const rows = db
    .prepare('SELECT l.locale, l.label, a.unit FROM attribute a JOIN attribute_label l ON l.attribute = a.no WHERE a.key = ?')
    .all(key);
  const language = languageOf(locale);
  const own =
    rows.find((row) => row.locale === locale) ??
    rows.find((row) => languageOf(String(row.locale)) === language) ??
    rows.find((row) => row.locale === columns.locale) ??
    rows[0];
  const unit = own?.unit;
  return {
    field,
    label: String(own?.label ?? key),
    ...(typeof unit === 'string' && values.every(({ value }) => Number.isFinite(Number(value))) ? { unit } : {}),
    values: top(values.map(({ value, count }) => ({ value: yesOrNo(value, language), count }))),
  };
}

function yesOrNo(value: string, language: 'zh' | 'en'): string {
  if (value === 'true') return language === 'zh' ? '是' : 'Yes';
  if (value === 'false') return language === 'zh' ? '否' : 'No';
  return value;
}

const sum = (values: readonly { count: number }[]): number => values.reduce((total, { count }) => total + count, 0);

function top(values: readonly { value: string; count: number }[]): { value: string; count: number }[] {
  return [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, VALUES);
}
