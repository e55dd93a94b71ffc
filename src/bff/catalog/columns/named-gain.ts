import type { QueryPart } from '../plan/query-parts.ts';
import type { Columns } from './columns.ts';

/**
 * How much an item gains by having what the parts of a free text name: a factor, for each part that of the best of its terms the
 * item itself has in any language. Null where nothing is named.
 */
export function namedGain(parts: readonly QueryPart[], columns: Columns): ((no: number) => number) | null {
  const naming = parts.filter((part) => part.named.length > 0);
  if (naming.length === 0) return null;
  const gains = naming.map((part) => {
    const byTerm = new Float32Array(columns.termField.length);
    for (const { term, gain } of part.named) byTerm[term] = gain;
    return byTerm;
  });
  const lists = columns.locales.map((locale) => columns.termsFor(locale));
  return (no) => {
    let factor = 1;
    for (const byTerm of gains) {
      let best = 0;
      for (const { offsets, terms } of lists)
        for (let at = offsets[no] ?? 0; at < (offsets[no + 1] ?? 0); at++) best = Math.max(best, byTerm[terms[at] ?? 0] ?? 0);
      factor *= 1 + best;
    }
    return factor;
  };
}
