import type { SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { sameDimension } from '../../../language/units.ts';
import { attributesInUnit } from '../read/attributes.ts';
import { lexiconOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import type { Wider } from './widen.ts';

interface Searched {
  readonly arguments: SearchArguments;
  readonly result: SearchResult;
}

/**
 * The same search with another attribute of the same unit, where the one that was guessed is not stated for such things:
 * 140 mm is the size of a fan and the length of a graphics card. Null where the shopper named the attribute, or all of
 * them were tried.
 */
export function otherAttribute(searches: readonly Searched[], message: string, vocabulary: Vocabulary): Wider | null {
  const last = searches.at(-1);
  const missing = last?.result.relaxations.find((each) => each.not_stated && each.without.startsWith('attributes.'));
  if (!last || !missing) return null;
  const key = missing.without.slice('attributes.'.length);
  const filters = (last.arguments.attributes ?? []).filter((filter) => filter.name === key);
  const [filter] = filters;
  const unit = filter?.unit;
  if (!filter || unit === undefined) return null;
  const lexicon = lexiconOf(vocabulary);
  const text = foldText(message);
  const named = vocabulary.attributes.find((attribute) => attribute.key === key);
  if (named?.labels.some((label) => text.includes(foldText(label)))) return null;
  const tried = new Set(searches.flatMap((each) => (each.arguments.attributes ?? []).map((other) => other.name)));
  const value = String(Array.isArray(filter.value) ? filter.value[0] : filter.value);
  const next = attributesInUnit({ unit, min: value }, lexicon)
    .filter((attribute) => !tried.has(attribute.key) && attribute.unit !== undefined && sameDimension(attribute.unit, unit))
    .toSorted((a, b) => b.count - a.count)[0];
  if (!next) return null;
  const others = (last.arguments.attributes ?? []).filter((other) => other.name !== key);
  return {
    arguments: { ...last.arguments, attributes: [...others, ...filters.map((each) => ({ ...each, name: next.key }))] },
    without: missing,
  };
}
