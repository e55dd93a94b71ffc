import { languageOf } from '../../../protocol/locale.ts';
import type { Facet } from '../engine.ts';
import type { Columns } from './columns.ts';
import { variantsAdjoin } from './variants.ts';

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

interface Count {
  readonly term: number;
  readonly count: number;
}

/** What the catalogue calls its terms and attributes. */
export interface Labels {
  term(no: number): string;
  /** In each locale it is stated in. */
  attribute(key: string): readonly { readonly locale: string; readonly label: string; readonly unit: string | undefined }[];
}

/**
 * Of each term how many products have it, at twice its number, each product once however many variants have it; beside it stands
 * the last product that was counted, since the two are read together.
 * @param ordered items with the variants of one product side by side.
 */
export function countProducts(columns: Columns, ordered: Uint32Array, locale: string): Uint32Array {
  const { offsets, terms } = columns.termsFor(locale);
  const counted = new Uint32Array(columns.termField.length * 2);
  for (let index = 0; index < ordered.length; index++) {
    const no = ordered[index] ?? 0;
    const product = columns.product[no] ?? 0;
    const end = offsets[no + 1] ?? 0;
    for (let at = offsets[no] ?? 0; at < end; at++) {
      const place = (terms[at] ?? 0) * 2;
      if (counted[place + 1] === product) continue;
      counted[place + 1] = product;
      counted[place] = (counted[place] ?? 0) + 1;
    }
  }
  return counted;
}

/** Counts the values of the found products, each product once however many variants have the value. */
export function countFacets(columns: Columns, numbers: Uint32Array, locale: string, labels: Labels): Facet[] {
  const counted = countProducts(columns, byProduct(columns, numbers), locale);
  const fields = new Map<string, Count[]>();
  for (let term = 1; term < columns.termField.length; term++) {
    const count = counted[term * 2] ?? 0;
    if (count === 0) continue;
    const field = columns.fields[columns.termField[term] ?? 0] ?? '';
    const values = fields.get(field);
    if (values) values.push({ term, count });
    else fields.set(field, [{ term, count }]);
  }
  return named(columns, fields, locale, labels);
}

/** Variants of one product side by side. Most feeds list them so; sorting is for the others. */
export function byProduct(columns: Columns, numbers: Uint32Array): Uint32Array {
  if (!columns.hasVariants) return numbers;
  const { product, size } = columns;
  if (variantsAdjoin(numbers, columns)) return numbers;
  // Product and item as one number: sorting numbers needs no function called for each pair.
  const keys = Float64Array.from(numbers, (no) => (product[no] ?? 0) * size + no).sort();
  return Uint32Array.from(keys, (key) => key % size);
}

function named(columns: Columns, fields: ReadonlyMap<string, Count[]>, locale: string, labels: Labels): Facet[] {
  const language = languageOf(locale);
  const facets: Facet[] = [];
  for (const [field, label] of Object.entries(FIELDS)) {
    const values = fields.get(field);
    if (values) facets.push({ field: PARAMETERS[field] ?? field, label: label[language], values: top(labels, values) });
  }
  const attributes = [...fields]
    .filter(([field, values]) => field.startsWith('attributes.') && values.length > 1 && values.length <= FEW)
    .sort((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, ATTRIBUTES);
  return [...facets, ...attributes.map(([field, values]) => attributeFacet(columns, field, top(labels, values), locale, labels))];
}

function attributeFacet(
  columns: Columns,
  field: string,
  values: { value: string; count: number }[],
  locale: string,
  labels: Labels,
): Facet {
  const key = field.slice('attributes.'.length);
  const rows = labels.attribute(key);
  const language = languageOf(locale);
  const own =
    rows.find((row) => row.locale === locale) ??
    rows.find((row) => languageOf(row.locale) === language) ??
    rows.find((row) => row.locale === columns.locale) ??
    rows[0];
  const unit = own?.unit;
  return {
    field,
    label: own?.label ?? key,
    ...(unit !== undefined && values.every(({ value }) => Number.isFinite(Number(value))) ? { unit } : {}),
    values: values.map(({ value, count }) => ({ value: yesOrNo(value, language), count })),
  };
}

function yesOrNo(value: string, language: 'zh' | 'en'): string {
  if (value === 'true') return language === 'zh' ? '是' : 'Yes';
  if (value === 'false') return language === 'zh' ? '否' : 'No';
  return value;
}

const sum = (values: readonly { count: number }[]): number => values.reduce((total, { count }) => total + count, 0);

/** The most frequent values with their names. */
function top(labels: Labels, values: readonly Count[]): { value: string; count: number }[] {
  return [...values]
    .sort((a, b) => b.count - a.count || a.term - b.term)
    .slice(0, VALUES)
    .map(({ term, count }) => ({ value: labels.term(term), count }));
}
