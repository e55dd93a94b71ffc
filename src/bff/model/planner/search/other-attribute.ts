import type { AttributeFilter, SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { sameDimension } from '../../../language/units.ts';
import { attributesInUnit, countsPeople } from '../read/attributes.ts';
import { attributesFor, concepts } from '../read/concepts.ts';
import { type Lexicon, lexiconOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import type { Wider } from './widen.ts';

interface Searched {
  readonly arguments: SearchArguments;
  readonly result: SearchResult;
}

/**
 * The same search with another attribute of the same unit or value, where the one that was guessed is not stated for such
 * things: 140 mm is the size of a fan and the length of a graphics card. Null where the shopper named the attribute, or all of
 * them were tried.
 */
export function otherAttribute(searches: readonly Searched[], message: string, vocabulary: Vocabulary): Wider | null {
  const last = searches.at(-1);
  const family = last && valueFamily(last, vocabulary);
  if (family) return family;
  const missing = last?.result.relaxations.find((each) => each.not_stated && each.without.startsWith('attributes.'));
  if (!last || !missing) return null;
  const key = missing.without.slice('attributes.'.length);
  const filters = (last.arguments.attributes ?? []).filter((filter) => filter.name === key);
  const [filter] = filters;
  if (!filter) return null;
  const lexicon = lexiconOf(vocabulary);
  const text = foldText(message);
  const named = vocabulary.attributes.find((attribute) => attribute.key === key);
  if (named?.labels.some((label) => text.includes(foldText(label)))) return null;
  const tried = new Set(searches.flatMap((each) => (each.arguments.attributes ?? []).map((other) => other.name)));
  const next = alternatives(filter, lexicon).find((name) => !tried.has(name));
  if (next === undefined) return null;
  const others = (last.arguments.attributes ?? []).filter((other) => other.name !== key);
  return {
    arguments: { ...last.arguments, attributes: [...others, ...filters.map((each) => ({ ...each, name: next }))] },
    without: missing,
  };
}

/** The same search with the values that begin with the one asked for: of cases "Mini ITX" is stated as "Mini ITX Tower". */
function valueFamily({ arguments: search, result }: Searched, vocabulary: Vocabulary): Wider | null {
  for (const relaxation of result.relaxations) {
    const filter = search.attributes?.find((each) => relaxation.without === `attributes.${each.name}`);
    if (filter?.op !== 'eq' || typeof filter.value !== 'string' || relaxation.total === 0) continue;
    const { name, value } = filter;
    const values = (vocabulary.attributes.find((attribute) => attribute.key === name)?.values ?? [])
      .map((term) => term.value)
      .filter((each) => each.toLowerCase().startsWith(`${value.toLowerCase()} `));
    if (values.length === 0) continue;
    const attributes = (search.attributes ?? []).map((each) =>
      each === filter ? { name, op: 'in' as const, value: values.slice(0, 50) } : each,
    );
    return { arguments: { ...search, attributes }, without: relaxation };
  }
  return null;
}

/** Keys of the attributes a filter may mean as well: those that hold its word as a value, or figures in its unit. */
function alternatives({ name, value, unit }: AttributeFilter, lexicon: Lexicon): string[] {
  const first = String(Array.isArray(value) ? value[0] : value);
  const own = lexicon.vocabulary.attributes.find((attribute) => attribute.key === name);
  if (own && countsPeople(own)) return lexicon.vocabulary.attributes.filter(countsPeople).map((attribute) => attribute.key);
  if (unit === undefined)
    return (lexicon.phrases.get(foldText(first)) ?? []).flatMap((meaning) => (meaning.key === undefined ? [] : [meaning.key]));
  return attributesInUnit({ unit, min: first }, lexicon)
    .filter((attribute) => attribute.unit !== undefined && sameDimension(attribute.unit, unit))
    .toSorted((a, b) => b.count - a.count)
    .map((attribute) => attribute.key);
}

/**
 * The same search in the order of another attribute for the same quality, where none of the items states the one tried: the
 * endurance of a drone is its flight time. Null where all were tried, or the order is by something else.
 */
export function otherSort(searches: readonly Searched[], vocabulary: Vocabulary): SearchArguments | null {
  const last = searches.at(-1);
  const wanted = last?.arguments.sort === 'attribute' ? last.arguments.sort_attribute : undefined;
  if (!last || !wanted || last.result.items.length === 0 || last.result.items.some((item) => item.attributes?.[wanted.name])) return null;
  const lexicon = lexiconOf(vocabulary);
  const tried = new Set(searches.map((each) => each.arguments.sort_attribute?.name));
  const same = concepts
    .map(({ concept }) => attributesFor(concept, lexicon))
    .filter((attributes) => attributes.some((attribute) => attribute.key === wanted.name));
  const next = same.flat().find(({ key }) => !tried.has(key) && last.result.items.some((item) => item.attributes?.[key]));
  return next ? { ...last.arguments, sort_attribute: { name: next.key, order: wanted.order } } : null;
}
