import * as v from 'valibot';
import { itemSchema } from '../../../protocol/item.ts';
import { localeSchema } from '../../../protocol/locale.ts';
import { fillTemplate, operators, type Scope } from './template.ts';

/** Names of operators in a template that nothing answers to. */
function unknownOperators(template: unknown): string[] {
  if (Array.isArray(template)) return template.flatMap(unknownOperators);
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, part]) => [
    ...(key.startsWith('$') && key !== '$if' && !Object.hasOwn(operators, key) ? [key] : []),
    ...unknownOperators(part),
  ]);
}

const fields = Object.keys(itemSchema.entries);
const unknownFields = (template: Record<string, unknown>): string[] =>
  Object.keys(template).filter((key) => !key.startsWith('$') && !fields.includes(key));

const templateSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(
    (template) => unknownOperators(template).length === 0,
    (issue) => `unknown operator ${unknownOperators(issue.input).join(', ')}; there are ${Object.keys(operators).join(', ')}`,
  ),
  v.check(
    (template) => unknownFields(template).length === 0,
    (issue) => `an item has no field ${unknownFields(issue.input).join(', ')}; it has ${fields.join(', ')}`,
  ),
);

/** A mapping file: how a row of a feed becomes items. `docs/import.md` explains it with examples. */
export const mappingSchema = v.strictObject({
  /** For editors: `./mapping.schema.json`. */
  $schema: v.optional(v.string()),
  /** What the feed is, for people. */
  about: v.optional(v.string()),
  /** Rows for which this is empty, false or 0 are passed over. */
  only: v.optional(v.unknown()),
  /** A list in the row; each of its elements becomes an item of its own, in scope as `@each`. */
  each: v.optional(v.string()),
  /** The item, with sources in place of values. */
  item: templateSchema,
  /** For rows that hold several languages: what each locale's record has instead. */
  locales: v.optional(v.record(localeSchema, templateSchema)),
});
export type Mapping = v.InferOutput<typeof mappingSchema>;

/**
 * The unchecked items that one row becomes.
 * @param file name of the row's file without its ending, in scope as `@file`.
 * @throws RowFault when the row does not hold what the mapping takes from it.
 */
export function mapRow(mapping: Mapping, row: Readonly<Record<string, unknown>>, file: string): unknown[] {
  const scope: Scope = { ...row, '@row': row, '@file': file };
  if (mapping.only !== undefined && !fillTemplate(mapping.only, scope)) return [];
  const list = mapping.each === undefined ? [undefined] : fillTemplate(mapping.each, scope);
  const scopes = (Array.isArray(list) ? list : []).map((each) => (each === undefined ? scope : { ...scope, '@each': each }));
  const templates = mapping.locales
    ? Object.entries(mapping.locales).map(([locale, own]) => ({ ...mapping.item, ...own, locale }))
    : [mapping.item];
  return scopes.flatMap((own) => templates.map((template) => fillTemplate(template, own)));
}

/** Fields of a row that a mapping reads, by their first name: `$a.b` reads `a`. */
export function sourcesOf(mapping: Mapping): Set<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === 'string' && /^\$[^@]/.test(part)) names.add(part.slice(1).split('.')[0] ?? '');
    else if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit);
  };
  visit([mapping.only, mapping.each, mapping.item, mapping.locales]);
  return names;
}
