import type { AttributeInfo } from '../../../catalog/engine.ts';
import { convert, sameDimension } from '../../../language/units.ts';
import type { Draft } from './draft.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { startsWord } from './match.ts';
import type { Passage } from './passage.ts';
import type { Quantity } from './quantities.ts';

/** "DDR5", "CL 16": a fact without a unit, its name directly before a figure that the catalogue states of it. */
export function readNamedFigures(passage: Passage, lexicon: Lexicon, kinds: Kinds, draft: Draft): void {
  const { text } = passage;
  for (const [name, attributes] of lexicon.attributeNames) {
    if (!/^[a-z]+$/.test(name)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const figure = /^[ -]?(\d{1,4}(?:\.\d)?)(?![\d.]|[a-z])/.exec(text.slice(at + name.length));
      if (!figure || !startsWord(text, at) || !passage.isFree(at, at + name.length + figure[0].length)) continue;
      const value = Number(figure[1]);
      const attribute = attributes.find((each) => isFigure(each) && each.figures?.includes(value) && kinds.state(each));
      if (!attribute) continue;
      passage.claim(at, at + name.length + figure[0].length);
      draft.attributes.push({ name: attribute.key, op: 'eq', value });
    }
  }
}

/**
 * The fact without a unit that a bare figure states: 5.1 speakers, a 2.5 inch drive. The figure is one the catalogue has,
 * and no length it states as such.
 * @param written the figure as the shopper wrote it: 2.0 is no 2 speakers.
 */
export function factOfFigure(
  { bare, unit, min }: Quantity,
  written: string,
  { lexicon, kinds }: { readonly lexicon: Lexicon; readonly kinds: Kinds },
): AttributeInfo | null {
  if (!bare || min === undefined) return null;
  const value = Number(min);
  const inches = unit !== null && sameDimension(unit, 'in');
  if (!inches && (unit !== null || !/\d\.\d/.test(written) || !kinds.known)) return null;
  const { attributes } = lexicon.vocabulary;
  const stated = (attribute: AttributeInfo): boolean =>
    attribute.unit !== undefined &&
    unit !== null &&
    (attribute.figures?.includes(convert(value, unit, attribute.unit) ?? Number.NaN) ?? false);
  if (inches && attributes.some((attribute) => stated(attribute) && kinds.state(attribute))) return null;
  return (
    attributes
      .filter((attribute) => isFigure(attribute) && attribute.figures?.includes(value) && kinds.state(attribute))
      // A half is more telling of what has few figures.
      .toSorted((a, b) => (a.figures?.length ?? 0) - (b.figures?.length ?? 0))[0] ?? null
  );
}

const isFigure = ({ type, unit }: AttributeInfo): boolean => type === 'number' && unit === undefined;
