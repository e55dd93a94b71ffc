import type { QueryPart } from '../plan/query-parts.ts';
import type { Columns } from './columns.ts';

/** How much an item gains by having what the parts of a free text name: a factor. */
export type NamedGain = (no: number) => number;

const naming = (parts: readonly QueryPart[]): QueryPart[] => parts.filter((part) => part.named.length > 0);

/**
 * For each part the gain of the best of its terms that the item itself has in any language, read from the item's terms. Null where
 * nothing is named.
 */
export function namedGain(parts: readonly QueryPart[], columns: Columns): NamedGain | null {
  const gains = naming(parts).map((part) => new Map(part.named.map(({ term, gain }) => [term, gain])));
  if (gains.length === 0) return null;
  const lists = columns.locales.map((locale) => columns.termsFor(locale));
  return (no) => {
    let factor = 1;
    for (const byTerm of gains) {
      let best = 0;
      for (const { offsets, terms } of lists)
        for (let at = offsets[no] ?? 0; at < (offsets[no + 1] ?? 0); at++) best = Math.max(best, byTerm.get(terms[at] ?? 0) ?? 0);
      factor *= 1 + best;
    }
    return factor;
  };
}

/** The same for very many items: read from the items of each term, which costs a pass over those and not over all terms of all items. */
export function namedGainOfMany(parts: readonly QueryPart[], columns: Columns): NamedGain | null {
  const named = naming(parts);
  if (named.length === 0) return null;
  const factors = new Float64Array(columns.size).fill(1);
  for (const part of named) {
    const counted = new Uint8Array(columns.size);
    for (const { term, gain } of part.named.toSorted((a, b) => b.gain - a.gain))
      for (const no of columns.itemsOf(term)) {
        if (counted[no] === 1) continue;
        counted[no] = 1;
        factors[no] = (factors[no] ?? 1) * (1 + gain);
      }
  }
  return (no) => factors[no] ?? 1;
}
