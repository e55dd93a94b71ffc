import type { AttributeFilter, SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { sameDimension } from '../../../language/units.ts';
import { attributesInUnit } from '../read/attributes.ts';
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

/** Keys of the attributes a filter may mean as well: those that hold its word as a value, or figures in its unit. */
function alternatives({ value, unit }: AttributeFilter, lexicon: Lexicon): string[] {
  const first = String(Array.isArray(value) ? value[0] : value);
  if (unit === undefined)
    return (lexicon.phrases.get(foldText(first)) ?? []).flatMap((meaning) => (meaning.key === undefined ? [] : [meaning.key]));
  return attributesInUnit({ unit, min: first }, lexicon)
    .filter((attribute) => attribute.unit !== undefined && sameDimension(attribute.unit, unit))
    .toSorted((a, b) => b.count - a.count)
    .map((attribute) => attribute.key);
}
