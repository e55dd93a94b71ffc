import type { AskBody } from '../../../../protocol/directives.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Facet, SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { attributesFor, type Concept } from '../read/concepts.ts';
import { lexiconOf } from '../read/lexicon.ts';
import type { Words } from './words.ts';

/** From this many results on a question helps more than three cards do. */
const TOO_MANY = 12;
/** A value that nearly all results share, or hardly any, does not divide them. */
const NEARLY_ALL = 0.92;
const OPTIONS = 5;

/** Fields worth asking about, best first; attributes come after `audience`. */
const WORTH: readonly string[] = ['product_types', 'use_cases', 'audience', 'telling', 'key_features', 'brands', 'attributes'];
/** Attributes people choose by. */
const TELLING: readonly Concept[] = ['capacity', 'size', 'power', 'resolution'];
/** Arguments that do not narrow what is looked for. */
const OPEN: ReadonlySet<string> = new Set([
  'product_types',
  'offer_kind',
  'limit',
  'direct',
  'rental_days',
  'in_stock',
  'sort',
  'sort_attribute',
]);

/** Whether a search says little more than the kind of thing. */
export function isWide(search: SearchArguments, total: number): boolean {
  return total > TOO_MANY && Object.keys(search).filter((name) => !OPEN.has(name)).length === 0;
}

/** A question that the results themselves suggest. */
export interface Question {
  readonly facet: Facet;
  readonly text: string;
  readonly options: readonly string[];
}

/** The best question about a result, one that was not asked before; null where no answer would narrow it. */
export function questionFor(
  result: SearchResult,
  search: SearchArguments,
  vocabulary: Vocabulary,
  words: Words,
  noun: string | null,
  said: readonly string[],
): Question | null {
  const lexicon = lexiconOf(vocabulary);
  const telling = new Set(TELLING.flatMap((concept) => attributesFor(concept, lexicon).map((attribute) => `attributes.${attribute.key}`)));
  const candidates = result.facets
    .filter((facet) => !isAsked(facet.field, search) && !isYesOrNo(facet))
    .map((facet) => ({ facet, values: dividing(facet, result.total) }))
    .filter(({ values }) => values.length >= 2)
    .toSorted((a, b) => worth(a.facet.field, telling) - worth(b.facet.field, telling));
  for (const { facet, values } of candidates) {
    const text = words.question(facet.field, facet.label, noun);
    if (said.some((earlier) => earlier.includes(JSON.stringify(text)))) continue;
    return {
      facet,
      text,
      options: inOrder(values.slice(0, OPTIONS)).map((value) =>
        optionLabel(facet.field === 'product_types' ? leafOf(value) : value, facet.unit),
      ),
    };
  }
  return null;
}

function worth(field: string, telling: ReadonlySet<string>): number {
  const at = WORTH.indexOf(telling.has(field) ? 'telling' : field.startsWith('attributes.') ? 'attributes' : field);
  return at < 0 ? WORTH.length : at;
}

function isAsked(field: string, search: SearchArguments): boolean {
  if (field.startsWith('attributes.')) return (search.attributes ?? []).some((filter) => `attributes.${filter.name}` === field);
  // One type that was named may still have kinds below it.
  return field !== 'product_types' && (!WORTH.includes(field) || field in search);
}

function isYesOrNo(facet: Facet): boolean {
  return facet.values.every(({ value }) => /^(?:yes|no|true|false|是|否|有|无)$/i.test(value));
}

/** Values that split the results: none that nearly all have, none that a lone few have. */
function dividing(facet: Facet, total: number): string[] {
  const least = Math.max(2, Math.ceil(total * 0.04));
  const values = facet.values.filter(({ value, count }) => count >= least && !/^(?:其[他它]|other|others|-+)$/i.test(value));
  const [first] = values;
  if (!first || (first.count >= total * NEARLY_ALL && facet.field !== 'use_cases' && facet.field !== 'key_features')) return [];
  return values.filter(({ count }) => count < total * NEARLY_ALL).map(({ value }) => value);
}

/** Figures from small to large; names stay in the order of how many have them. */
function inOrder(values: readonly string[]): string[] {
  return values.every((value) => Number.isFinite(Number.parseFloat(value)))
    ? values.toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
    : [...values];
}

const leafOf = (path: string): string => path.split(' > ').at(-1) ?? path;

/** A facet value as an option; numbers carry their unit. */
export function optionLabel(value: string, unit: string | undefined): string {
  return unit === undefined ? value : `${value} ${unit}`;
}

/** What a chosen option says: the field that was asked about and the values chosen. */
export interface Choice {
  readonly field: string;
  readonly values: readonly string[];
}

/**
 * Reads a message as the answer to the open question: all its parts are options of it.
 * @returns null when it is something else, or the question was not the planner's.
 */
export function choiceIn(message: string, question: AskBody | null, vocabulary: Vocabulary, words: Words): Choice | null {
  if (!question) return null;
  const whole = message.trim();
  const labels = question.options.includes(whole) ? [whole] : whole.split(/,\s|、/).map((label) => label.trim());
  if (!labels.every((label) => question.options.includes(label))) return null;
  const lists = WORTH.filter((field) => field !== 'attributes' && field !== 'telling').map((field) => ({
    field,
    label: '',
    unit: undefined as string | undefined,
  }));
  const attributes = vocabulary.attributes.flatMap((attribute) =>
    attribute.labels.map((label) => ({ field: `attributes.${attribute.key}`, label, unit: attribute.unit })),
  );
  const asked = [...lists, ...attributes].find(({ field, label }) =>
    isFormOf(question.question, (noun) => words.question(field, label, noun)),
  );
  if (!asked) return null;
  const suffix = asked.unit === undefined ? '' : ` ${asked.unit}`;
  return { field: asked.field, values: labels.map((label) => (suffix && label.endsWith(suffix) ? label.slice(0, -suffix.length) : label)) };
}

/** Whether a question is a template with some noun, or with none. */
function isFormOf(question: string, template: (noun: string | null) => string): boolean {
  if (question === template(null)) return true;
  const [head = '', tail = ''] = template('\u0001').split('\u0001');
  return question.length > head.length + tail.length && question.startsWith(head) && question.endsWith(tail);
}
