import type { Why } from '../engine.ts';
import type { QueryPart } from '../plan/query-parts.ts';
import type { Columns } from './columns.ts';
import { namedGain } from './named-gain.ts';

/**
 * Why an item is among the results: for each part of the free text whether the item itself has what is named, and what it gained
 * by that, or was found by the words.
 * @param whole whether every part had to be found.
 */
export function whyOf(no: number, parts: readonly QueryPart[], whole: boolean, columns: Columns): Why[] {
  return parts.flatMap((part): Why[] => {
    if (part.optional) return [];
    const factor = namedGain([part], columns)?.(no) ?? 1;
    if (factor === 1 && !whole) return [];
    const taken_for = part.taken_for === undefined ? {} : { taken_for: part.taken_for };
    return [{ words: part.text, ...taken_for, by: factor > 1 ? 'name' : 'text', factor: Math.round(factor * 100) / 100 }];
  });
}
